"""What a person reads beside their own 上岗: where they stand, what comes next, and what they can do."""

from datetime import date

from jianxi.domain import departure_next
from jianxi.domain.departures import DepartureFacts, DepartureState, is_lapsed
from jianxi.domain.periods import after_working_days, spoken
from jianxi.domain.placements import Duty, PlacementFacts, PlacementState, duty, has_started

MAY_DECLINE = "上岗前决定不去的，可以放弃录用，就业见习的机会不会用去。"
GOES_ON = "您的见习照常进行，不受影响。"
USED = "就业见习的机会每人只有一次，您已经使用。"


def what_next(facts: PlacementFacts) -> str:
    """Of the placement alone; a 离岗 under way has its own words (`leaving`)."""
    if facts.state != PlacementState.APPROVED:
        return _papers(facts)
    match duty(facts):
        case Duty.AHEAD:
            return (
                f"上岗审核已通过。请于{spoken(facts.start)}到单位上岗。"
                "就业见习的机会已经使用；上岗前决定不去的，可以放弃录用，机会会退还给您。"
            )
        case Duty.LEFT:
            return _left(facts)
        case Duty.EXPIRED:
            return f"见习期已于{spoken(facts.end)}届满。是否留用，请与单位联系。{USED}"
        case Duty.RETAINED:
            return (
                "单位已为您办理留用登记。请与单位签订劳动合同、办理社会保险；与登记不一致的，请联系单位更正。"
            )
    return _on_duty(facts)


def _on_duty(facts: PlacementFacts) -> str:
    """Also of somebody whose 离岗 is approved for a day to come."""
    if facts.left_on is not None:
        return f"终止见习已审核通过，离岗日期为{spoken(facts.left_on)}；到那一天为止，见习照常进行。{USED}"
    return (
        f"您正在见习，到{spoken(facts.end)}期满。生活费由单位按月发放；工作、生活费或保险有问题时，请先联系指导教师或单位。"
        "需要提前结束的，可以申请终止见习。"
    )


def _left(facts: PlacementFacts) -> str:
    if facts.left_on is not None and facts.left_on < facts.start:
        return "已按未上岗办理，您没有用去就业见习的机会。"
    day = spoken(facts.left_on) if facts.left_on is not None else ""
    return f"您已于{day}离岗，见习结束。{USED}"


def _papers(facts: PlacementFacts) -> str:
    """While nothing is approved. Who was on duty before a 撤销审核 still is."""
    what = {
        PlacementState.UNSIGNED: "单位已办理录用上岗登记。接下来请核对协议内容并签字，由单位盖章后上传，主管部门审核。"
        "登记有误的，请联系单位修改。",
        PlacementState.WAITING: "协议已上传，接下来由主管部门审核，结果会显示在本页。审核通过时，就业见习的机会即为使用。",
        PlacementState.REJECTED: "上岗审核没有通过。接下来由单位更正后重新上传协议，需要您补签的，请与单位联系。",
    }.get(PlacementState(facts.state), "")
    if not what:
        return ""
    if not has_started(facts):
        return what + MAY_DECLINE
    return (
        f"上岗审核正在重新办理，您的见习不受影响。{what.replace('审核通过时，就业见习的机会即为使用。', '')}"
    )


def leaving(facts: DepartureFacts) -> str:
    """Of a 离岗 under way; "" for one that is over."""
    return departure_next.person(facts)


def appeal_from(facts: DepartureFacts, since: date) -> date:
    """The first day on which 提请主管部门 is possible, where the employer stays silent in a state it has been in since then."""
    return after_working_days(since, facts.appeal_after)


def appeal_told(facts: DepartureFacts, since: date) -> str:
    """From which day on the office can be asked; "" where that is possible already or never."""
    first = appeal_from(facts, since)
    if facts.state == DepartureState.WAITING_EMPLOYER and facts.today <= facts.end < first:
        return f"单位有{facts.appeal_after}个工作日办理；见习期到{spoken(facts.end)}届满，届时没有答复的，申请失效。"
    silent = facts.state in (DepartureState.WAITING_EMPLOYER, DepartureState.WAITING_CERTIFICATE)
    if not silent or not facts.asked_by_person or is_lapsed(facts) or first <= facts.today:
        return ""
    return (
        f"单位有{facts.appeal_after}个工作日办理；到时没有办理的，自{spoken(first)}起可以提请主管部门。"
        "也可以联系单位尽快办理。"
    )
