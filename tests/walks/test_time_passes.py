"""Birthdays, cohorts and deadlines between the steps: what has begun goes on, what is new is refused with a date."""

from datetime import UTC, date, datetime

import pytest

from jianxi.domain import citizen_id, periods
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.queries import applications
from jianxi.services import acceptances
from jianxi.services.application_endings import decline
from jianxi.services.applications import apply, switch, withdraw
from jianxi.tables.applications import Application
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LONG_OPEN = date(2030, 12, 31)


def noon(day: date) -> datetime:
    """In Shanghai."""
    return datetime(day.year, day.month, day.day, 4, 0, tzinfo=UTC)


async def youth(born: date) -> PersonViewer:
    return await cast.person(PersonKind.YOUTH, number=citizen_id.compose("370102", born, 321))


async def open_position(deadline: date = LONG_OPEN) -> tuple[EmployerViewer, int]:
    unit = await cast.employer()
    return unit, await cast.position(await cast.base(unit), deadline=deadline)


async def state_of(id: int) -> str:
    return str((await Application.select(Application.state).where(Application.id == id))[0]["state"])


async def test_a_youth_who_turns_25_while_waiting_is_accepted_and_keeps_the_seat() -> None:
    person = await youth(date(2001, 12, 1))
    unit, place = await open_position()
    id = await apply(person, place, noon(date(2026, 11, 30)))

    await acceptances.accept(unit, id, 1, noon(date(2026, 12, 1)))

    assert await state_of(id) == "accepted"


async def test_a_youth_who_turned_25_cannot_begin_anew_and_is_told_since_when() -> None:
    person = await youth(date(2001, 12, 1))
    unit, place = await open_position()
    _, other = await open_position()
    id = await apply(person, place, noon(date(2026, 11, 30)))

    with pytest.raises(Refused, match="已于2026年12月1日年满25周岁"):
        await switch(person, id, 1, other, noon(date(2026, 12, 1)))
    assert await state_of(id) == "waiting"

    await acceptances.accept(unit, id, 1, noon(date(2026, 12, 2)))
    await decline(person, id, 2, "不去了", noon(date(2026, 12, 3)))
    with pytest.raises(Refused, match="已于2026年12月1日年满25周岁"):
        await apply(person, other, noon(date(2026, 12, 3)))


async def test_somebody_too_young_is_told_the_day_and_applies_on_it() -> None:
    person = await youth(date(2010, 12, 1))
    _, place = await open_position()

    with pytest.raises(Refused, match="自2026年12月1日年满16周岁起可以报名"):
        await apply(person, place, noon(date(2026, 11, 30)))

    assert await apply(person, place, noon(date(2026, 12, 1)))


async def test_a_cohort_that_leaves_the_window_keeps_what_it_began() -> None:
    person = await cast.person(PersonKind.EARLIER_GRADUATE)
    unit, place = await open_position()
    _, other = await open_position()
    id = await apply(person, place, noon(date(2027, 12, 31)))
    new_year = noon(date(2028, 1, 1))

    with pytest.raises(Refused, match="您是2024届毕业生，现在可以报名的是2025届至2028届毕业生"):
        await switch(person, id, 1, other, new_year)
    await acceptances.accept(unit, id, 1, new_year)

    assert await state_of(id) == "accepted"


async def test_a_deadline_that_passes_ends_nothing_for_those_who_wait() -> None:
    person, (unit, place) = await cast.person(), await open_position(date(2026, 12, 15))
    id = await apply(person, place, NOW)
    after = noon(date(2026, 12, 16))

    told = (await applications.get(person, id, periods.today(after))).mind
    await acceptances.accept(unit, id, 1, after)

    assert told.startswith("该岗位的报名已于2026年12月15日截止，不影响已报名的人。")
    assert await state_of(id) == "accepted"


async def test_who_withdraws_after_the_deadline_is_told_before_that_there_is_no_way_back() -> None:
    person, (_, place) = await cast.person(), await open_position(date(2026, 12, 15))
    id = await apply(person, place, NOW)
    after = noon(date(2026, 12, 16))

    told = (await applications.get(person, id, periods.today(after))).no_way_back
    await withdraw(person, id, 1, after)

    assert "已于2026年12月15日截止" in told
    with pytest.raises(Refused, match="单位延长报名后可以报名"):
        await apply(person, place, after)


async def test_a_change_that_comes_after_the_others_deadline_loses_nothing() -> None:
    person, (_, place) = await cast.person(), await open_position()
    _, other = await open_position(date(2026, 12, 15))
    id = await apply(person, place, NOW)

    with pytest.raises(Refused, match="已于2026年12月15日截止"):
        await switch(person, id, 1, other, noon(date(2026, 12, 16)))

    assert await state_of(id) == "waiting"


async def test_who_withdrew_by_mistake_applies_again_while_the_position_is_open() -> None:
    person, (_, place) = await cast.person(), await open_position()
    id = await apply(person, place, NOW)
    await withdraw(person, id, 1, NOW)

    assert await apply(person, place, NOW) > id
