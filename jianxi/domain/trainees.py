"""上岗人员 in one list: where each of them stands, what is missing, and what comes next."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from jianxi.domain import departure_next, departures, labels
from jianxi.domain.departures import DepartureFacts
from jianxi.domain.periods import spoken
from jianxi.domain.placements import Duty, PlacementFacts, PlacementState, duty, shown_duty, shown_state

TO_DO, LEAVING = "todo", "leaving"
STANDINGS: Final[dict[str, str]] = {
    TO_DO: "待办理",
    **{
        key: labels.state("placement", key)
        for key in (
            *(PlacementState.UNSIGNED, PlacementState.REJECTED, PlacementState.WAITING),
            *(Duty.AHEAD, Duty.ON_DUTY),
        )
    },
    LEAVING: "离岗办理中",
    **{
        key: labels.state("placement", key)
        for key in (Duty.EXPIRED, Duty.LEFT, Duty.RETAINED, PlacementState.CANCELLED)
    },
}
"""What the list can be narrowed to. 待办理, 离岗 and, while papers are reviewed again, 在岗 hold people who stand in one of
the others as well."""
ALWAYS = (TO_DO, PlacementState.UNSIGNED, PlacementState.WAITING, Duty.AHEAD, Duty.ON_DUTY, Duty.EXPIRED)
"""Their tabs are there also while they hold nobody."""

INSURANCE_DAYS = 30
"""So many days before a policy runs out the employer is told that another one must follow."""

_PAPERS = {
    PlacementState.UNSIGNED: "请下载协议，双方签字盖章后上传，由主管部门审核。",
    PlacementState.WAITING: "协议已上传，等待主管部门审核。",
    PlacementState.REJECTED: "请按不通过原因重新上传协议；登记有误的，先修改登记。",
    PlacementState.CANCELLED: "录用已取消，上岗登记随之取消。",
}


@dataclass(frozen=True, slots=True)
class TraineeFacts:
    """What is looked at besides the placement itself."""

    placement: PlacementFacts
    departure: DepartureFacts | None = None
    """The one that stands, open or approved."""
    policy_ends: date | None = None
    """The next day on which a policy runs out before the period does."""


def departing(facts: TraineeFacts) -> labels.Shown | None:
    """离岗 under way, as a second word beside the state; None without one, or when it is over or has lapsed."""
    of = facts.departure
    if of is None or of.state not in departures.OPEN or departures.is_lapsed(of):
        return None
    return departures.shown_state(of)


def lacks(facts: TraineeFacts) -> tuple[str, ...]:
    """What the employer has to do now, a short clause each."""
    found = []
    if facts.placement.state == PlacementState.UNSIGNED:
        found.append("待上传协议")
    if facts.placement.state == PlacementState.REJECTED:
        found.append("协议审核不通过，待重新上传")
    if facts.departure is not None:
        found.append(departure_next.lacks(facts.departure))
    return tuple(clause for clause in found if clause)


def minds(facts: TraineeFacts) -> tuple[str, ...]:
    """What the employer should keep in mind, a short clause each."""
    of, ends = facts.placement, facts.policy_ends
    stays, found = duty(of) in (Duty.AHEAD, Duty.ON_DUTY), []
    if of.left_on is not None and of.left_on > of.today:
        found.append(f"将于{spoken(of.left_on)}离岗")
    if stays and ends is not None and 0 <= (ends - of.today).days <= INSURANCE_DAYS:
        found.append(f"保险即将到期（{spoken(ends)}），请确认后续保险已经生效")
    return tuple(found)


def days_told(facts: PlacementFacts) -> str:
    """How many days there are still to the start or to the end; "" where neither counts."""
    match duty(facts):
        case Duty.AHEAD:
            return f"{(facts.start - facts.today).days}天后上岗"
        case Duty.ON_DUTY if facts.today == facts.end:
            return "今天期满"
        case Duty.ON_DUTY:
            return f"还有{(facts.end - facts.today).days}天"
    return ""


def next_step(facts: TraineeFacts) -> str:
    """What comes next, in one sentence."""
    of, leaving = facts.placement, facts.departure
    if leaving is not None and not departures.is_lapsed(leaving):
        return departure_next.employer(leaving)
    if of.state != PlacementState.APPROVED:
        still = "重新审核期间仍计为在岗。" if duty(of) is Duty.ON_DUTY else ""
        return _PAPERS[PlacementState(of.state)] + still
    match duty(of):
        case Duty.AHEAD:
            return f"上岗审核已通过，{spoken(of.start)}上岗。上岗前不来的，可以取消录用。"
        case Duty.EXPIRED:
            return "见习期已满。单位留用的，请办理留用登记；不留用的，不需要再办理。"
        case Duty.RETAINED:
            return "已办理留用登记，主管部门可以查看。"
    return f"见习到{spoken(of.end)}结束。提前离开的，办理离岗登记；单位留用的，办理留用登记。"


def after_revocation(facts: PlacementFacts) -> str:
    """What 撤销留用 makes of somebody."""
    becomes = labels.state("placement", duty(replace(facts, is_retained=False)) or facts.state)
    later = "，可以办理离岗登记" if becomes == labels.state("placement", Duty.ON_DUTY) else ""
    return f"状态由“{labels.state('placement', Duty.RETAINED)}”变为“{becomes}”{later}。"


def standings(facts: PlacementFacts) -> tuple[str, ...]:
    """The keys of `STANDINGS` under which somebody is listed: also 在岗 while the papers are reviewed again."""
    beside = shown_duty(facts)
    return (shown_state(facts).state, *((beside.state,) if beside else ()))
