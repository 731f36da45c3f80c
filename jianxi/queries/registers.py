"""Reads the 生源信息库 for cities and the province: rows whose 生源地 lies in their region, and no others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import indexes, unseal
from jianxi.domain import citizen_id
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer, Viewer
from jianxi.forms.register_filters import RegisterFilters
from jianxi.queries import regions as known_regions
from jianxi.queries.conditions import inside, pattern
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate as Row
from jianxi.tables.persons import Person

NEVER = Row.id < 0
LISTED = (
    *(Row.id, Row.name, Row.sex, Row.id_number, Row.school, Row.major, Row.degree, Row.cohort, Row.origin),
)
PLAIN = ("name", "sex", "nation", "politics", "school", "major", "degree")
SEALED = ("household", "address", "mail", "phone")


@dataclass(frozen=True, slots=True)
class Line:
    """One graduate in the list."""

    id: int
    name: str
    sex: str
    id_masked: str
    school: str
    major: str
    degree: str
    cohort: int
    origin: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One graduate as the register has it. `values` are texts by the name of the form's field, the ID number whole."""

    id: int
    version: int
    values: Mapping[str, str]
    origin: str
    """The code of the 生源地."""
    is_here: bool
    """The graduate has registered or submitted a form: a person's row hangs on this one."""

    @property
    def name(self) -> str:
        return self.values["name"]

    @property
    def id_masked(self) -> str:
        return citizen_id.mask(self.values["id_number"])

    @property
    def shown(self) -> Mapping[str, str]:
        """What the form shows: the ID number is masked until somebody types another."""
        return {**self.values, "id_number": self.id_masked}


def visible_to(viewer: Viewer) -> Combinable:
    """Cities and the province keep the register, of their region by 生源地; counties do not."""
    match viewer:
        case OfficialViewer(role=Role.CITY | Role.PROVINCE, region=region):
            return inside(Row.origin, region)
    return NEVER


def keeper(viewer: OfficialViewer) -> OfficialViewer:
    """The viewer when the register is theirs to keep; for a county there is no such page."""
    if viewer.role not in {Role.CITY, Role.PROVINCE}:
        raise Missing
    return viewer


async def count(viewer: OfficialViewer, filters: RegisterFilters) -> int:
    return int(await Row.count().where(*_wanted(viewer, filters)))


async def page(viewer: OfficialViewer, filters: RegisterFilters, *, offset: int, size: int) -> list[Line]:
    """The newest rows first."""
    query = Row.select(*LISTED).where(*_wanted(viewer, filters)).order_by(Row.id, ascending=False)
    return [_line(row) for row in await query.limit(size).offset(offset)]


async def find(viewer: OfficialViewer, id_number: str) -> int | None:
    """The row of that ID number, in the viewer's region."""
    mine = (visible_to(viewer), Row.id_index.is_in(list(indexes(id_number))))
    row = await Row.select(Row.id).where(*mine).first()
    return int(row["id"]) if row else None


async def cohorts(viewer: OfficialViewer) -> list[int]:
    """The 届 that the register of this region has, newest first."""
    query = Row.select(Row.cohort).distinct().where(visible_to(viewer))
    return sorted((row["cohort"] for row in await query), reverse=True)


async def get(viewer: Viewer, id: int) -> Entry:
    """The row with that id; `Missing` for one that is not there or of another region."""
    row = await Row.select().where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    is_here = await Person.exists().where(Person.graduate == id)
    origin = (await known_regions.directory()).full_name(row["origin"])
    return Entry(row["id"], row["version"], {**_values(row), "origin": origin}, row["origin"], is_here)


async def last_hand(id: int) -> str:
    """Who corrected the row last; "" when an import did."""
    mine = (LogEntry.noun == "graduate") & (LogEntry.record == id)
    entry = (
        await LogEntry.select(LogEntry.actor_name).where(mine).order_by(LogEntry.id, ascending=False).first()
    )
    return str(entry["actor_name"]) if entry else ""


def _values(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        **{name: row[name] for name in PLAIN},
        "id_number": unseal(row["id_number"], "person.id"),
        "cohort": str(row["cohort"]),
        "graduated_on": row["graduated_on"].isoformat() if row["graduated_on"] else "",
        **{name: unseal(row[name], f"person.{name}") if row[name] else "" for name in SEALED},
    }


def _line(row: Mapping[str, Any]) -> Line:
    masked = citizen_id.mask(unseal(row["id_number"], "person.id"))
    return Line(id_masked=masked, **{name: value for name, value in row.items() if name != "id_number"})


def _wanted(viewer: OfficialViewer, filters: RegisterFilters) -> Sequence[Combinable]:
    wanted: list[Combinable] = [visible_to(viewer)]
    if filters.cohort is not None:
        wanted.append(Row.cohort == filters.cohort)
    if filters.place:
        wanted.append(inside(Row.origin, filters.place))
    return [*wanted, *(_contains(word) for word in filters.folded)]


def _contains(word: str) -> Combinable:
    either = "(lower(name) LIKE {} ESCAPE '!' OR lower(school) LIKE {} ESCAPE '!')"
    return WhereRaw(either, pattern(word), pattern(word))
