"""What stands behind a number of 统计: the office's own list of exactly these records, else the figure's breakdown."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.applications import Starlette

from jianxi.domain import statistics
from jianxi.domain.flow import Role
from jianxi.domain.periods import Period
from jianxi.domain.regions import Level, level_of
from jianxi.domain.statistics import Figure
from jianxi.domain.viewers import OfficialViewer
from jianxi.domain.waiting_times import Review
from jianxi.forms.day_ranges import days_text
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.web.requests import addresses

BREAKDOWN = "authority:statistics_breakdown"
_ALL, _APPROVED = "all", {"state": "approved"}
_LISTS: dict[Figure, tuple[str, dict[str, str], str]] = {
    statistics.BASES: ("bases", _APPROVED, ""),
    statistics.NEW_BASES: ("bases", _APPROVED, "approved"),
    statistics.POSITIONS: ("positions", {"state": "published"}, ""),
    statistics.SEATS: ("positions", {"state": "published"}, ""),
    statistics.NEW_POSITIONS: ("positions", {"state": _ALL}, "published"),
    statistics.NEW_SEATS: ("positions", {"state": _ALL}, "published"),
    statistics.ACCEPTED_OWN: ("applications", {"state": "accepted"}, "accepted"),
    statistics.BEGUN: ("placements", {"state": _ALL}, "began"),
    statistics.ON_DUTY: ("placements", {"state": _ALL}, "on_duty"),
    statistics.COMPLETED: ("placements", {"state": _ALL}, "completed"),
    statistics.RETAINED: ("placements", {"state": _ALL}, "retained"),
    statistics.LEFT: ("departures", _APPROVED, "left"),
    statistics.GRANTED: ("rosters", {"state": "accepted", "kind": "period"}, "months"),
    statistics.SETTLED: ("rosters", {"state": "accepted", "kind": "settlement"}, "months"),
    statistics.INSURED: ("rosters", {"state": "accepted"}, "months"),
}
"""The list, its state, and which of its days the figure's are. 录用名单 has only what is of the office's own level, so that
录用 as a whole is broken down."""
_OWN, _BOTH = frozenset({"own"}), frozenset({"own", "other"})
_WAITING: dict[str, tuple[str, str, str, frozenset[str]]] = {
    "base": ("bases", "waiting_{office}", "waiting_{office}", _BOTH),
    "position": ("positions", "waiting_{office}", "waiting_{office}", _BOTH),
    "placement": ("placements", "waiting", "waiting_elsewhere", _BOTH),
    "departure": ("departures", "waiting", "", _OWN),
    "appeal": ("departures", "waiting_office", "", _OWN),
    "roster": ("rosters", "sent", "elsewhere", _BOTH),
}
"""The list, and its state for what waits here and for what waits at the other office, where that is a state of its own."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Leads from the numbers of one page, for one office."""

    app: Starlette
    viewer: OfficialViewer
    filters: StatisticsFilters
    breaks_down: bool = True
    """Whether a number without a list leads to its breakdown; that of the breakdown itself does not."""

    def figure(self, figure: Figure, place: str = "", days: Period | None = None) -> str:
        """The address; empty where there is nothing behind the number."""
        days = days or Period(self.filters.first, self.filters.last)
        place = place or self.filters.place
        told = statistics.days_told(figure, days, self.filters.today)
        if figure not in _LISTS or not self._lists(figure):
            return self._broken_down(figure.key, place, days)
        noun, query, kind = _LISTS[figure]
        if kind == "months":
            return self._at(noun, {**query, "from": f"{days.first:%Y-%m}", "to": f"{days.last:%Y-%m}"}, place)
        return self._at(noun, {**query, **({"days": days_text(kind, told)} if kind and told else {})}, place)

    def waiting(self, review: Review, office: Role, place: str = "") -> str:
        noun, own, other, which = _WAITING[review.key]
        is_own = office is self.viewer.role
        # What has not passed the county is not the city's to see: it is told how many there are, county by county.
        hidden = self.viewer.role is Role.CITY and noun in {"bases", "positions"} and not is_own
        if self.viewer.role is Role.PROVINCE or hidden or ("own" if is_own else "other") not in which:
            return self.review(review, office, place)
        state = (own if is_own else other).format(office=office.value)
        return self._at(noun, {"state": state}, place or self.filters.place)

    def review(self, review: Review, office: Role, place: str = "", days: Period | None = None) -> str:
        days = days or Period(self.filters.first, self.filters.last)
        return self._broken_down(f"{review.key}.{office.value}", place or self.filters.place, days)

    def _lists(self, figure: Figure) -> bool:
        return self.viewer.role is not Role.PROVINCE or _LISTS[figure][0] == "bases"

    def _broken_down(self, key: str, place: str, days: Period) -> str:
        """A single place on the breakdown has nothing finer behind it, but for a city of the province."""
        finer = place and place != self.filters.place and level_of(place) is Level.CITY
        if not (self.breaks_down or finer):
            return ""
        query = {"figure": key, "from": f"{days.first:%Y-%m}", "to": f"{days.last:%Y-%m}", "place": place}
        return f"{addresses(self.app)(BREAKDOWN)}?{urlencode({name: text for name, text in query.items() if text})}"

    def _at(self, noun: str, query: dict[str, str], place: str) -> str:
        if place and place != self.viewer.region:
            name = "city" if level_of(place) is Level.CITY else "county"
            query = {**query, name: place}
        return f"{addresses(self.app)(f'authority:{noun}')}?{urlencode(query)}"
