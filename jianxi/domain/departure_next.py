"""What a 离岗 under way asks of each side: one table of sentences for the employer's list and pages and for the person's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jianxi.domain.bases import office_of
from jianxi.domain.departures import DepartureFacts, DepartureState, is_appeal_rejected, is_lapsed
from jianxi.domain.flow import Role
from jianxi.domain.periods import after_working_days, spoken

S = DepartureState
APPEAL_REJECTED = "appeal_rejected"
"""审核不通过 of what was never certified: another thing than a certificate that is to be mended."""


@dataclass(frozen=True, slots=True)
class _Said:
    """To each side; they may name {office} and {day}. A side that it does not concern any more reads of the 上岗 alone."""

    employer: str
    person: str = ""
    lacks: str = ""
    """What only the employer can do, as a short clause."""


_STAMPED = "接下来请在解除协议证明上签字，由单位盖章后上传，主管部门审核。"
_DECIDES = "证明已上传，接下来由主管部门审核，结果会显示在本页。"
_ASK = "对离岗有异议的，请联系单位撤销，或向主管部门反映。"
_RECORDED = "单位已为您办理离岗登记，离岗日期为{day}。"
_PRINT = "请下载解除协议证明，打印、签字盖章后上传，由{office}人社部门审核。"
_SENT = "证明已上传，等待{office}人社部门审核。"
_AGAIN = "证明审核不通过，待重新上传"

_BY_PERSON: Mapping[str, _Said] = {
    S.WAITING_EMPLOYER: _Said(
        "本人申请终止见习，请办理离岗审核：通过并确认离岗日期，或不通过并说明原因。",
        "终止见习的申请已送达，接下来由单位审核。{meanwhile}；改变主意的，可以撤回。",
        "离岗申请待审核",
    ),
    S.REFUSED: _Said(
        "您单位没有同意终止见习，本人会看到原因，之后由本人撤回申请或提请主管部门决定。改变决定的，可以通过。",
        "单位没有同意终止见习。可以提请主管部门决定，也可以撤回申请、继续见习。",
    ),
    S.WAITING_OFFICE: _Said(
        "本人已提请主管部门，由{office}人社部门决定并确定离岗日期，您单位暂时不用办理。",
        "已提请主管部门。接下来由主管部门核实，决定是否终止见习并确定离岗日期，结果会显示在本页。改变主意的，可以撤回。",
    ),
    S.WAITING_CERTIFICATE: _Said(
        _PRINT + "离岗日期有误的，可以修改离岗登记。",
        "单位已同意，离岗日期为{day}。" + _STAMPED,
        "待上传证明",
    ),
    S.WAITING: _Said(_SENT, _DECIDES),
    S.REJECTED: _Said(
        "请按不通过原因更正：证明有误的，重新上传；离岗日期有误的，修改离岗登记后重新下载、上传。",
        "主管部门审核不通过。请联系单位更正后重新办理；也可以撤回申请，见习不因此提前结束。",
        _AGAIN,
    ),
    APPEAL_REJECTED: _Said(
        "主管部门没有同意本人提请的终止见习，见习不因此提前结束，您单位不需要办理。需要办理留用的，请本人先撤回申请。"
        "您单位同意终止的，可以在修改离岗登记中确认离岗日期，再下载、上传解除协议证明。",
        "主管部门没有同意终止见习，见习不因此提前结束。您可以撤回申请，以后需要时重新申请；"
        "单位改为同意的，由单位办理解除协议证明。对决定有异议的，请联系主管部门。",
    ),
    S.RECALLED: _Said("本人已撤回申请，不再办理。"),
    S.LAPSED: _Said("见习期届满前没有审核，这个申请已经失效，不需要再办理。"),
}
_BY_EMPLOYER: Mapping[str, _Said] = {
    **_BY_PERSON,
    S.WAITING_CERTIFICATE: _Said(
        _PRINT + "登记有误的，可以修改或撤销离岗登记。", _RECORDED + _STAMPED + _ASK, "待上传证明"
    ),
    S.WAITING: _Said(_SENT, _RECORDED + _DECIDES + _ASK),
    S.REJECTED: _Said(
        "请按不通过原因更正：证明有误的，重新上传；登记有误的，修改离岗登记后重新下载、上传。不再办理的，撤销离岗登记。",
        "离岗登记审核不通过，接下来由单位更正后重新上传证明。" + _ASK,
        _AGAIN,
    ),
    S.RECALLED: _Said("这次离岗登记已由您单位撤回，不再办理。"),
}


def employer(facts: DepartureFacts) -> str:
    """Wherever the employer meets it."""
    if facts.state == S.APPROVED:
        return _approved(facts)
    return _said(facts).employer.format_map(_words(facts))


def to_employer(facts: DepartureFacts, since: date) -> str:
    """The same on its page, with how much time there is. `since` is the day on which it came into its present state."""
    return employer(facts) + _deadline(facts, since)


def person(facts: DepartureFacts) -> str:
    """ "" where it is over, and the 上岗 has its own words."""
    return "" if facts.state == S.APPROVED else _said(facts).person.format_map(_words(facts))


def lacks(facts: DepartureFacts) -> str:
    """What the employer has to do now; "" where there is nothing."""
    return "" if facts.state == S.APPROVED else _said(facts).lacks


def _said(facts: DepartureFacts) -> _Said:
    table = _BY_PERSON if facts.asked_by_person else _BY_EMPLOYER
    if is_appeal_rejected(facts):
        return table[APPEAL_REJECTED]
    return table[S.LAPSED if is_lapsed(facts) else S(facts.state)]


def _words(facts: DepartureFacts) -> dict[str, str]:
    day = spoken(facts.last_day) if facts.last_day is not None else ""
    office = "市级" if office_of(facts.base_level) is Role.CITY else "区县"
    return {"office": office, "day": day, "meanwhile": meanwhile(facts.last_day, facts.today)}


def meanwhile(wanted: date | None, today: date) -> str:
    """What holds for a person while the employer considers the request."""
    if wanted is None or wanted >= today:
        return "审核期间见习照常进行"
    return f"期望离岗日期{spoken(wanted)}已经过去，离岗日期由单位确认"


def _deadline(facts: DepartureFacts, since: date) -> str:
    """Until when a person has to wait for the employer."""
    what = {S.WAITING_EMPLOYER: "办理", S.WAITING_CERTIFICATE: "上传"}.get(S(facts.state))
    if what is None or not facts.asked_by_person or is_lapsed(facts):
        return ""
    appeal = after_working_days(since, facts.appeal_after)
    if facts.state == S.WAITING_EMPLOYER and facts.end < appeal:
        return f"到{spoken(facts.end)}见习期届满还没有办理的，这个申请失效。"
    if appeal <= facts.today:
        return "本人现在已经可以提请主管部门决定。"
    return f"到{spoken(appeal)}还没有{what}的，本人可以提请主管部门决定。"


def _approved(facts: DepartureFacts) -> str:
    if facts.last_day is None or facts.last_day < facts.start:
        return "已按未上岗办结：没有见习天数，名额已退还，本人的就业见习机会也已恢复。"
    if facts.last_day > facts.today:
        return f"已办结。{spoken(facts.last_day)}是见习的最后一天，在那之前见习照常进行。"
    return f"已办结，见习到{spoken(facts.last_day)}为止。"
