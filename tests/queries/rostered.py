"""An employer with people in every state that money depends on, and what stands between them and their rosters."""

from datetime import date
from typing import Any

from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.placements import AllowanceRaise, Placement
from jianxi.tables.rosters import Roster, RosterMonth
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.rosters import AUTUMN
from tests.traineeships import AHEAD, Trainee, departure, retention, trainee

ENDED = {"starts_on": date(2026, 5, 1), "ends_on": date(2026, 10, 31)}
RISE = date(2026, 10, 16)
"""A day inside a month on which a wage may change."""


PEOPLE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("在岗", "approved", {}),
    ("待审核", "waiting", {}),
    ("撤销审核", "waiting", {"was_on_duty": True}),
    ("已离岗", "approved", {}),
    ("离岗中", "approved", {}),
    ("申请失效", "approved", ENDED),
    ("申请有效", "approved", {}),
    ("留用", "approved", {}),
    ("调薪", "approved", {"allowance_fen": 230_000}),
    ("期满", "approved", ENDED),
    ("未上岗", "approved", {}),
    ("取消", "approved", {}),
    ("将来", "approved", {"starts_on": AHEAD}),
    ("从前", "approved", {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 8, 31)}),
)


async def town(county: str = cast.LIXIA) -> tuple[EmployerViewer, dict[str, Trainee]]:
    """By name. Everybody but the 期满 one is on duty from 2026-09-01, as far as nothing else is said of them."""
    unit = await cast.employer(county=county)
    base = await cast.base(unit)
    position = await cast.position(base, headcount=50)

    async def one(name: str, state: str = "approved", **columns: Any) -> Trainee:
        return await trainee(state, unit=unit, position=position, name=name, **columns)

    people = {name: await one(name, state, **columns) for name, state, columns in PEOPLE}
    await _leave(people)
    of = people["调薪"].placement
    await save(
        AllowanceRaise(placement=of, starts_on=date(2026, 10, 1), allowance_fen=260_000, recorded_at=MOMENT)
    )
    contract: dict[str, Any] = {"contract_from": date(2026, 10, 11), "contract_to": date(2027, 10, 10)}
    await retention(people["留用"].placement, insured_on=date(2026, 10, 12), **contract)
    return unit, people


async def _leave(people: dict[str, Trainee]) -> None:
    for name, state, day in (
        ("已离岗", "approved", date(2026, 10, 10)),
        ("离岗中", "waiting_certificate", date(2026, 10, 15)),
        ("申请失效", "waiting_employer", date(2026, 10, 20)),
        ("申请有效", "waiting_employer", date(2026, 10, 20)),
        ("未上岗", "approved", date(2026, 8, 31)),
    ):
        await departure(people[name].placement, state, last_day=day)
    await departure(people["在岗"].placement, "recalled", last_day=date(2026, 9, 10))
    of = Placement
    async with unit_of_work():
        await of.update({of.never_came: True}).where(of.id == people["未上岗"].placement)
        await of.update({of.state: "cancelled"}).where(of.id == people["取消"].placement)


async def accepted(
    of: Trainee, months: dict[date, int], *, kind: RosterKind = RosterKind.PERIOD, **columns: Any
) -> int:
    """A roster that counts these months of one person, with 分 by the month's first day."""
    facts: dict[str, Any] = {
        "employer": of.unit.employer,
        "kind": kind.value,
        "first_day": AUTUMN.first,
        "last_day": AUTUMN.last,
        "state": "accepted",
        "county": cast.LIXIA,
        "level": "county",
        "counts": True,
        "round": 1,
    }
    begun: dict[str, Any] = {"begun_at": MOMENT, "begun_by": "employer", "state_since": MOMENT}
    roster = await save(Roster(**{**facts, **begun, **columns}))
    person: dict[str, Any] = {"placement": of.placement, "person": of.person.person, "kind": kind.value}
    for month, fen in months.items():
        standing = "payable" if fen else "excluded"
        row: dict[str, Any] = {
            "month": month,
            "standing": standing,
            "fen": fen,
            "insurance_fen": 0,
            "counted": True,
        }
        await save(RosterMonth(roster=roster, round=1, **person, **row))
    return roster
