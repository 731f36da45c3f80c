"""Reads 通知: what a viewer was told, newest first, and how many they have not read."""

from dataclasses import dataclass
from datetime import datetime

from piccolo.custom_types import Combinable
from piccolo.query.methods.count import Count
from piccolo.querystring import QueryString

from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.tables.notices import Notice as Row
from jianxi.tables.statements import run

MOST_COUNTED = 1_000
_NEWEST = (Row.created_at, Row.id)
_SHOWN = (Row.id, Row.title, Row.body, Row.path, Row.created_at, Row.read_at)


@dataclass(frozen=True, slots=True)
class Notice:
    """One of the viewer's."""

    id: int
    title: str
    body: str
    path: str
    created_at: datetime
    read_at: datetime | None

    @property
    def lines(self) -> list[str]:
        """What, why, what next, whom to ask."""
        return self.body.split("\n")


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are; counting stops at `MOST_COUNTED`, and then there are more. `newest`: the last id."""

    many: int
    capped: bool
    newest: int


def visible_to(viewer: Viewer) -> Combinable:
    """An office's are of everybody who works there."""
    seen: Combinable = Row.id < 0
    match viewer:
        case EmployerViewer(employer=employer):
            seen = (Row.employer == employer) & Row.employer.is_not_null()
        case PersonViewer(person=int(person)):
            seen = (Row.person == person) & Row.person.is_not_null()
        case OfficialViewer(region=region):
            seen = (Row.office == region) & (Row.office != "")
    return seen


def unread(viewer: Viewer) -> Count:
    """How many, to be asked; an index of the unread alone answers it."""
    return Row.count().where(visible_to(viewer), Row.read_at.is_null())


async def page(viewer: Viewer, *, offset: int, size: int) -> list[Notice]:
    query = Row.select(*_SHOWN).where(visible_to(viewer)).order_by(*_NEWEST, ascending=False)
    return [Notice(**row) for row in await query.limit(size).offset(offset)]


async def total(viewer: Viewer) -> Total:
    some = Row.select(Row.id).where(visible_to(viewer)).order_by(*_NEWEST, ascending=False)
    counted = some.limit(MOST_COUNTED + 1).querystrings[0]
    asked = QueryString("SELECT COUNT(*) AS many, MAX(id) AS newest FROM ({}) AS counted", counted)
    row = (await run(Row, asked))[0]
    many = int(row["many"])
    return Total(min(many, MOST_COUNTED), many > MOST_COUNTED, row["newest"] or 0)


async def get(viewer: Viewer, id: int) -> Notice:
    """`Missing` for another's."""
    row = await Row.select(*_SHOWN).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return Notice(**row)
