"""Fills one employer with many trainees for a 花名册: of every kind that makes a difference in money, copied in the database
itself; and computes their 补贴经费 once more, plainly and from the tables."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from piccolo.table import Table

from bench.filling import copy
from jianxi.domain.allowances import Raise
from jianxi.domain.departures import OPEN
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import Contract, Service
from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.engine import current
from jianxi.tables.persons import Person
from jianxi.tables.placements import AllowanceRaise, Insurance, Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast, traineeships
from tests.cast_people import save
from tests.domain import plain_subsidies
from tests.domain.plain_subsidies import Month

MONTHS = Period(date(2026, 8, 1), date(2026, 10, 31))
CHAIN = ("370102", "370100", "370000")
SEATS = 450
"""Of one position."""
EVERY = 10
"""Of so many one leaves, one is leaving, one is retained and one has 生活费 raised; the others stay."""


async def fill(many: int) -> EmployerViewer:
    """Days of 上岗 and 离岗 all over the months, 生活费 under the wage here and there, some not yet reviewed."""
    unit = await cast.employer(name="济南万人智能制造有限公司")
    base = await cast.base(unit)
    position, *_ = [await cast.position(base, headcount=SEATS + 10) for _ in range(many // SEATS + 1)]
    first = await traineeships.trainee(
        unit=unit, position=position, starts_on=date(2026, 7, 1), ends_on=date(2026, 12, 31)
    )
    others = [await traineeships.trainee(unit=unit, position=position) for _ in range(3)]
    gone = await traineeships.departure(others[0].placement, "approved", asked_by_person=False)
    going = await traineeships.departure(others[1].placement, "waiting", asked_by_person=False)
    kept = await traineeships.retention(others[2].placement)
    raised: dict[str, Any] = {"placement": first.placement, "starts_on": date(2026, 9, 15)}
    raised |= {"allowance_fen": 270_000, "recorded_at": traineeships.REGISTERED}
    more = await save(AllowanceRaise(**raised))
    async with unit_of_work():
        begins = await _placements(first, many)
        of, tenth = f"{begins} + n.i * {EVERY}", many // EVERY
        await copy(Departure, tenth, {"placement": of, "last_day": _day("2026-08-01", "n.i % 95")}, like=gone)
        leaving = {"placement": f"{of} - 1", "last_day": _day("2026-09-01", "n.i % 90")}
        await copy(Departure, tenth, leaving, like=going)
        employed = {"placement": f"{of} - 2", "contract_from": _day("2026-10-25", "n.i % 60")}
        await copy(Retention, tenth, employed, like=kept)
        await copy(AllowanceRaise, tenth, {"placement": f"{of} - 3"}, like=more)
    return unit


async def _placements(first: traineeships.Trainee, many: int) -> int:
    """Their ids are those after this one."""
    person, application, begins = [await _last(table) for table in (Person, Application, Placement)]
    new = {"id_index": "'roster' || n.i", "account": "NULL", "graduate": "NULL", "chance_used_at": "NULL"}
    await copy(Person, many, new, like=first.person.person or 0)
    of = {"person": f"{person} + n.i"}
    of |= {"position": f"{first.position} + n.i / {SEATS}"}
    await copy(Application, many, of, like=first.application)
    given = {
        **of,
        "application": f"{application} + n.i",
        "state": "CASE n.i % 41 WHEN 0 THEN 'waiting' ELSE 'approved' END",
        "starts_on": _day("2026-07-01", "n.i % 110"),
        "ends_on": _day("2026-09-01", "n.i % 110 + n.i % 90"),
        "allowance_fen": "CASE n.i % 50 WHEN 7 THEN 230000 WHEN 11 THEN 230000 ELSE 260000 END",
    }
    await copy(Placement, many, given, like=first.placement)
    await copy(Insurance, many, {"placement": f"{begins} + n.i"})
    return begins


async def plainly(unit: EmployerViewer, values: Iterable[PolicyValue] = ()) -> dict[tuple[int, date], Month]:
    """Each month of each placement, by the tables and PRODUCT.md 12 alone."""
    on = plain_subsidies.lookup(values, CHAIN)
    found: dict[tuple[int, date], Month] = {}
    for service in await _services(unit):
        months = plain_subsidies.months(service, MONTHS.first, MONTHS.last, on)
        found |= {(service.placement, month): told for month, told in months.items()}
    return found


async def _services(unit: EmployerViewer) -> list[Service]:
    raises: defaultdict[int, list[Raise]] = defaultdict(list)
    for row in await AllowanceRaise.select().order_by(AllowanceRaise.starts_on):
        raises[row["placement"]].append(Raise(row["starts_on"], row["allowance_fen"]))
    departures = {row["placement"]: row for row in await Departure.select()}
    retentions = {row["placement"]: row for row in await Retention.select()}
    return [
        _service(row, raises[row["id"]], departures.get(row["id"]), retentions.get(row["id"]))
        for row in await Placement.select().where(Placement.employer == unit.employer)
    ]


def _service(
    row: dict[str, Any], raises: list[Raise], leaving: dict[str, Any] | None, kept: dict[str, Any] | None
) -> Service:
    state = leaving["state"] if leaving else ""
    day = leaving["last_day"] if leaving else None
    return Service(
        row["id"],
        row["starts_on"],
        row["ends_on"],
        row["state"] == "approved",
        row["allowance_fen"],
        tuple(raises),
        left_on=day if state == "approved" else None,
        leaving_on=day if state in OPEN else None,
        contract=Contract(kept["id"], kept["contract_from"], kept["contract_to"], kept["insured_on"])
        if kept
        else None,
    )


async def _last(table: type[Table]) -> int:
    rows: list[dict[str, Any]] = await current().run(f'SELECT max(id) AS last FROM "{table._meta.tablename}"')
    return int(rows[0]["last"])


def _day(first: str, later: str) -> str:
    """A date so many days later, as each database writes it."""
    if current().engine_type == "postgres":
        return f"DATE '{first}' + ({later})"
    return f"date('{first}', ({later}) || ' days')"
