"""导出 of 见习基地审核: the workbook holds exactly the rows of the list, typed, and taking it is logged."""

import json
import re
import zipfile
from datetime import date, timedelta
from io import BytesIO
from urllib.parse import unquote

import httpx
import pytest
from python_calamine import load_workbook

from jianxi.exports.base_sheet import COLUMNS
from jianxi.tables.employers import BaseVersion
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, base, employer, official
from tests.cast_facts import MOMENT
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LIST, EXPORT = "/authority/bases", "/authority/bases/export"
HEADINGS = [column.heading for column in COLUMNS]


def rows_of(answer: httpx.Response) -> list[dict[str, object]]:
    head, *rows = load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert head == HEADINGS
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def shown(page: str) -> int:
    found = re.search(r"找到 <b[^>]*>([0-9,]+)</b>", page)
    assert found is not None
    return int(found[1].replace(",", ""))


async def town() -> None:
    """Two pages of bases that wait for the county, and one in each other state."""
    for number in range(23):
        name = f"济南{'晨光' if number % 3 else '云杉'}第{number}有限公司"
        at = MOMENT + timedelta(minutes=number)
        await base(await employer(name=name), "waiting_county", submitted_at=at, industry="CI"[number % 2])
    for state in ("waiting_city", "approved", "rejected", "suspended", "revoked"):
        await base(await employer(), state, level="city")
    await base(await employer(SHIZHONG), "waiting_city")
    await base(await employer(), "draft")


@ONE_DATABASE
async def test_the_rows_are_those_of_the_list_on_all_its_pages_in_its_order() -> None:
    await town()
    asked = ("", "?state=all", "?q=晨光", "?q=晨光&industry=C", "?state=approved", "?level=city&state=all")
    for who in (LIXIA, JINAN, SHANDONG):
        async with desk_of(await official(who)) as desk:
            for query in asked:
                pages = [(await desk.get(f"{LIST}{query or '?'}&page={page}")).text for page in (1, 2)]
                link = re.search(r'href="([^"]*/export[^"]*)"', pages[0])
                rows = rows_of(await desk.get(EXPORT + query))
                on_screen = re.findall(r'<a class="key"[^>]*><b>([^<]+)</b>', pages[0] + pages[1])
                on_screen = list(dict.fromkeys(on_screen))
                assert (len(rows), bool(link)) == (shown(pages[0]), bool(rows)), (who, query)
                assert [row["单位名称"] for row in rows] == on_screen, (who, query)
                assert [row["序号"] for row in rows] == list(range(1, len(rows) + 1))


@ONE_DATABASE
async def test_the_link_keeps_the_filters_and_leaves_the_page_aside() -> None:
    await base(await employer(name="济南晨光精工有限公司"), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}?q=晨光&state=waiting_county&page=1")).text
        (link,) = re.findall(r'<a class="btn slim" href="([^"]*)">导出</a>', page)
    assert unquote(link.replace("&amp;", "&")) == f"{EXPORT}?q=晨光&state=waiting_county"


async def test_each_cell_has_its_type_and_says_what_the_page_says() -> None:
    unit = await employer(name="=济南䶮㛃·精工有限公司")
    id = await base(unit, "waiting_county", staff=1_234)
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "2", f"level-{id}": "city"})
        answer = await desk.get(f"{EXPORT}?state=approved")
    (row,) = rows_of(answer)
    assert {name: row[name] for name in ("序号", "职工人数", "附件数", "提交次数")} == {
        "序号": 1,
        "职工人数": 1_234,
        "附件数": 2,
        "提交次数": 1,
    }
    days = [row[name] for name in ("提交时间", "区县审核日期", "市级审核日期", "审核通过日期")]
    assert days == [date(2026, 11, 18), *[date(2026, 11, 20)] * 3]
    assert (row["市"], row["区县"], row["基地级别"], row["状态"]) == ("济南市", "历下区", "市级", "审核通过")
    assert (row["区县意见"], row["区县审核人"], row["市级意见"]) == ("审核通过", "李建国", "审核通过")
    assert (row["单位名称"], row["联系人"], row["联系手机"]) == (unit.name, "王芳", "13800138000")
    assert re.fullmatch(r"[0-9A-Z]{18}", str(row["统一社会信用代码"]))
    xml = zipfile.ZipFile(BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml and '<pane ySplit="1"' in xml


@ONE_DATABASE
async def test_it_is_saved_under_a_chinese_name_and_nothing_of_it_is_kept_or_run() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        headers = (await desk.get(EXPORT)).headers
        head = await desk.visitor.head(EXPORT)
    assert (
        "filename*=UTF-8''" + "%E8%A7%81%E4%B9%A0%E5%9F%BA%E5%9C%B0_2026-11-20.xlsx"
        in headers["content-disposition"]
    )
    assert headers["content-disposition"].startswith("attachment;")
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert head.status_code == 200 and not head.content
    assert await LogEntry.count().where(LogEntry.verb == "export") == 1


@ONE_DATABASE
async def test_the_log_says_who_took_how_much_by_which_filters_and_no_number_that_was_typed() -> None:
    await base(await employer(name="济南晨光精工有限公司"), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        await desk.get(f"{EXPORT}?q=晨光&state=waiting_county")
        await desk.get(f"{EXPORT}?q=37010220030608543X")
    entries = await LogEntry.select().where(LogEntry.verb == "export").order_by(LogEntry.id)
    told = [json.loads(entry["facts"]) for entry in entries]
    assert told[0] == {"filters": {"words": "晨光", "state": "waiting_county"}, "rows": 1}
    assert told[1] == {"filters": {"words": "…X"}, "rows": 0}
    assert {(entry["noun"], entry["actor_kind"], entry["actor_name"]) for entry in entries} == {
        ("base", "county", "李建国")
    }


@ONE_DATABASE
async def test_the_province_reads_nothing_in_it_of_a_change_that_is_not_in_force() -> None:
    id = await base(await employer(), amendment_state="rejected", amendment_level="city", round=2)
    async with unit_of_work():
        await _second_version(id)
    async with desk_of(await official(SHANDONG)) as desk:
        (row,) = rows_of(await desk.get(EXPORT))
    async with desk_of(await official(LIXIA)) as desk:
        (seen,) = rows_of(await desk.get(f"{EXPORT}?state=approved"))
    assert (row["区县意见"], row["变更申请"], row["申请级别"], row["提交次数"]) == ("", "", "区县级", 1)
    assert (seen["区县意见"], seen["变更申请"], seen["申请级别"], seen["提交次数"]) == (
        *("人数有出入", "审核不通过", "市级", 2),
    )


async def _second_version(id: int) -> None:
    first = await BaseVersion.select().where(BaseVersion.base == id).first()
    assert first is not None
    again = {**first, "round": 2, "amends": 1, "county_opinion": "人数有出入", "county_at": MOMENT}
    del again["id"]
    await BaseVersion.insert(BaseVersion(**again))
