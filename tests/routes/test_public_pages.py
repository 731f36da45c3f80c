"""What anybody sees: home, search, one position, approved bases, help."""

from datetime import date

import pytest

from tests import cast
from tests.routes.applicant_desks import visiting

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_the_home_page_counts_what_is_there() -> None:
    base = await cast.base(await cast.employer(name="济南云杉信息技术有限公司"))
    await cast.position(base, title="软件测试技术员", headcount=3)
    await cast.position(base, title="已经截止的岗位", deadline=date(2026, 11, 19))
    await cast.base(await cast.employer(), "waiting_city")
    async with visiting() as desk:
        page = await desk.get("/")

    assert page.status_code == 200
    assert "<dd>1<small> 家" in page.text
    assert "<dd>3<small> 个" in page.text
    assert "软件测试技术员" in page.text
    assert "已经截止的岗位" not in page.text
    assert "2023届至2026届" in page.text


async def test_an_empty_installation_has_a_home_page() -> None:
    async with visiting() as desk:
        page = await desk.get("/")

    assert "目前没有发布中的岗位" in page.text


@pytest.mark.parametrize("path", ["/positions", "/bases", "/help"])
async def test_public_pages_open_without_an_account(path: str) -> None:
    async with visiting() as desk:
        page = await desk.get(path)

    assert page.status_code == 200


async def test_a_published_position_shows_its_contact_and_how_to_apply() -> None:
    position = await cast.position(await cast.base(await cast.employer()))
    async with visiting() as desk:
        page = await desk.get(f"/positions/{position}")

    assert "053188880000" in page.text
    assert f"/login/identity?next=%2Fapplicant%2Fpositions%2F{position}" in page.text
    assert 'type="submit" name="position"' not in page.text


@pytest.mark.parametrize("state", ["waiting_county", "approved", "rejected", "withdrawn"])
async def test_a_position_that_is_not_published_is_missing(state: str) -> None:
    position = await cast.position(await cast.base(await cast.employer()), state)
    async with visiting() as desk:
        page, none = await desk.get(f"/positions/{position}"), await desk.get("/positions/999999")

    assert (page.status_code, none.status_code) == (404, 404)


async def test_bases_are_found_by_name_and_place_and_a_late_page_shows_the_last() -> None:
    await cast.base(await cast.employer(name="济南云杉信息技术有限公司"))
    await cast.base(await cast.employer(county=cast.SHIZHONG, name="山东明湖智能装备有限公司"))
    await cast.base(await cast.employer(name="还没有通过的公司"), "waiting_county")
    async with visiting() as desk:
        named = await desk.get("/bases?q=云杉&page=9")
        placed = await desk.get("/bases?county=370103")
        everything = await desk.get("/bases")

    assert "济南云杉" in named.text
    assert "济南云杉" not in placed.text
    assert "山东明湖" in placed.text
    assert "还没有通过的公司" not in everything.text


async def test_nothing_found_says_which_condition_to_remove() -> None:
    await cast.position(await cast.base(await cast.employer()), title="软件测试技术员")
    async with visiting() as desk:
        page = await desk.get("/positions?title=测试&county=370103")

    assert "没有符合条件的岗位" in page.text
    assert "去掉“济南市市中区”后有1个" in page.text


async def test_filters_stay_in_the_links_of_chips_and_pages() -> None:
    base = await cast.base(await cast.employer())
    for number in range(21):
        await cast.position(base, title=f"软件测试技术员{number}")
    async with visiting() as desk:
        page = await desk.get("/positions?title=测试&county=370102")

    assert "?title=%E6%B5%8B%E8%AF%95&amp;county=370102&amp;page=2" in page.text
    assert "职位名称：测试" in page.text
    assert "地区：济南市历下区" in page.text
