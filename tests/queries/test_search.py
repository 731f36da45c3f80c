"""The search in published positions: what is found by which words and places, on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jianxi.forms.position_search import Search
from jianxi.queries.search import Found, published
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)


async def found(**conditions: str) -> set[str]:
    return {each.title for each in (await published(Search(**conditions), 1, TODAY)).positions}


async def titled(*titles: str, unit: str = "济南云杉信息技术有限公司", county: str = cast.LIXIA) -> None:
    base = await cast.base(await cast.employer(county, unit))
    for title in titles:
        await cast.position(base, title=title)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("䶮", "助理䶮"),
        ("测", "软件测试"),
        ("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"),
        ("100%", "绩效100%岗"),
        ("a_b", "脚本a_b维护"),
        ("c\\d", "路径c\\d整理"),
        ("o'neil", "O'Neil助教"),
        ("!", "加油!见习生"),
        ("bim", "BIM技术员"),
        ("BIM", "ｂｉｍ绘图员"),
        ("ＢＩＭ", "bim审图员"),
        ("买买提·艾力", "买买提•艾力工作室助理"),
        ("技术 软件", "软件和技术支持"),
        ("  测试  ", "软件测试"),
    ],
)
async def test_words_find_the_titles_that_hold_them(words: str, title: str) -> None:
    await titled(title, "无关的岗位")

    assert await found(title=words) == {title}


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", "1%0", "软_件", "{}", "硬件 软件"])
async def test_signs_stand_for_themselves_only(words: str) -> None:
    await titled("软件测试", "软件100员")

    assert await found(title=words) == set()


async def test_units_titles_and_both_are_searched_as_asked() -> None:
    await titled("软件测试", unit="山东鲲云数据服务有限公司")

    assert await found(unit="鲲云") == await found(q="鲲云") == await found(q="软件 鲲云") == {"软件测试"}
    assert await found(title="鲲云") == set()


async def test_a_county_finds_what_works_there_and_what_is_registered_there() -> None:
    base = await cast.base(await cast.employer(cast.SHIZHONG))
    await cast.position(base, title="注册在市中", work_county="370112")
    await titled("工作在历下")

    assert await found(county="370103", city="370100") == {"注册在市中"}
    assert await found(county="370112", city="370100") == {"注册在市中"}
    assert await found(city="370100") == {"注册在市中", "工作在历下"}
    assert await found(city="370200") == set()


async def test_degree_and_major_narrow() -> None:
    base = await cast.base(await cast.employer())
    await cast.position(base, title="本科岗", degree="本科", major="Software工程")
    await cast.position(base, title="大专岗")

    assert await found(degree="本科") == {"本科岗"}
    assert await found(major="software") == {"本科岗"}


@pytest.mark.parametrize("state", ["waiting_county", "waiting_city", "approved", "rejected", "withdrawn"])
async def test_only_published_positions_are_found(state: str) -> None:
    await cast.position(await cast.base(await cast.employer()), state)

    assert await found() == set()


async def test_closed_and_full_positions_stay_listed_and_take_nobody() -> None:
    base = await cast.base(await cast.employer())
    await cast.position(base, title="截止", deadline=date(2026, 11, 19))
    await cast.position(base, title="满", headcount=1, accepted=1)
    await cast.position(base, title="今天截止", deadline=TODAY)

    page = await published(Search(), 1, TODAY)

    said = {each.title: (each.shown.label, each.is_open) for each in page.positions}
    assert said == {"截止": ("已截止", False), "满": ("已满", False), "今天截止": ("发布中", True)}


async def test_pages_hold_twenty_newest_first_and_a_late_page_is_the_last() -> None:
    base = await cast.base(await cast.employer())
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    for number in range(23):
        at = moment + timedelta(hours=number)
        await cast.position(base, title=f"第{number}个", published_at=at)

    first, late = await published(Search(), 1, TODAY), await published(Search(), 99, TODAY)

    assert (first.total, len(first.positions), first.positions[0].title) == (23, 20, "第22个")
    assert (late.number, [each.title for each in late.positions]) == (2, ["第2个", "第1个", "第0个"])


async def test_nothing_found_counts_without_each_condition() -> None:
    await titled("软件测试")

    page = await published(Search(title="软件", unit="鲲云", county="370103", city="370100"), 1, TODAY)

    assert page == Found((), 0, False, 1, ())
    page = await published(Search(title="软件", county="370103", city="370100"), 1, TODAY)
    assert page.hints == (("county", 1),)


async def test_counting_stops_at_a_thousand_until_the_last_page_is_reached() -> None:
    first = await cast.position(await cast.base(await cast.employer()))
    row = (await Position.select().where(Position.id == first))[0]
    del row["id"]
    async with unit_of_work():
        for _ in range(4):
            await Position.insert(*(Position(**row) for _ in range(251)))

    one, last = await published(Search(), 1, TODAY), await published(Search(), 51, TODAY)
    beyond = await published(Search(), 400, TODAY)

    assert (one.total, one.capped, len(one.positions)) == (1000, True, 20)
    assert (last.total, last.capped, len(last.positions)) == (1005, False, 5)
    assert (beyond.number, len(beyond.positions)) == (50, 20)
