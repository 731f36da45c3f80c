"""What an office is told before and after its decisions on 离岗."""

from jianxi.domain import labels
from jianxi.domain.departures import FLOW, DepartureState, DepartureVerb
from jianxi.domain.periods import spoken
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries.departure_lines import Line
from jianxi.web.second_step import Step

NOUN = FLOW.noun


def named(line: Line) -> str:
    return line.departure.placement.name


def described(line: Line) -> str:
    placement = line.departure.placement
    return (
        f"{placement.unit_name}，{placement.title}，离岗日期{spoken(line.departure.last_day)}，{line.reason}"
    )


def decided(line: Line) -> str:
    """After 审核通过 or 审核不通过."""
    departure, name = line.departure, named(line)
    if departure.rejection:
        return f"“{name}”终止见习审核不通过，单位和本人会看到原因。"
    if departure.last_day < departure.placement.starts_on:
        return f"“{name}”终止见习审核通过，按未上岗办理，就业见习的机会退还本人。"
    return f"“{name}”终止见习审核通过，离岗日期为{spoken(departure.last_day)}。"


def reopening(viewer: OfficialViewer, line: Line) -> Step:
    """撤销审核, before it is done."""
    departure, placement = line.departure, line.departure.placement
    verb, back = DepartureVerb.REOPEN, departure.decided_from or DepartureState.WAITING
    return Step(
        title=f"{labels.verb(NOUN, verb)}“{placement.name}”的离岗",
        confirm=labels.confirm(NOUN, verb),
        version=departure.version,
        objection=FLOW.objection(verb, departure.facts, viewer.role),
        does=(
            "您部门对这次离岗的审核决定被撤销，意见仍保留在办理记录中。",
            f"离岗回到“{labels.state(NOUN, back)}”，由您部门重新审核。",
            *_undone(line),
        ),
        facts=(
            ("姓名", placement.name),
            ("单位", placement.unit_name),
            ("岗位", placement.title),
            ("离岗日期", spoken(departure.last_day)),
            ("现在的状态", departure.shown.label),
        ),
    )


def reopened(line: Line) -> str:
    return f"已撤销对“{named(line)}”离岗的审核，等待您部门重新审核。"


def _undone(line: Line) -> tuple[str, ...]:
    """What an approval did, and is taken back."""
    placement = line.departure.placement
    if not line.has_left:
        return ()
    if placement.never_came:
        return ("未上岗随之撤销：本人的录用恢复，重新占用名额和就业见习的机会；本人已另报岗位的，不能撤销。",)
    return ("重新审核前，本人不再显示为“已离岗”。",)
