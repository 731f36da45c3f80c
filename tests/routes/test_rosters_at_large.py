"""补贴经费花名册 of more people than a page holds, and what a person sees of their own in it."""

import re

import pytest

from jianxi.services import roster_review
from tests import cast
from tests.cast_facts import MOMENT
from tests.rosters import roster, seen
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of
from tests.traineeships import trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
PREVIEW = "/employer/rosters/preview?kind=period&from=2026-09&to=2026-10"


async def test_lines_are_parted_into_pages_and_the_sums_are_of_all_of_them() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    for number in range(22):
        await trainee(
            "waiting" if number == 21 else "approved", unit=unit, position=post, name=f"第{number}人"
        )
    async with desk_of(unit) as desk:
        shown = [(await desk.get(f"{PREVIEW}&page={page}")).text for page in (1, 2, 3)]
        one = f"/employer/rosters/{await roster(unit, 'sent')}"
        sent = [(await desk.get(f"{one}?page={page}")).text for page in (1, 2)]
    lines = [re.findall(r'<tr id="line-\d+">', page) for page in (*shown, *sent)]
    assert [len(found) for found in lines] == [20, 1, 0, 20, 1]
    for page in (*shown[:2], *sent):
        assert "60,480.00" in page and "不予补贴（1人，不计入合计）" in page
    assert (
        'href="/employer/rosters/preview?kind=period&amp;from=2026-09&amp;to=2026-10&amp;page=2"' in shown[0]
    )


async def test_a_person_sees_the_months_of_their_own_and_nobody_else_once_they_were_sent() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    mine, other = [await trainee(unit=unit, position=post, name=name) for name in ("赵敏", "孙七")]
    id = await roster(unit, "draft")
    async with applicant_desk(mine.person) as desk:
        page = f"/applicant/applications/{mine.application}"
        before = (await desk.get(page)).text
        await roster(unit, "sent")
        sent = (await desk.get(page)).text
        office = await cast.official(cast.LIXIA)
        await roster_review.accept(office, id, (await seen(office, id)).version, MOMENT)
        accepted = (await desk.get(page)).text
    assert 'id="subsidy"' not in before
    for text, state in ((sent, "已报送"), (accepted, "已接受")):
        part = text[text.index('id="subsidy"') :]
        assert "2026年9月" in part and "1,440.00" in part and state in part and "孙七" not in part
    assert other.placement != mine.placement
