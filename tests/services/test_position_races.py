"""Everybody at once on one 见习岗位: whatever comes first, what is published is what was approved."""

import asyncio

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Told
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import positions
from jianxi.services import applications, position_publication, position_review
from jianxi.services import positions as services
from jianxi.tables.applications import Application
from tests.cast import JINAN, LIXIA, base, employer, official, person, position
from tests.conftest import NOW
from tests.position_forms import typed

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)
ROUNDS = 12
EDITED = read(PositionForm, typed(title="改过的岗位"), TODAY)


async def test_an_edit_and_an_approval_of_the_same_version_never_both_hold() -> None:
    unit, county = await employer(), await official(LIXIA)
    of = await base(unit)
    for _ in range(ROUNDS):
        id = await position(of, "waiting_county", title="原来的岗位")
        ends = await asyncio.gather(
            services.edit(unit, id, 1, EDITED, NOW),
            position_review.approve(county, id, 1, NOW),
            return_exceptions=True,
        )
        assert sorted(isinstance(end, Told) for end in ends) == [False, True]
        found = await positions.get(unit, id, TODAY)
        assert (found.title, found.shown.label) in {
            ("改过的岗位", "等待审核（区县）"),
            ("原来的岗位", "等待审核（市级）"),
        }


async def test_what_is_published_is_what_was_approved_however_often_it_is_edited() -> None:
    unit, city = await employer(), await official(JINAN)
    of = await base(unit, level="city")

    async def review(id: int) -> None:
        await position_review.approve(city, id, 1, NOW)
        await position_publication.publish(city, id, 2, NOW)

    for _ in range(ROUNDS):
        id = await position(of, "waiting_city", title="原来的岗位")
        edits = [services.edit(unit, id, version, EDITED, NOW) for version in (1, 2, 3)]
        await asyncio.gather(review(id), *edits, return_exceptions=True)
        found = await positions.get(unit, id, TODAY)
        assert (found.title == "原来的岗位") == found.is_published


async def test_review_and_withdrawal_of_one_version_happen_once() -> None:
    unit, city = await employer(), await official(JINAN)
    of = await base(unit)
    for _ in range(ROUNDS):
        id = await position(of)
        ends = await asyncio.gather(
            position_publication.withdraw(unit, id, 1, NOW),
            position_publication.withdraw(city, id, 1, NOW),
            position_publication.extend(unit, id, 1, EDITED.deadline.replace(year=2027), NOW),
            return_exceptions=True,
        )
        assert sum(isinstance(end, Told) for end in ends) == 2
        assert (await positions.get(unit, id, TODAY)).version == 2


async def test_nothing_that_somebody_applied_for_is_ever_reopened() -> None:
    city, of = await official(JINAN), await base(await employer())

    async def take_back(id: int) -> None:
        await position_publication.withdraw(city, id, 1, NOW)
        await position_review.reopen(city, id, 2, NOW)

    for _ in range(ROUNDS):
        id, somebody = await position(of), await person()
        ends = await asyncio.gather(
            take_back(id), applications.apply(somebody, id, NOW), return_exceptions=True
        )
        assert all(end is None or isinstance(end, int | Told | Missing) for end in ends)
        applied = await Application.exists().where(Application.position == id)
        reopened = (await positions.get(city, id, TODAY)).shown.label == "等待审核（市级）"
        assert not (applied and reopened)
