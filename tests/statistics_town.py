"""Bases, positions and people of three places over two years, in all that 统计 tells apart."""

import random
from datetime import date, datetime, timedelta
from typing import Any

from jianxi.domain import periods
from jianxi.domain.periods import SHANGHAI
from jianxi.tables.applications import Application
from jianxi.tables.placements import Placement
from jianxi.tables.rosters import Roster, RosterMonth, RosterRound
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast import LIXIA, SHIZHONG, ZAOZHUANG_SHIZHONG
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.traineeships import departure, retention, trainee

PLACES = (LIXIA, SHIZHONG, ZAOZHUANG_SHIZHONG)
_EDGES = (date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 28), date(2026, 10, 31), date(2026, 11, 20))
_ACCEPTED: dict[str, Any] = {
    "state": "accepted",
    "begun_at": MOMENT,
    "begun_by": "employer",
    "state_since": MOMENT,
}
_SENT: dict[str, Any] = {
    "insurance_fen": 0,
    "digest": "0" * 64,
    "content": b"",
    "sent_at": MOMENT,
    "sent_by": "王芳",
    "decision": "accepted",
    "decided_at": MOMENT,
    "decided_by": "李建国",
}
_STATES = ("approved",) * 6 + ("waiting", "unsigned", "cancelled")


async def settle(number: int = 60) -> None:
    """So many placements, their positions and bases; always the same ones."""
    chance = random.Random(5)
    posts = [
        await cast.position(
            await cast.base(await cast.employer(county=place), level=level, approved_at=_noon(chance)),
            state,
            headcount=number,
            first_published_at=_noon(chance) if state != "approved" else None,
        )
        for place in PLACES
        for level, state in (("county", "published"), ("city", "withdrawn"), ("county", "approved"))
    ]
    for _ in range(number):
        await _someone(chance, chance.choice(posts))


async def _someone(chance: random.Random, post: int) -> None:
    first, state = _day(chance), chance.choice(_STATES)
    last = chance.choice(
        [each for each in _EDGES if each > first] + [first + timedelta(chance.choice((90, 300)))]
    )
    made = await trainee(
        "approved" if state == "cancelled" else state,
        position=post,
        starts_on=first,
        ends_on=last,
        was_on_duty=state == "waiting" and chance.random() < 0.5,
    )
    await _changed(Application, made.application, decided_at=_noon(chance))
    if state == "cancelled":
        await _changed(Placement, made.placement, state="cancelled")
        await _changed(Application, made.application, state="cancelled")
    elif state == "approved" and (ends := chance.choice(("left", "never", "kept", "kept", "kept", "", ""))):
        await _ended(chance, made.placement, first, last, ends)


async def _ended(chance: random.Random, placement: int, first: date, last: date, ends: str) -> None:
    if ends == "kept":
        begins = chance.choice((last + periods.DAY, last - timedelta(9), date(2026, 2, 28)))
        long = chance.choice(
            (periods.end_after(begins, 12), begins + timedelta(360), begins + timedelta(900))
        )
        insured = chance.choice((begins, begins + timedelta(20), None))
        await retention(placement, contract_from=begins, contract_to=long, insured_on=insured)
        return
    left = first - periods.DAY if ends == "never" else first + (last - first) // 2
    await departure(placement, "approved", last_day=left)
    if ends == "never":
        await _changed(Placement, placement, never_came=True)


async def granted(county: str, level: str, amounts: dict[date, int], kind: str = "period") -> int:
    """A roster that counts, with an amount for each month of somebody of that place; the number of the roster."""
    unit = await cast.employer(county=county)
    made = await trainee(unit=unit, level=level, starts_on=min(amounts), ends_on=date(2027, 12, 31))
    months = sorted(amounts)
    days: dict[str, Any] = {"first_day": months[0], "last_day": periods.month_of(months[-1]).last}
    of: dict[str, Any] = {"employer": unit.employer, "kind": kind, "county": county, "level": level, **days}
    roster = await save(Roster(**of, **_ACCEPTED, counts=True, round=1))
    await save(RosterRound(roster=roster, round=1, people=1, fen=sum(amounts.values()), **_SENT))
    whose: dict[str, Any] = {
        "roster": roster,
        "placement": made.placement,
        "person": made.person.person,
        "kind": kind,
    }
    for month, fen in amounts.items():
        money: dict[str, Any] = {"fen": fen, "insurance_fen": 100, "standing": "payable", "counted": True}
        await save(RosterMonth(**whose, **money, round=1, month=month))
    return roster


def _day(chance: random.Random) -> date:
    return chance.choice((*_EDGES[:4], date(2025, 1, 1) + timedelta(chance.randrange(720))))


def _noon(chance: random.Random) -> datetime:
    """An hour at which Shanghai and UTC have two dates."""
    day = chance.choice((date(2026, 1, 1), date(2026, 3, 31), date(2026, 11, 1), date(2025, 12, 31)))
    return datetime(day.year, day.month, day.day, chance.choice((1, 12, 23)), tzinfo=SHANGHAI)


async def _changed(table: type[Any], id: int, **values: Any) -> None:
    async with unit_of_work():
        await table.update(values).where(table.id == id)
