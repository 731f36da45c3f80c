"""上岗人员 in one list: where each of them stands, what is missing, and what comes next."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from jianxi.domain import departures, labels
from jianxi.domain.departures import DepartureState
from jianxi.domain.periods import spoken
from jianxi.domain.placements import Duty, PlacementFacts, PlacementState, duty, shown_state

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
    LEAVING: "离岗",
    **{
        key: labels.state("placement", key)
        for key in (Duty.EXPIRED, Duty.LEFT, Duty.RETAINED, PlacementState.CANCELLED)
    },
}
"""What the list can be narrowed to. 待办理 and 离岗 hold people who stand in one of the others as well."""
ALWAYS = (TO_DO, PlacementState.UNSIGNED, PlacementState.WAITING, Duty.AHEAD, Duty.ON_DUTY, Duty.EXPIRED)
"""Their tabs are there also while they hold nobody."""

INSURANCE_DAYS = 30
"""So many days before a policy runs out that another one must follow."""

_LACKS = {
    DepartureState.WAITING_EMPLOYER: "离岗申请待审核",
    DepartureState.WAITING_CERTIFICATE: "待上传证明",
    DepartureState.REJECTED: "证明审核不通过，待重新上传",
}
EMPLOYER_ACTS: Final = tuple(_LACKS)
"""States of a departure in which the employer has to act."""


@dataclass(frozen=True, slots=True)
class TraineeFacts:
    """What is looked at besides the placement itself."""

    placement: PlacementFacts
    departure_state: str = ""
    """Of the departure that stands, "" without one."""
    policy_ends: date | None = None
    """The next day on which a policy runs out before the period does."""


def departing(facts: TraineeFacts) -> labels.Shown | None:
    """离岗 under way, as a second word beside the state; None without one, or when it is over or has lapsed."""
    if facts.departure_state not in departures.OPEN or _has_lapsed(facts):
        return None
    return labels.shown("departure", facts.departure_state)


def lacks(facts: TraineeFacts) -> tuple[str, ...]:
    """What the employer has to do now, a short clause each."""
    found = []
    state = facts.placement.state
    if state == PlacementState.UNSIGNED:
        found.append("待上传协议")
    if state == PlacementState.REJECTED:
        found.append("协议审核不通过，待修改后重新上传")
    if departing(facts) is not None and facts.departure_state in _LACKS:
        found.append(_LACKS[DepartureState(facts.departure_state)])
    return tuple(found)


def minds(facts: TraineeFacts) -> tuple[str, ...]:
    """What the employer should keep in mind, a short clause each."""
    ends, today = facts.policy_ends, facts.placement.today
    stays = duty(facts.placement) in (Duty.AHEAD, Duty.ON_DUTY)
    if stays and ends is not None and 0 <= (ends - today).days <= INSURANCE_DAYS:
        return (f"保险即将到期（{spoken(ends)}），请确认后续保险已生效",)
    return ()


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


def after_revocation(facts: PlacementFacts) -> str:
    """What 撤销留用 makes of somebody."""
    becomes = labels.state("placement", duty(replace(facts, is_retained=False)) or facts.state)
    later = "，可以办理离岗登记" if becomes == labels.state("placement", Duty.ON_DUTY) else ""
    return f"状态由“{labels.state('placement', Duty.RETAINED)}”变为“{becomes}”{later}。"


def standing(facts: PlacementFacts) -> str:
    """The key of `STANDINGS` under which somebody is listed."""
    return shown_state(facts).state


def _has_lapsed(facts: TraineeFacts) -> bool:
    return (
        facts.departure_state == DepartureState.WAITING_EMPLOYER
        and facts.placement.today > facts.placement.end
    )
