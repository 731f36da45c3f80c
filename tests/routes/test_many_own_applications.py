"""已报见习岗位管理 of somebody who applied and withdrew again and again."""

import pytest

from jianxi.queries.applications import NEWEST
from tests.cast import application, base, employer, person, position
from tests.routes.applicant_desks import applicant_desk

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_the_newest_are_listed_and_the_page_says_that_there_are_more() -> None:
    somebody, place = await person(), await position(await base(await employer()))
    for _ in range(NEWEST + 5):
        await application(somebody, place, "withdrawn")

    async with applicant_desk(somebody) as desk:
        page = (await desk.get("/applicant/applications")).text

    assert page.count(">办理记录<") == NEWEST
    assert f"最近的{NEWEST}次报名" in page
