"""等待天数 of reviews for 统计: which reviews are told of, and exact medians."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jianxi.domain.bases import BaseState
from jianxi.domain.departures import DepartureState
from jianxi.domain.flow import Role
from jianxi.domain.placements import PlacementState
from jianxi.domain.positions import PositionState
from jianxi.domain.rosters import RosterState


@dataclass(frozen=True, slots=True)
class Review:
    """One review whose waiting times are told: the states of its noun in which it waits."""

    key: str
    noun: str
    label: str
    states: tuple[str, ...]


REVIEWS = (
    Review("base", "base", "见习基地审核", (BaseState.WAITING_COUNTY, BaseState.WAITING_CITY)),
    Review(
        "position", "position", "见习岗位审核", (PositionState.WAITING_COUNTY, PositionState.WAITING_CITY)
    ),
    Review("placement", "placement", "见习上岗审核", (PlacementState.WAITING,)),
    Review("departure", "departure", "终止见习审核", (DepartureState.WAITING,)),
    Review("appeal", "departure", "提请主管部门", (DepartureState.WAITING_OFFICE,)),
    Review("roster", "roster", "补贴经费花名册", (RosterState.SENT,)),
)
OFFICES = (Role.COUNTY, Role.CITY)
WAITED_MEANS = (
    "等待天数从送到该级审核之日算到作出决定之日，当天办结的为0天；"
    "中位数是按天数排列居中的一件，件数为双数时取居中两件的平均。撤销审核后再审的另计一件。"
)


@dataclass(frozen=True, slots=True)
class Waited:
    """How long reviews waited: how many by the number of days."""

    days: Mapping[int, int]

    @property
    def count(self) -> int:
        return sum(self.days.values())

    @property
    def longest(self) -> int | None:
        return max(self.days, default=None)

    @property
    def median(self) -> Fraction | None:
        """The one in the middle, or half-way between the two that are."""
        if not self.days:
            return None
        last = self.count - 1
        return Fraction(self._at(last // 2) + self._at(last - last // 2), 2)

    def _at(self, place: int) -> int:
        """The days of the one at that place, shortest first, counted from 0."""
        passed = 0
        for day in sorted(self.days):
            passed += self.days[day]
            if place < passed:
                return day
        raise IndexError(place)


def told_days(days: Fraction | int | None) -> str:
    """3天, 2.5天; 「—」 where nothing was decided. A median has halves and nothing finer."""
    if days is None:
        return "—"
    whole, half = divmod(Fraction(days), 1)
    return f"{whole}{'.5' if half else ''}天"
