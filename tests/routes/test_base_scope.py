"""见习基地: what is not theirs is not there, at every address."""

import pytest

from jianxi.domain.viewers import OfficialViewer
from tests.cast import (
    JINAN,
    LIXIA,
    SHANDONG,
    SHIZHONG,
    ZAOZHUANG,
    ZAOZHUANG_SHIZHONG,
    base,
    employer,
    official,
)
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/bases"


async def answers(who: OfficialViewer, id: int) -> set[int]:
    """Every address of one base, tried by an office."""
    async with desk_of(who) as desk:
        looks = [await desk.get(f"{LIST}/{id}{rest}") for rest in ("", "/versions/1")]
        acts = [await desk.post(f"{LIST}/{id}/{act}", {"v": "1"}) for act in ("approval", "rejection")]
    return {answer.status_code for answer in (*looks, *acts)}


async def test_a_county_of_the_same_name_in_another_city_does_not_see_it() -> None:
    id = await base(await employer(county=SHIZHONG), "waiting_county")
    assert await answers(await official(ZAOZHUANG_SHIZHONG), id) == {404}


async def test_another_county_of_the_city_does_not_see_it() -> None:
    id = await base(await employer(county=SHIZHONG), "waiting_county")
    assert await answers(await official(LIXIA), id) == {404}


async def test_another_city_never_sees_it() -> None:
    id = await base(await employer(county=SHIZHONG), "waiting_city")
    assert await answers(await official(ZAOZHUANG), id) == {404}


async def test_the_city_does_not_see_it_before_the_county_has_passed_it() -> None:
    id = await base(await employer(), "waiting_county")
    assert await answers(await official(JINAN), id) == {404}


async def test_nobody_but_the_employer_sees_a_draft() -> None:
    id = await base(await employer(), "draft")
    assert await answers(await official(LIXIA), id) == {404}


async def test_the_province_sees_approved_ones_alone() -> None:
    waiting = await base(await employer(), "waiting_city")
    assert await answers(await official(SHANDONG), waiting) == {404}


async def test_the_province_reads_an_approved_one() -> None:
    id = await base(await employer(), "approved")
    async with desk_of(await official(SHANDONG)) as desk:
        page, listed = await desk.get(f"{LIST}/{id}"), await desk.get(LIST)
    assert (page.status_code, listed.status_code) == (200, 200)
    assert "审核不通过</button>" not in page.text + listed.text


async def test_a_number_beyond_every_table_is_no_base() -> None:
    assert await answers(await official(LIXIA), 2**40) == {404}


async def test_an_employer_without_a_base_has_no_versions_to_see() -> None:
    await base(await employer(), "approved")
    async with desk_of(await employer()) as desk:
        page = await desk.get("/employer/base/versions/1")
    assert page.status_code == 404


async def test_lists_hold_only_ones_own() -> None:
    await base(await employer(county=SHIZHONG, name="济南晨光精工有限公司"), "waiting_county")
    async with desk_of(await official(ZAOZHUANG_SHIZHONG)) as desk:
        listed = await desk.get(f"{LIST}?state=all")
    assert "济南晨光精工有限公司" not in listed.text
