"""Fills a database with many units, bases, positions, people and applications, copied from one of each in the database
itself. Half of them are in 历下区: an office's list is as long as the busiest office's."""

from collections.abc import Mapping
from dataclasses import dataclass

from piccolo.table import Table

from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.tables.accounts import Account
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base, Employer
from jianxi.tables.engine import current
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast

TITLES = ("数控编程", "会计助理", "软件测试", "行政文员", "电气维护", "新媒体运营", "质量检验", "护理助理")
STATES = ("published", "published", "published", "published", "waiting_county", "waiting_city", "approved")
MOST_APPLIED_FOR = 50
"""So many positions of the first unit get half of the applications."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each."""

    bases: int = 2_000
    positions: int = 10_000
    applications: int = 5_000
    all_published: bool = False

    def tenth(self) -> "Sizes":
        return Sizes(self.bases // 10, self.positions // 10, self.applications // 10, self.all_published)


@dataclass(frozen=True, slots=True)
class Filled:
    """Whose lists are long."""

    unit: EmployerViewer
    person: PersonViewer


async def fill(sizes: Sizes) -> Filled:
    unit = await cast.employer(name="济南第一精工有限公司")
    position = await cast.position(await cast.base(unit), headcount=20)
    person = await cast.person()
    await cast.application(person, position)
    async with unit_of_work():
        await _units(sizes.bases)
        await _positions(sizes, unit)
        await _applications(sizes.applications, unit)
    return Filled(unit, person)


async def _units(many: int) -> None:
    county = "CASE WHEN n.i % 2 = 0 THEN '370102' ELSE r.code END"
    counties = "(SELECT code, row_number() OVER (ORDER BY code) AS k FROM region WHERE level = 'county' AND code LIKE '37%')"
    name = "r.code || '第' || n.i || '商贸服务有限公司'"
    await copy(Account, many, {"username": "'unit' || n.i", "username_key": "'unit' || n.i"})
    await copy(
        Employer,
        many,
        {
            "account": "(SELECT id FROM account WHERE username_key = 'unit' || n.i)",
            "name": name,
            "name_key": name,
            "credit_code": f"substr('BENCH0000000000000', 1, 18 - length({_text('n.i')})) || n.i",
            "county": county,
        },
        f"JOIN {counties} r ON r.k = 1 + n.i % (SELECT count(*) FROM region WHERE level = 'county' AND code LIKE '37%')",
    )
    state = "CASE n.i % 10 WHEN 0 THEN 'waiting_county' WHEN 1 THEN 'waiting_city' ELSE 'approved' END"
    unit = "(SELECT id FROM employer ORDER BY id LIMIT 1) + n.i"
    await copy(Base, many, {"employer": unit, "state": state})


async def _positions(sizes: Sizes, unit: EmployerViewer) -> None:
    states = ("published",) if sizes.all_published else STATES
    title = f"{_choice(TITLES, 'n.i / 3')} || '见习生' || (n.i % 97)"
    owner = f"JOIN base b ON b.employer = {unit.employer} + (CASE WHEN n.i <= {MOST_APPLIED_FOR} THEN 0 ELSE n.i % {sizes.bases} END)"
    given = {
        "base": "b.id",
        "employer": "e.id",
        "county": "e.county",
        "unit_name": "e.name",
        "unit_key": "e.name_key",
        "work_county": "e.county",
        "work_city": "substr(e.county, 1, 4) || '00'",
        "title": title,
        "title_key": title,
        "state": _choice(states, "n.i"),
        "published_at": _moment("n.i"),
        "submitted_at": _moment("n.i"),
    }
    await copy(Position, sizes.positions, given, f"{owner} JOIN employer e ON e.id = b.employer")


async def _applications(many: int, unit: EmployerViewer) -> None:
    await copy(Person, many, {"id_index": "'bench' || n.i", "account": "NULL", "graduate": "NULL"})
    mine = f"SELECT min(id) FROM \"position\" WHERE employer = {unit.employer} AND state = 'published'"
    wanted = f"({mine}) + CASE WHEN n.i % 2 = 0 THEN n.i % {MOST_APPLIED_FOR} ELSE n.i END"
    given = {
        "person": "(SELECT min(id) FROM person) + n.i",
        "position": "p.id",
        "employer": "p.employer",
        "applied_at": _moment("n.i"),
        "state": _choice(("waiting", "rejected", "withdrawn"), "n.i / 2"),
    }
    await copy(Application, many, given, f'JOIN "position" p ON p.id = {wanted}')


async def copy(
    table: type[Table], many: int, given: Mapping[str, str], joins: str = "", *, like: int = 0
) -> None:
    """The first row, or the one of that id, `many` times, with these columns computed from `n.i`."""
    columns = [each._meta.db_column_name for each in table.all_columns() if not each._meta.primary_key]
    name = table._meta.tablename
    which = f"WHERE id = {like}" if like else "ORDER BY id LIMIT 1"
    values = ", ".join(given.get(column, f't."{column}"') for column in columns)
    await current().run(
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
        f'INSERT INTO "{name}" ({", ".join(columns)}) SELECT {values} '
        f'FROM n CROSS JOIN (SELECT * FROM "{name}" {which}) t {joins} ORDER BY n.i'
    )


def _choice(words: tuple[str, ...], number: str) -> str:
    cases = " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words))
    return f"CASE ({number}) % {len(words)} {cases} END"


def _text(number: str) -> str:
    return f"CAST({number} AS TEXT)"


def _moment(seconds: str) -> str:
    """An instant so long after the summer, as each database writes it."""
    if current().engine_type == "postgres":
        return f"TIMESTAMPTZ '2026-07-01 00:00:00+00' + {seconds} * INTERVAL '1 second'"
    return f"strftime('%Y-%m-%d %H:%M:%S+00:00', '2026-07-01', ({seconds}) || ' seconds')"
