"""What comes next in a 离岗, told to the employer on its page."""

from datetime import date

from jianxi.domain.bases import office_of
from jianxi.domain.departures import DepartureFacts, DepartureState, is_lapsed
from jianxi.domain.flow import Role
from jianxi.domain.periods import after_working_days, spoken

S = DepartureState
_TOLD: dict[str, str] = {
    S.WAITING_EMPLOYER: "请审核：通过并确认离岗日期，或不通过并说明原因。到{appeal}还没有办理的，本人可以提请主管部门决定。",
    S.REFUSED: "您单位没有同意，本人会看到原因，可以撤回申请或提请主管部门决定。改变决定的，可以通过。",
    S.WAITING_OFFICE: "本人已提请主管部门，由{office}人社部门决定并确定离岗日期，您单位暂时不用办理。",
    S.WAITING_CERTIFICATE: (
        "请下载解除协议证明，打印、盖章签字后上传，由{office}人社部门审核。"
        "到{appeal}还没有上传的，本人可以提请主管部门决定。"
    ),
    S.WAITING: "证明已上传，等待{office}人社部门审核。",
    S.REJECTED: "请按不通过原因更正：登记有误的，修改离岗登记；证明有误的，重新上传。",
    S.RECALLED: "这次离岗已经撤回，不再办理。",
    S.LAPSED: "见习期届满前没有审核，这个申请已经失效，不需要再办理。",
}


def to_employer(facts: DepartureFacts, since: date, last_day: date) -> str:
    """`since` is the day on which it came into its present state."""
    if facts.state == S.APPROVED:
        return _approved(facts, last_day)
    office = "市级" if office_of(facts.base_level) is Role.CITY else "区县"
    appeal = spoken(after_working_days(since, facts.appeal_after))
    return _TOLD[S.LAPSED if is_lapsed(facts) else S(facts.state)].format(office=office, appeal=appeal)


def _approved(facts: DepartureFacts, last_day: date) -> str:
    if last_day < facts.start:
        return "已按未上岗办结：没有见习天数，名额已退还，本人的就业见习机会也已恢复。"
    if last_day > facts.today:
        return f"已办结。{spoken(last_day)}是见习的最后一天，在那之前见习照常进行。"
    return f"已办结，见习到{spoken(last_day)}为止。"
