"""Traineeships of two units, written straight into the tables: here the story of 补贴经费 begins."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jianxi.domain.periods import Period
from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.persons import Person
from tests import cast
from tests.cast_facts import MOMENT
from tests.journeys.cast import SOFTWARE
from tests.rosters import roster
from tests.traineeships import Trainee, departure, retention, trainee

HUAIYIN = "370104"
OTHER_UNIT = "济南槐荫数控有限公司"
SECOND_LOGIN, SECOND_NAME = "lixia.second", "王秀英"
"""Of the same office as lixia."""
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))


@dataclass(frozen=True, slots=True)
class OnDuty:
    """By what becomes of them."""

    kept: str = "林晓䶮"
    """From 2026-07-01 to 2026-09-30, then retained."""
    completes: str = "周子涵"
    """From 2026-07-16 to 2026-10-15."""
    leaves: str = "吴思远"
    """From 2026-07-01, left on 2026-09-10 as the office has decided."""
    earlier: str = "郑一诺"
    """From 2025-09-16 to 2025-12-15."""
    stays: str = "赵雨桐"
    """From 2026-11-02 on."""
    login: str = ""
    """Of the one who is kept."""


async def plant() -> OnDuty:
    """One unit of 历下区 with a base of the county; one of 槐荫区 that has sent a month and had it accepted."""
    unit = await cast.employer(name=SOFTWARE.name, username=SOFTWARE.login)
    await cast.official(cast.LIXIA, SECOND_NAME, SECOND_LOGIN)
    who = OnDuty()
    kept = await _trainee(unit, who.kept, date(2026, 7, 1), date(2026, 9, 30))
    of: dict[str, Any] = {"position": kept.position}
    await _trainee(unit, who.completes, date(2026, 7, 16), date(2026, 10, 15), **of)
    leaves = await _trainee(unit, who.leaves, date(2026, 7, 1), date(2026, 12, 31), **of)
    await _trainee(unit, who.earlier, date(2025, 9, 16), date(2025, 12, 15), **of)
    await _trainee(unit, who.stays, date(2026, 11, 2), date(2027, 2, 1), **of)
    contract: dict[str, Any] = {"contract_from": date(2026, 10, 1), "contract_to": date(2027, 9, 30)}
    await retention(kept.placement, **contract, insured_on=date(2026, 10, 8))
    gone: dict[str, Any] = {"wanted_on": date(2026, 9, 10), "last_day": date(2026, 9, 10)}
    await departure(leaves.placement, "approved", **gone, decided_from="waiting_office", certificate=0)
    await _another_county()
    found = await Person.select(Person.account.username).where(Person.id == kept.person.person).first()
    assert found is not None
    return OnDuty(login=str(found["account.username"]))


async def _another_county() -> None:
    unit = await cast.employer(county=HUAIYIN, name=OTHER_UNIT)
    await _trainee(unit, "孙浩然", date(2026, 9, 1), date(2027, 2, 28))
    office = await cast.official(HUAIYIN, "韩冰")
    await roster(unit, "accepted", period=SEPTEMBER, office=office)


async def _trainee(unit: EmployerViewer, name: str, first: date, last: date, **more: Any) -> Trainee:
    registered = MOMENT.replace(year=first.year, month=first.month, day=first.day)
    dated: dict[str, Any] = {"registered_at": registered, "decided_at": registered + timedelta(days=1)}
    return await trainee(unit=unit, name=name, starts_on=first, ends_on=last, **dated, **more)
