"""Age and cohort at 报名: both ends, on the day in Shanghai."""

from datetime import UTC, date, datetime

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.services.applications import apply
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
BORN = date(2005, 6, 1)


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


async def applies(person: PersonViewer, now: datetime) -> int:
    base = await cast.base(await cast.employer())
    return await apply(person, await cast.position(base, deadline=date(2040, 1, 1)), now)


async def graduate(cohort: int) -> PersonViewer:
    person = await cast.person(PersonKind.EARLIER_GRADUATE)
    async with unit_of_work():
        await Person.update({Person.cohort: cohort}).where(Person.id == person.person)
    return person


async def test_a_youth_may_apply_on_the_sixteenth_birthday() -> None:
    assert await applies(await cast.person(PersonKind.YOUTH), morning(date(2021, 6, 1)))


async def test_a_youth_the_day_before_the_sixteenth_birthday_is_told_from_when() -> None:
    with pytest.raises(Refused, match="现在不能报名，自2021年6月1日年满16周岁起可以报名"):
        await applies(await cast.person(PersonKind.YOUTH), morning(date(2021, 5, 31)))


async def test_a_youth_may_apply_the_day_before_the_twenty_fifth_birthday() -> None:
    assert await applies(await cast.person(PersonKind.YOUTH), morning(date(2030, 5, 31)))


async def test_a_youth_of_twenty_five_may_not_apply() -> None:
    with pytest.raises(Refused, match="25周岁"):
        await applies(await cast.person(PersonKind.YOUTH), morning(date(2030, 6, 1)))


async def test_the_day_turns_at_midnight_in_shanghai() -> None:
    midnight = datetime(2021, 5, 31, 16, 0, tzinfo=UTC)

    assert await applies(await cast.person(PersonKind.YOUTH), midnight)


@pytest.mark.parametrize("cohort", [2023, 2024, 2025, 2026])
async def test_the_cohorts_admitted_are_the_current_one_and_three_before(cohort: int) -> None:
    assert await applies(await graduate(cohort), morning(date(2026, 12, 31)))


@pytest.mark.parametrize("cohort", [2022, 2027])
async def test_a_cohort_outside_them_is_told_which_may(cohort: int) -> None:
    with pytest.raises(Refused, match=f"您是{cohort}届毕业生"):
        await applies(await graduate(cohort), morning(date(2026, 12, 31)))
