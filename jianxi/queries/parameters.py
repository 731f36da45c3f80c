"""参数 as an office reads them: what holds for its region, the values behind it, and who may set what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain import cohorts, parameters
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.parameter_groups import DOES, GROUPS
from jianxi.domain.parameter_histories import Dated, Entry, Standing, history
from jianxi.domain.policy import Parameter, PolicyValue, parse_value
from jianxi.domain.regions import Level, chain, level_of, span
from jianxi.domain.viewers import OfficialViewer
from jianxi.tables.policies import PolicyRow

_OFFICE = {Role.CITY: Level.CITY, Role.PROVINCE: Level.PROVINCE}


@dataclass(frozen=True, slots=True)
class Held:
    """A parameter as one region has it on a day."""

    parameter: Parameter
    does: str
    """A sentence on what it does."""
    values: tuple[Dated, ...]
    """All of the region and of those above it, the latest day first."""
    unset: str
    """What holds while nobody has set it."""
    may_set: bool

    @property
    def current(self) -> Dated | None:
        return next((each for each in self.values if each.standing is Standing.IN_FORCE), None)

    @property
    def others(self) -> tuple[Dated, ...]:
        """What comes, the nearest day first, and then what a nearer region's value stands before."""
        planned = [each for each in self.values if each.standing is Standing.PLANNED]
        above = [each for each in self.values if each.standing is Standing.PASSED_OVER]
        return (*reversed(planned), *above)

    @property
    def newest(self) -> int:
        """The number of the value entered last: what somebody has seen who sees this."""
        return max((each.entry.id for each in self.values), default=0)


@dataclass(frozen=True, slots=True)
class Listed:
    """A group of the list."""

    label: str
    held: tuple[Held, ...]


async def entries() -> tuple[Entry, ...]:
    """All that were entered, in that order. There are hundreds at most, so they are read whole."""
    rows = await PolicyRow.raw("SELECT * FROM policy ORDER BY id")
    return tuple(
        Entry(
            PolicyValue(
                row["key"],
                row["region"],
                parse_value(parameters.PARAMETERS[row["key"]], row["value"]),
                row["effective_from"],
                row["source"],
                row["entered_by"],
            ),
            row["id"],
            row["entered_at"],
        )
        for row in rows
        if row["key"] in parameters.PARAMETERS
    )


async def listed(viewer: OfficialViewer, day: date) -> tuple[Listed, ...]:
    """Every parameter by its group, as it holds for the viewer's region."""
    known = await entries()
    return tuple(
        Listed(group.label, tuple(_held(viewer, each, known, day) for each in group.parameters))
        for group in GROUPS
    )


async def get(viewer: OfficialViewer, key: str, day: date) -> Held:
    """One of them; raises `Missing`. Minimum wages are by county (queries/wages.py)."""
    parameter = parameters.PARAMETERS.get(key)
    if parameter is None or parameter is parameters.MINIMUM_WAGE:
        raise Missing
    return _held(viewer, parameter, await entries(), day)


async def of_cities(viewer: OfficialViewer, key: str, day: date) -> tuple[tuple[str, Dated], ...]:
    """For the province: which cities go by a value of their own, or will, and which."""
    if viewer.role is not Role.PROVINCE or key not in parameters.PARAMETERS:
        return ()
    known, parameter = await entries(), parameters.PARAMETERS[key]
    first, last = span(viewer.region)
    cities = {entry.value.region for entry in known if entry.value.key == key} - {viewer.region}
    return tuple(
        (city, each)
        for city in sorted(cities)
        if first <= city <= last
        for each in reversed(history(parameter, known, (city,), day))
        if each.standing in (Standing.IN_FORCE, Standing.PLANNED)
    )


def may_set(viewer: OfficialViewer, parameter: Parameter) -> bool:
    """A city for itself and its counties, the province for itself; a county reads."""
    own = _OFFICE.get(viewer.role)
    if viewer.role is Role.CITY and Level.COUNTY in parameter.levels:
        return True
    return own is not None and own in parameter.levels and level_of(viewer.region) is own


async def newest(viewer: OfficialViewer, parameter: Parameter) -> int:
    """The number of the value entered last of those that the viewer's page shows."""
    places: Sequence[str] = chain(viewer.region)
    first, last = span(viewer.region) if Level.COUNTY in parameter.levels else ("", "")
    marks = ", ".join(["{}"] * len(places))
    rows = await PolicyRow.raw(
        f"SELECT max(id) AS newest FROM policy WHERE key = {{}} AND (region IN ({marks}) OR region BETWEEN {{}} AND {{}})",
        *(parameter.key, *places, first, last),
    )
    return int(rows[0]["newest"] or 0)


def _held(viewer: OfficialViewer, parameter: Parameter, known: Sequence[Entry], day: date) -> Held:
    values = history(parameter, known, chain(viewer.region), day)
    unset = (
        f"未设置，按当前年份（{cohorts.current(None, day)}届）"
        if parameter is parameters.COHORT
        else "未设置"
    )
    return Held(parameter, DOES[parameter.key], values, unset, may_set(viewer, parameter))
