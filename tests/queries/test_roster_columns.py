"""What a roster is put together from: the unit, the columns of a person, the parameters, and how much is asked for it."""

from datetime import date
from typing import Any

import pytest

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Missing
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidy_rules import Lacking
from jianxi.domain.viewers import PersonKind
from jianxi.forms import base_contacts
from jianxi.queries import base_rounds
from jianxi.queries.roster_computing import computed
from jianxi.tables.employers import Base
from jianxi.tables.engine import Engine
from jianxi.tables.persons import Person
from jianxi.tables.placements import Insurance
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_people import save
from tests.queries.rostered import accepted, town
from tests.rosters import AUTUMN, YEAR, wage
from tests.traineeships import Trainee, departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
TODAY = date(2026, 11, 20)
PERIOD, SETTLEMENT = RosterKind.PERIOD, RosterKind.SETTLEMENT
ACCOUNT = {
    "contact": "钱进",
    "phone": "13700137000",
    "account_name": "济南精工有限公司",
    "bank": "齐鲁银行历下支行",
    "account_number": "6222000000000000",
}


async def _changed_contacts(of: Trainee) -> None:
    told = {name: ACCOUNT.get(name, "") for name in base_contacts.CONTACTS}
    sealed = base_rounds.sealed(base_contacts.to_text(told))
    async with unit_of_work():
        await Base.update({Base.contacts: sealed}).where(Base.id == of.base)


async def test_the_head_tells_the_unit_as_its_base_has_it_now() -> None:
    of = await trainee(level="city")
    await _changed_contacts(of)

    unit = (await computed(of.unit.employer, PERIOD, AUTUMN, TODAY)).head.unit

    assert (unit.name, unit.level, unit.county) == (of.unit.name, "city", cast.LIXIA)
    assert (unit.place, len(unit.credit_code)) == ("济南市历下区", 18)
    assert {name: getattr(unit, name) for name in ACCOUNT} == ACCOUNT


async def test_each_column_of_a_person_is_what_the_records_say() -> None:
    of = await trainee(name="赵敏")
    youth = await trainee(unit=of.unit, position=of.position, name="钱多", kind=PersonKind.YOUTH)
    await _insured_in_two_ways(of.placement, youth.placement)
    async with unit_of_work():
        studied: dict[Any, object] = {Person.school: "山东大学", Person.major: "机械工程"}
        await Person.update(studied).where(Person.id == of.person.person)
    await departure(of.placement, "approved", last_day=date(2026, 11, 3), reason="ill", note="住院")

    first, second = (await computed(of.unit.employer, PERIOD, AUTUMN, TODAY)).lines

    number = await Person.select(Person.id_number).where(Person.id == of.person.person).first()
    assert number is not None
    columns = first.columns
    assert columns.id_number == sealing.unseal(number["id_number"], "person.id")
    assert (columns.name, columns.kind, columns.phone) == ("赵敏", "应届毕业生", "13900139000")
    assert (columns.school, columns.major, columns.graduated_on) == ("山东大学", "机械工程", date(2026, 7, 1))
    assert (columns.degree, columns.title, columns.mentor) == ("本科", "数控编程见习生", "周强")
    # Left after the months of the roster: that is settled all the same.
    assert (columns.last_day, columns.leaving_reason) == (date(2026, 11, 3), "患病：住院")
    assert columns.insurance == (
        "工伤保险（2026-09-01至2027-02-28）；人身意外伤害保险（平安保险，PA20260001，2026-10-01至2027-02-28）"
    )
    assert second.columns.insurance.endswith("；2026年9月1日起未覆盖")
    assert (second.columns.kind, second.columns.graduated_on, second.columns.last_day) == (
        "社会青年",
        None,
        None,
    )


async def _insured_in_two_ways(both: int, late: int) -> None:
    """One by 工伤保险 first and by a company from October on, the other from a week after the first day on."""
    days: dict[str, Any] = {"first_day": date(2026, 9, 1), "last_day": date(2027, 2, 28)}
    await save(Insurance(placement=both, place=2, kind="injury", company="", policy_number="", **days))
    async with unit_of_work():
        of_first = (Insurance.placement == both) & (Insurance.place == 1)
        await Insurance.update({Insurance.first_day: date(2026, 10, 1)}).where(of_first)
        await Insurance.update({Insurance.first_day: date(2026, 9, 8)}).where(Insurance.placement == late)


async def test_all_that_nobody_has_entered_is_told_at_once() -> None:
    of = await trainee(starts_on=date(2025, 8, 15), ends_on=date(2026, 2, 14))
    other: dict[str, Any] = {"starts_on": date(2025, 7, 1), "ends_on": date(2026, 2, 14)}
    await trainee(unit=of.unit, position=of.position, name="李四", **other)
    autumn = Period(date(2025, 7, 1), date(2025, 10, 31))

    with pytest.raises(Lacking) as told:
        await computed(of.unit.employer, PERIOD, autumn, TODAY)

    assert told.value.sentences == tuple(
        f"缺少 济南市历下区 2025年{month}月 的最低工资标准" for month in (7, 8, 9)
    )
    with pytest.raises(Missing):
        await computed((await cast.employer()).employer, PERIOD, AUTUMN, TODAY)


async def test_the_wage_is_that_of_the_base_and_others_can_be_tried() -> None:
    here = await trainee()
    there = await trainee(unit=await cast.employer(county="370113"))
    await wage("2300", date(2026, 10, 1), "370113")

    tried = (PolicyValue("minimum_wage", "370113", 220_000, date(2026, 1, 1), "拟定"),)
    found = [
        (await computed(of.unit.employer, PERIOD, AUTUMN, TODAY, values)).fen
        for of, values in ((here, None), (there, None), (there, tried))
    ]

    assert found == [2 * 144_000, 132_600 + 138_000, 2 * 132_000]


async def test_many_people_cost_no_more_statements_than_one(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = await trainee()
    unit, people = await town()
    await accepted(people["在岗"], {date(2026, 9, 1): 144_000})
    asked, run = list[str](), type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    costs = []
    with monkeypatch.context() as patched:
        patched.setattr(type(database), "run", counted)
        for kind, period in ((PERIOD, AUTUMN), (SETTLEMENT, YEAR)):
            for employer in (alone.unit.employer, unit.employer):
                asked.clear()
                await computed(employer, kind, period, TODAY)
                costs.append(len(asked))

    assert costs == [6, 6, 7, 7]
