"""Whom a transition (通知) concerns and what its sentences speak of: one statement a noun, by primary keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain.regions import city_of
from jianxi.tables.engine import current

_POST = (
    "p.id AS position, p.base AS base, p.employer AS employer, p.unit_name AS unit, p.title AS title, "
    "p.contact AS contact, p.phone AS phone, p.county AS county, p.base_level AS level, p.chain AS chain"
)
_NOBODY = "NULL AS application, NULL AS person, '' AS name"
_SOMEBODY = "a.id AS application, a.person AS person, n.name AS name"
_PLACED = (
    "JOIN application a ON a.id = l.application JOIN position p ON p.id = a.position "
    "JOIN person n ON n.id = a.person"
)
_UNIT = (
    "NULL AS position, b.id AS base, e.id AS employer, e.name AS unit, '' AS title, '' AS contact, "
    "'' AS phone, e.county AS county, b.level AS level, '' AS chain"
)
_OF_UNIT = "FROM base b JOIN employer e ON e.id = b.employer"
_WAITS = "LEFT JOIN application a ON a.position = p.id AND a.state = 'waiting'"

_ASKED: Mapping[str, str] = {
    "base": f"SELECT {_UNIT}, {_NOBODY} {_OF_UNIT} WHERE b.id = {{}}",
    "position": f"SELECT {_POST}, {_NOBODY} FROM position p WHERE p.id = {{}}",
    "application": f"SELECT {_POST}, {_SOMEBODY} FROM application a JOIN position p ON p.id = a.position "
    "JOIN person n ON n.id = a.person WHERE a.id = {}",
    "placement": f"SELECT {_POST}, {_SOMEBODY}, l.id AS placement FROM placement l {_PLACED} WHERE l.id = {{}}",
    "departure": f"SELECT {_POST}, {_SOMEBODY}, l.id AS placement, d.id AS departure FROM departure d "
    f"JOIN placement l ON l.id = d.placement {_PLACED} WHERE d.id = {{}}",
    "retention": f"SELECT {_POST}, {_SOMEBODY}, l.id AS placement FROM retention d "
    f"JOIN placement l ON l.id = d.placement {_PLACED} WHERE d.id = {{}}",
    "filing": "SELECT id AS filing, city AS county FROM filing WHERE id = {}",
    "roster": "SELECT r.id AS roster, coalesce(c.id, r.id) AS newest, r.employer AS employer, e.name AS unit, "
    "r.county AS county, r.level AS level FROM roster r JOIN employer e ON e.id = r.employer "
    "LEFT JOIN roster c ON c.corrects = r.id WHERE r.id = {}",
    "identity_case": "SELECT id AS identity_case, person, region, region AS county FROM identity_case WHERE id = {}",
}
_WITH_WAITING: Mapping[str, str] = {
    "position": f"SELECT {_POST}, a.id AS application, a.person AS person, '' AS name "
    f"FROM position p {_WAITS} WHERE p.id = {{}}",
    "base": "SELECT p.id AS position, b.id AS base, e.id AS employer, e.name AS unit, p.title AS title, "
    "'' AS contact, '' AS phone, e.county AS county, b.level AS level, '' AS chain, "
    f"a.id AS application, a.person AS person, '' AS name {_OF_UNIT} "
    "LEFT JOIN (position p JOIN application a ON a.position = p.id AND a.state = 'waiting') "
    "ON p.base = b.id WHERE b.id = {}",
}
"""The same with a row for everybody whose application waits."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """A record's unit, person and offices, with the words and ids that its notices need."""

    words: Mapping[str, str]
    ids: Mapping[str, object]

    @property
    def employer(self) -> int | None:
        return _number(self.ids.get("employer"))

    @property
    def person(self) -> int | None:
        return _number(self.ids.get("person"))

    @property
    def county(self) -> str:
        return self.words["county"]

    @property
    def office(self) -> str:
        """The region of the office of the base's level."""
        return self.county if self.words.get("level") == "county" else city_of(self.county)

    @property
    def publisher(self) -> str:
        """The region of the last office of a position's chain."""
        last = self.words.get("chain", "").rpartition(",")[2]
        return self.county if last == "county" else city_of(self.county)


async def of(noun: str, record: int, *, waiting: bool = False) -> list[Concerned]:
    """One row; with `waiting` one for each person whose application waits, one without a person where nobody's does."""
    statement = _WITH_WAITING[noun] if waiting else _ASKED[noun]
    rows = await current().run_querystring(QueryString(statement, record))
    return [_concerned(row) for row in rows]


def _concerned(row: Mapping[str, Any]) -> Concerned:
    words = {name: value for name, value in row.items() if isinstance(value, str)}
    return Concerned(words, {name: value for name, value in row.items() if not isinstance(value, str)})


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
