"""统计 at the offices' desks: numbers lead to lists of as many rows, the province's to breakdowns; 导出 says the same."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from python_calamine import load_workbook

from jianxi.domain import statistics as figures
from jianxi.tables.engine import Engine
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG
from tests.routes.base_desks import Desk, desk_of
from tests.statistics_town import granted, settle

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
PAGE, EXPORT = "/authority/statistics", "/authority/statistics/export"
YEAR = "?from=2025-12&to=2026-11"
_NUMBER = re.compile(r"<dt>([^<]+)</dt><dd>(?:<a class=\"link\" href=\"([^\"]+)\">)?([^<]+)<")
_FOUND = re.compile(r'<p data-say>(?:符合条件|找到) <b class="num">([0-9,]+)</b>')


def numbers_in(page: str) -> dict[str, tuple[str, str]]:
    """Label, address and text of the figures at the head of the page."""
    head = page.partition('<dl class="figs">')[2].partition("</dl>")[0]
    return {label: (unescape(url), text) for label, url, text in _NUMBER.findall(head)}


async def rows_behind(desk: Desk, url: str) -> str:
    answer = await desk.get(url)
    found = _FOUND.search(answer.text)
    assert answer.status_code == 200 and found, url
    return found[1]


async def filled() -> None:
    await settle()
    for county, level in ((LIXIA, "county"), (SHIZHONG, "city")):
        await granted(county, level, {date(2026, 1, 1): 132_000, date(2026, 2, 1): 69_677})


async def test_numbers_of_county_and_city_lead_to_lists_of_as_many_rows() -> None:
    await filled()
    summed = {"发布中见习人数", "花名册补贴", "保险补贴", "录用"}
    for region in (LIXIA, JINAN):
        async with desk_of(await cast.official(region)) as desk:
            numbers = numbers_in((await desk.get(PAGE + YEAR)).text)
            for label, (url, text) in numbers.items():
                assert (url == "") == (text in ("0", "0.00", "—") or label == figures.RATE), (label, text)
                if url and label not in summed:
                    assert await rows_behind(desk, url) == text, (region, label, url)
            assert numbers["花名册补贴"][1] == ("2,016.77" if region == LIXIA else "4,033.54")
            assert await rows_behind(desk, numbers["花名册补贴"][0]) == ("1" if region == LIXIA else "2")
            broken_down = (await desk.get(numbers["录用"][0])).text
            own = re.search(r'录用 <a href="([^"]+)">([0-9]+)</a> 人，可以打开录用名单', broken_down)
            assert own and await rows_behind(desk, unescape(own[1])) == own[2]


async def test_every_number_in_the_tables_leads_somewhere_and_a_place_or_month_keeps_it_so() -> None:
    await filled()
    async with desk_of(await cast.official(JINAN)) as desk:
        page = (await desk.get(PAGE + YEAR)).text
        urls = {
            unescape(url) for url in re.findall(r'<td class="num"[^>]*><a class="link" href="([^"]+)">', page)
        }
        listed = [url for url in sorted(urls) if "rosters" not in url and "breakdown" not in url]
        cells = dict(
            re.findall(
                r'<a class="link" href="(/authority/(?:placements|departures)\?[^"]+)">([0-9,]+)</a>', page
            )
        )
        assert len(listed) > 20 and len(cells) > 20
        for url in listed[::7]:
            assert (await desk.get(url)).status_code == 200, url
        for url, text in list(cells.items())[::9]:
            assert await rows_behind(desk, unescape(url)) == text, url


async def test_the_province_opens_breakdowns_and_lists_of_bases_and_nothing_else() -> None:
    await filled()
    async with desk_of(await cast.official(SHANDONG)) as desk:
        page = (await desk.get(PAGE + YEAR)).text
        numbers = numbers_in(page)
        assert await rows_behind(desk, numbers["见习基地"][0]) == numbers["见习基地"][1]
        main = page.partition("<main")[2]
        urls = {unescape(url) for url in re.findall(r'href="(/authority/[^"]+)"', main)}
        assert {url.partition("?")[0] for url in urls} == {
            *(PAGE, EXPORT, "/authority/bases", f"{PAGE}/breakdown")
        }
        by_city = (await desk.get(numbers["上岗"][0])).text
        assert f">{numbers['上岗'][1]}<" in by_city
        deeper = re.findall(r'<a class="link" href="([^"]*place=370100[^"]*)">', by_city)
        counties = (await desk.get(unescape(deeper[-1]))).text
        assert "历下区" in counties and "place=370102" not in counties.partition("<main")[2]
        waits = await desk.get(f"{PAGE}/breakdown?figure=placement.county")
        assert "见习上岗审核等待时间（区县）" in waits.text
        assert (await desk.get(f"{PAGE}/breakdown?figure=nobody&from=9999-99&place=x")).status_code == 200


async def test_the_export_says_what_the_page_says_in_typed_cells() -> None:
    await filled()
    async with desk_of(await cast.official(JINAN)) as desk:
        numbers = numbers_in((await desk.get(PAGE + YEAR)).text)
        book = load_workbook(BytesIO((await desk.get(EXPORT + YEAR)).content))
        only = load_workbook(BytesIO((await desk.get(f"{EXPORT}{YEAR}&place={SHIZHONG}")).content))
    sheets: dict[str, list[Any]] = {
        name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names
    }
    head, *rows = sheets["按地区"]
    total = dict(zip(head, rows[-1], strict=True))
    assert list(sheets) == ["按地区", "按月", "审核等待", "指标说明"]
    assert {label: f"{total[label]:,.0f}" for label in ("上岗", "在岗", "期满", "留用")} == {
        label: numbers[label][1] for label in ("上岗", "在岗", "期满", "留用")
    }
    assert total["花名册补贴（元）"] == 4033.54 and total["留用率"] == numbers["留用率"][1]
    months = sheets["按月"]
    place = months[0].index("上岗")
    assert sum(row[place] for row in months[1:-1]) == months[-1][place] == total["上岗"]
    assert months[-1][months[0].index("在岗")] == ""
    assert [row[0] for row in only.get_sheet_by_name("按地区").to_python()] == ["地区", "市中区", "合计"]
    told = {row[0] for row in sheets["指标说明"]}
    assert {each.label for each in figures.DEFINED} <= told


async def test_charts_have_names_and_a_page_costs_as_many_statements_with_many_rows(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, run = list[str](), type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    costs = []
    async with desk_of(await cast.official(JINAN)) as desk:
        for more in (False, True):
            if more:
                await filled()
            await desk.get(PAGE)
            with monkeypatch.context() as patched:
                patched.setattr(type(database), "run", counted)
                asked.clear()
                page = (await desk.get(PAGE)).text
                costs.append(len(asked))
    assert costs[0] == costs[1] <= 8, asked
    drawn = re.findall(r'<svg class="chart".*?</svg>', page, re.DOTALL)
    assert len(drawn) == 5
    assert all("<title " in each and "<desc " in each and "style=" not in each for each in drawn)
