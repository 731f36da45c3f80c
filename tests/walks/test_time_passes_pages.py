"""The same walks in a browser whose clock is moved: each page says what is open to the person on that day."""

from datetime import UTC, date, datetime

import pytest

from jianxi.domain import citizen_id
from jianxi.domain.viewers import PersonKind, PersonViewer
from tests import cast
from tests.hostile.visiting import visiting
from tests.web.site import Circumstances

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE, SEARCH = "/applicant/applications", "/applicant/positions"
OPEN = date(2030, 12, 31)


async def youth(born: date) -> PersonViewer:
    return await cast.person(PersonKind.YOUTH, number=citizen_id.compose("370102", born, 322))


async def pages(person: PersonViewer, day: date, *paths: str) -> list[str]:
    """What the person reads on that day, at noon."""
    noon = datetime(day.year, day.month, day.day, 4, 0, tzinfo=UTC)
    async with visiting(person, Circumstances(now=noon)) as visitor:
        return [(await visitor.get(path)).text for path in paths]


async def test_a_youth_who_turned_25_while_waiting_reads_what_is_left() -> None:
    person = await youth(date(2001, 12, 1))
    base = await cast.base(await cast.employer())
    id = await cast.application(person, await cast.position(base, deadline=OPEN))
    await cast.position(base, deadline=OPEN)
    withdrawal = f"{MINE}/{id}/withdrawal"

    before = await pages(person, date(2026, 11, 30), MINE, SEARCH, withdrawal)
    after = await pages(person, date(2026, 12, 1), MINE, SEARCH, withdrawal)

    assert ">改报</a>" in before[0] and ">改报<" in before[1] and "之后可以选择其他岗位" in before[2]
    assert "等待中的报名不受影响" in after[0] and ">改报</a>" not in after[0]
    assert "暂不能报名" in after[1] and ">改报<" not in after[1]
    assert "之后不能再报名其他岗位：您已于2026年12月1日年满25周岁" in after[2]
    assert "确认撤销报名" in after[2]


async def test_somebody_too_young_reads_the_day_and_finds_the_button_on_it() -> None:
    person = await youth(date(2010, 12, 1))
    place = await cast.position(await cast.base(await cast.employer()), deadline=OPEN)

    before = await pages(person, date(2026, 11, 30), SEARCH, f"{SEARCH}/{place}")
    after = await pages(person, date(2026, 12, 1), SEARCH, f"{SEARCH}/{place}")

    assert all("自2026年12月1日年满16周岁起可以报名" in page for page in before)
    assert [f'value="{place}"' in page for page in (*before, *after)] == [False, False, True, True]


async def test_after_the_deadline_who_waits_is_told_what_withdrawing_costs() -> None:
    person = await cast.person()
    place = await cast.position(await cast.base(await cast.employer()))
    id = await cast.application(person, place)

    told = await pages(person, date(2026, 12, 16), MINE, f"{MINE}/{id}/withdrawal", f"{SEARCH}/{place}")

    assert "该岗位的报名已于2026年12月15日截止，不影响已报名的人。" in told[0]
    assert "现在撤销后不能再报名该岗位" in told[1]
    assert "您已报名该岗位" in told[2]


async def test_an_accepted_person_reads_the_same_seat_long_after_the_deadline() -> None:
    person = await cast.person()
    id = await cast.application(
        person, await cast.position(await cast.base(await cast.employer())), "accepted"
    )

    told = await pages(person, date(2027, 6, 1), MINE, f"{MINE}/{id}")

    assert all("单位已录用您" in page and "放弃录用</a>" in page for page in told)
