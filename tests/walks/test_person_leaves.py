"""A person wants to leave: the employer stays silent, or the period ends before anybody answers."""

from datetime import UTC, date, datetime

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Refused
from jianxi.forms.departures import RequestForm
from jianxi.forms.reading import read
from jianxi.queries import departures, own_traineeships, placements
from jianxi.services import departure_review
from jianxi.services import departures as services
from jianxi.services.application_endings import decline
from tests import cast
from tests.cast import LIXIA
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk
from tests.traineeships import Trainee, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
WANTED = date(2026, 12, 15)


def noon(day: date) -> datetime:
    """In Shanghai."""
    return datetime(day.year, day.month, day.day, 4, 0, tzinfo=UTC)


async def asked(mine: Trainee, now: datetime = NOW, wanted: date = WANTED) -> int:
    typed = {"reason": ["unpaid"], "note": ["两个月没有发生活费"], "wanted_on": [wanted.isoformat()]}
    form = read(RequestForm, typed, periods.today(now))
    return await services.request(mine.person, mine.placement, 1, form, now)


async def test_an_employer_who_never_answers_is_passed_over_after_five_working_days() -> None:
    mine, office = await trainee(), await cast.official(LIXIA)
    id = await asked(mine)
    friday, thursday = date(2026, 11, 27), date(2026, 11, 26)

    with pytest.raises(Refused, match="还不能提请主管部门"):
        await services.appeal(mine.person, id, 1, noon(thursday))
    told = await own_traineeships.of_application(mine.person, mine.application, thursday)
    await services.appeal(mine.person, id, 1, noon(friday))
    with pytest.raises(Refused, match="本人已提请主管部门"):
        await services.consent(mine.unit, id, 2, WANTED, noon(friday))
    await departure_review.approve(office, id, 2, date(2026, 12, 10), noon(date(2026, 12, 1)))

    assert told is not None and "自2026年11月27日起可以提请主管部门" in told.appeal_told
    before, after = date(2026, 12, 9), date(2026, 12, 10)
    seen = {
        day: (await placements.get(mine.person, mine.placement, day)).shown.label for day in (before, after)
    }
    assert seen == {before: "在岗", after: "已离岗"}
    with pytest.raises(Refused, match="见习已经开始"):
        await decline(mine.person, mine.application, 1, "不去了", noon(after))


async def test_a_request_that_nobody_answers_before_the_period_ends_is_void_and_blocks_nothing() -> None:
    mine = await trainee(ends_on=date(2026, 11, 25))
    id = await asked(mine, wanted=date(2026, 11, 24))
    last, day_after = date(2026, 11, 25), date(2026, 11, 26)

    on_the_last = await departures.get(mine.person, id, last)
    told = await own_traineeships.of_application(mine.person, mine.application, last)
    void = await departures.get(mine.person, id, day_after)
    with pytest.raises(Refused, match="这个申请已失效"):
        await services.consent(mine.unit, id, 1, date(2026, 11, 24), noon(day_after))
    mended = await own_traineeships.of_application(mine.person, mine.application, day_after)

    assert (on_the_last.shown.label, void.shown.label) == ("等待单位审核", "已失效")
    assert told is not None and "届时没有答复的，申请失效" in told.appeal_told
    assert mended is not None and not mended.is_leaving and not mended.may_request
    assert (
        mended.next.startswith("见习期已于2026年11月25日届满。")
        and mended.placement.shown.label == "见习期满"
    )
    assert void.offers == ()


async def test_the_person_does_so_on_the_pages() -> None:
    mine = await trainee()
    id = await asked(mine, now=noon(date(2026, 11, 12)))
    async with applicant_desk(mine.person) as desk:
        page = await desk.get("/applicant/applications")
        step = await desk.get(f"/applicant/departures/{id}/appeal")
        done = await desk.post(f"/applicant/departures/{id}/appeal", {"v": "1"})
        after = await desk.get(done.headers["location"])
    assert f'href="/applicant/departures/{id}/appeal"' in page.text
    assert "确认提请主管部门" in step.text and "不需要单位的解除协议证明" in step.text
    assert "已提请济南市历下区人社部门决定" in after.text and "等待主管部门" in after.text
    own = await departures.get(mine.person, id, periods.today(NOW))
    assert own.facts.state == "waiting_office"
