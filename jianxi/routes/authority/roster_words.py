"""What an office is told before and after its decisions on a roster (花名册)."""

from collections.abc import Sequence

from jianxi.domain import labels
from jianxi.domain.money import format_yuan
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_roster_filters import KINDS
from jianxi.queries.office_roster_pages import Sending
from jianxi.queries.rosters import Roster
from jianxi.templating import at_full, region
from jianxi.web.second_step import Step

NOUN = FLOW.noun
SEND_BACK = "请退回，由单位重新报送。"


def accepting(viewer: OfficialViewer, sending: Sending, to_return: str) -> Step:
    """接受, before it is done."""
    roster, verb = sending.roster, RosterVerb.ACCEPT
    objection = FLOW.objection(verb, roster.facts, viewer.role)
    if not objection and sending.check is not None and sending.check.are_there:
        objection = f"{sending.check.sentence}{SEND_BACK}"
    return Step(
        title=f"{labels.verb(NOUN, verb)}{roster.unit_name}{roster.title}",
        confirm=labels.confirm(NOUN, verb),
        version=roster.version,
        objection=objection,
        does=() if objection else _accepted(sending),
        facts=_facts(sending),
        instead=(labels.verb(NOUN, RosterVerb.RETURN), to_return)
        if RosterVerb.RETURN in roster.offers
        else None,
    )


def correcting(viewer: OfficialViewer, roster: Roster) -> Step:
    """更正, before it is begun."""
    verb = RosterVerb.CORRECT
    objection = FLOW.objection(verb, roster.facts, viewer.role)
    return Step(
        title=f"{labels.verb(NOUN, verb)}{roster.unit_name}{roster.title}",
        confirm=labels.confirm(NOUN, verb),
        version=roster.version,
        objection=objection,
        does=()
        if objection
        else (
            f"产生第{roster.serial + 1}版，由单位核对后报送，您部门再审核。",
            "新的一版按届时的记录和参数重新核算，与本版的差额可以为负。",
            "新的一版接受以前，本版仍然有效。",
            "单位会收到通知，看到更正原因。",
        ),
        reason=f"{labels.verb(NOUN, verb)}原因",
        facts=_of_roster(roster),
    )


def accepted(roster: Roster) -> str:
    return f"{roster.unit_name}{roster.title}已接受，合计{format_yuan(roster.total_fen)}元。"


def returned(roster: Roster) -> str:
    return f"{roster.unit_name}{roster.title}已退回，单位会看到退回原因。"


def corrected(roster: Roster) -> str:
    return f"{roster.unit_name}{roster.title}的更正已提出，等待单位报送第{roster.serial + 1}版。"


def _accepted(sending: Sending) -> Sequence[str]:
    """What an acceptance does."""
    roster = sending.roster
    pending = sum(month.pending for month in sending.months)
    told = [
        f"本次报送的内容、参数和金额固定下来，计入补贴经费汇总：{sending.paid}人，"
        f"合计{format_yuan(roster.total_fen)}元。"
    ]
    told += ["它更正的上一版不再有效，金额以本版为准。"] if roster.corrects else []
    told += [f"待定的{pending}个人月不计入，确定后可以通过更正列入。"] if pending else []
    told += [f"有{sending.unanswered}个问题单位还没有回复，接受后不能再回复。"] if sending.unanswered else []
    told += [f"没有报送{'、'.join(sending.lacks)}。"] if sending.lacks else []
    told += ["人数较多，将在后台与记录核对后办理，完成后会通知您。"] if sending.check is None else []
    return (*told, "接受后不能退回或撤销，内容有误的只能更正。", "单位会收到通知。")


def _facts(sending: Sending) -> Sequence[tuple[str, str]]:
    roster, check = sending.roster, sending.check
    agrees = "与记录一致" if check and check.agrees else "与记录不一致" if check else ""
    told = (
        ("计入人数", str(sending.paid)),
        ("人月数", str(sum(month.payable for month in sending.months))),
        ("其中保险补贴（元）", format_yuan(roster.insurance_fen) if roster.insurance_fen else ""),
        ("报送时间", f"{at_full(sending.round.sent_at)}（第{sending.round.number}次报送）"),
        ("核对结果", agrees),
    )
    return (*_of_roster(roster), *((label, text) for label, text in told if text))


def _of_roster(roster: Roster) -> Sequence[tuple[str, str]]:
    return (
        ("编号", roster.number),
        ("类别", KINDS[roster.kind]),
        ("单位", roster.unit_name),
        ("注册地", region(roster.county)),
        ("月份", roster.months),
        ("列入人数", str(roster.people)),
        ("合计（元）", format_yuan(roster.total_fen)),
    )
