"""The demo's 补贴经费花名册 and 年度清算: accepted, corrected, returned, waiting for the office, and being put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from jianxi.cli.demo_data import roster_acts as acts
from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.quarters import Quarters, at
from jianxi.cli.demo_data.roster_acts import Claim
from jianxi.cli.demo_data.rostered_stories import LOW, PENDING, remarkable
from jianxi.cli.demo_data.traineeship_acts import Trainee
from jianxi.cli.demo_data.traineeship_stories import EMPLOYER, KUNYUN, MINGHU, QUANCHENG
from jianxi.cli.demo_data.traineeships import Step
from jianxi.domain.bases import office_of
from jianxi.domain.periods import DAY, Period
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer

Units = Sequence[tuple[Unit, EmployerViewer]]
People = Mapping[str, Trainee]
"""By name; their placements are known once their stories have come so far."""
SENT, ACCEPTED = 6.5, 7.5
"""Hours after the demo's: when everybody else has done what they do on that day."""


@dataclass(frozen=True, slots=True)
class Planner:
    """What all steps are told by."""

    staff: Staff
    units: Units
    now: datetime
    quarters: Quarters

    def claim(self, username: str, period: Period, kind: RosterKind = RosterKind.PERIOD) -> Claim:
        unit, viewer = next(each for each in self.units if each[0].username == username)
        return Claim(viewer, self.staff.at(office_of(unit.level), unit.county), period, kind)

    def step(self, act: acts.Act, claim: Claim, day: date, hours: float = SENT) -> Step:
        return Step(at(self.now, day, hours), partial(act, claim))

    def accepted(self, username: str, periods: Sequence[Period]) -> list[Step]:
        """Each on the twelfth of the month after it."""
        return [
            step for each in periods for step in self.done(self.claim(username, each), each.last + 12 * DAY)
        ]

    def done(self, claim: Claim, day: date) -> list[Step]:
        return [self.step(acts.submit, claim, day), self.step(acts.accept, claim, day, ACCEPTED)]


def planned(staff: Staff, units: Units, now: datetime, quarters: Quarters, people: People) -> list[Step]:
    plan = Planner(staff, units, now, quarters)
    before, last, today = quarters.before, quarters.last, quarters.today
    return [
        *plan.accepted(EMPLOYER, quarters.between(before)[:-1]),
        *_corrected(plan),
        *_returned(plan, people),
        plan.step(acts.prepare, plan.claim(EMPLOYER, quarters.since_last), today, 0),
        *plan.accepted(MINGHU, quarters.between(last)),
        *plan.accepted(KUNYUN, [before]),
        plan.step(acts.submit, plan.claim(KUNYUN, last), today - 2 * DAY),
        *plan.accepted(QUANCHENG, [before]),
        plan.step(acts.submit, plan.claim(QUANCHENG, last), today - 3 * DAY),
        *_settled(plan),
    ]


def _corrected(plan: Planner) -> list[Step]:
    """Once somebody's 离岗 is decided, whose months were 待定."""
    claim = plan.claim(EMPLOYER, plan.quarters.before)
    first, again = claim.period.last + 12 * DAY, claim.period.last + 19 * DAY
    return [
        *plan.done(claim, first),
        plan.step(acts.correct, claim, again, SENT - 1),
        *plan.done(claim, again),
    ]


def _returned(plan: Planner, people: People) -> list[Step]:
    """After two questions, one of which is answered."""
    claim, today = plan.claim(EMPLOYER, plan.quarters.last), plan.quarters.today
    claim.evidence = claim.period.first - DAY
    raised, left = people[LOW], people[PENDING]
    return [
        plan.step(acts.submit, claim, today - 9 * DAY),
        plan.step(acts.asking(raised, acts.ABOUT_RAISE), claim, today - 8 * DAY),
        plan.step(acts.answer, claim, today - 8 * DAY, ACCEPTED),
        plan.step(acts.asking(left, acts.ABOUT_LEAVING), claim, today - 7 * DAY),
        plan.step(acts.send_back, claim, today - 7 * DAY, ACCEPTED),
    ]


def _settled(plan: Planner) -> list[Step]:
    """In February: demo.employer has retained enough people, demo.minghu has not."""
    year, day = plan.quarters.settled_year, date(plan.quarters.settled + 1, 2, 5)
    kind = RosterKind.SETTLEMENT
    return [step for unit in (EMPLOYER, MINGHU) for step in plan.done(plan.claim(unit, year, kind), day)]


def told(quarters: Quarters) -> list[str]:
    """Which units to look at, and whom in their last two quarters, two in a line."""
    each = [f"{one.name}（{one.words}）" for one in remarkable(quarters)]
    return [
        f"{EMPLOYER}：各季度花名册已接受（一份经过更正），最近一个季度已退回，有提问和提示，之后的月份待报送；年度清算已接受，达到留用率",
        f"{KUNYUN}：最近一个季度等待demo.county审核，有提示",
        f"{QUANCHENG}：最近一个季度等待demo.shizhong审核，有提示",
        f"{MINGHU}：由demo.city审核，各季度花名册已接受；年度清算已接受，没有达到留用率",
        "demo.city：参数、最低工资标准（较早年度的标明为演示数据）、补贴经费和统计",
        "花名册中的人员：",
        *("  " + "　".join(each[first : first + 2]) for first in range(0, len(each), 2)),
    ]
