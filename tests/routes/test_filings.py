"""报省厅备案 on screen: chosen in the list, confirmed, returned, sent again, received, and its workbook."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from jianxi.queries import invariants
from jianxi.services import base_standing
from jianxi.services import filings as services
from jianxi.tables.employers import Base
from jianxi.tables.filings import Filing
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, SHANDONG, base, employer, official
from tests.conftest import NOW
from tests.routes.base_desks import desk_of, version_in

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST, FILINGS = "/authority/bases", "/authority/filings"
WHY = "济南乙精工有限公司的联系电话有误。"
Fields = dict[str, str | list[str]]


async def approved(name: str) -> int:
    return await base(await employer(name=name))


async def test_the_citys_list_of_approved_bases_can_be_filed_whole_and_nothing_else_can() -> None:
    await approved("济南甲精工有限公司")
    await base(await employer(), "waiting_city")
    everything: Fields = {"all": "yes", "back": f"{LIST}?state=approved"}
    async with desk_of(await official(JINAN)) as desk:
        approved_tab = await desk.get(f"{LIST}?state=approved")
        waiting_tab = await desk.get(LIST)
        confirm = await desk.post(f"{LIST}/filing", everything)
    async with desk_of(await official(LIXIA)) as desk:
        county = await desk.get(f"{LIST}?state=approved")
        foreign = await desk.post(f"{LIST}/filing", everything)
    assert "报省厅备案</button>" in approved_tab.text and "选择济南甲精工有限公司" in approved_tab.text
    assert "审核不通过</button>" not in approved_tab.text
    assert "报省厅备案</button>" not in waiting_tab.text + county.text
    assert "首次备案" in confirm.text and "将报送的1个" in confirm.text
    assert (confirm.status_code, foreign.status_code) == (200, 404)


async def test_what_is_left_out_is_named_and_only_what_was_confirmed_is_sent() -> None:
    one, other = (
        await approved("济南甲精工有限公司"),
        await base(await employer(name="济南乙精工有限公司"), "suspended"),
    )
    picked: Fields = {"id": [f"{one}:1", f"{other}:1"]}
    async with desk_of(await official(JINAN)) as desk:
        none = await desk.post(f"{LIST}/filing", {})
        confirm = await desk.post(f"{LIST}/filing", picked)
        sent = await desk.post(f"{LIST}/filing", {"id": f"{one}:1", "confirm": "yes"})
        again = await desk.post(f"{LIST}/filing", {"id": f"{one}:1", "confirm": "yes"})
        page = await desk.get(sent.headers["Location"])
    assert none.status_code == 303
    assert "现在是“已暂停”，只有“审核通过”的基地可以报送" in confirm.text
    assert (sent.status_code, again.headers["Location"]) == (303, sent.headers["Location"])
    assert "已报送，共1个基地，等待省厅接收" in page.text
    assert "济南乙精工有限公司" not in page.text
    assert await Filing.count() == 1


async def test_a_base_that_changed_meanwhile_stops_the_whole_act_and_is_named() -> None:
    one, other = await approved("济南甲精工有限公司"), await approved("济南乙精工有限公司")
    city = await official(JINAN, "王敏")
    fields: Fields = {"id": [f"{one}:1", f"{other}:1"], "confirm": "yes"}
    async with desk_of(city) as desk:
        await base_standing.suspend(city, other, 1, "核查", NOW)
        answer = await desk.post(f"{LIST}/filing", fields)
    assert answer.status_code == 409
    assert "“济南乙精工有限公司”：王敏已于10:00暂停该基地" in answer.text
    assert f'value="{one}:1"' in answer.text and f'value="{other}' not in answer.text
    assert await Filing.count() == 0


async def test_the_province_returns_with_a_reason_and_the_city_sends_other_bases_again() -> None:
    one, other = await approved("济南甲精工有限公司"), await approved("济南乙精工有限公司")
    city, province = await official(JINAN), await official(SHANDONG)
    id = await services.file(city, [(one, 1), (other, 1)], NOW)
    page = f"{FILINGS}/{id}"
    async with desk_of(province) as desk:
        waiting = await desk.get(FILINGS)
        step = await desk.get(f"{page}/return")
        blank = await desk.post(f"{page}/return", {"v": "1", "reason": ""})
        done = await desk.post(f"{page}/return", {"v": version_in(step.text), "reason": WHY})
    added = await approved("济南丙精工有限公司")
    async with desk_of(city) as desk:
        listed = await desk.get(FILINGS)
        choose = await desk.get(f"{page}/submission")
        nothing = await desk.post(f"{page}/submission", {"v": "2"})
        picked: Fields = {"id": [f"{one}:1", f"{added}:1"], "v": version_in(choose.text)}
        confirm = await desk.post(f"{page}/submission", picked)
        await desk.post(f"{page}/submission", {**picked, "v": version_in(confirm.text), "confirm": "yes"})
        newest = await desk.get(page)
        first = await desk.get(f"{page}?round=1")
        late = await desk.post(f"{page}/submission", {**picked, "v": "1", "confirm": "yes"})
    assert '<span class="n"><span class="vh">待办 </span>1</span>' in waiting.text
    assert (blank.status_code, done.status_code, nothing.status_code) == (422, 303, 303)
    assert "请填写退回原因" in blank.text and "确认退回" in step.text
    assert WHY in listed.text and WHY in choose.text and "可以加入的1个" in choose.text
    assert "确认报送</button>" in confirm.text
    assert "加入1个：济南丙精工有限公司。去掉1个：济南乙精工有限公司。" in newest.text
    assert WHY in first.text and "这是以前报送的内容，共报送2次" in first.text
    assert late.status_code == 409 and "报送该备案" in late.text


async def test_the_province_receives_once_and_who_comes_second_reads_who_was_first() -> None:
    id = await services.file(await official(JINAN), [(await approved("济南甲精工有限公司"), 1)], NOW)
    page = f"{FILINGS}/{id}"
    async with desk_of(await official(SHANDONG, "宋振华")) as desk:
        step = await desk.get(f"{page}/receipt")
        done = await desk.post(f"{page}/receipt", {"v": "1"})
        twice = await desk.post(f"{page}/receipt", {"v": "1"})
        after = await desk.get(page)
    async with desk_of(await official(SHANDONG)) as desk:
        late = await desk.post(f"{page}/return", {"v": "1", "reason": WHY})
        missing = await desk.get(f"{FILINGS}/{id + 9}")
        no_round = await desk.get(f"{page}?round=2")
    assert "确认接收</button>" in step.text
    assert (done.status_code, twice.status_code) == (303, 409)
    assert "已接收" in after.text and f"{page}/return" not in after.text
    assert late.status_code == 409 and "宋振华已于10:00接收该备案" in late.text and WHY in late.text
    assert (missing.status_code, no_round.status_code) == (404, 404)


async def test_the_workbook_holds_the_rows_of_the_screen_and_of_each_sending() -> None:
    one, other = await approved("=1+1精工有限公司"), await approved("济南乙精工有限公司")
    city, province = await official(JINAN), await official(SHANDONG)
    id = await services.file(city, [(one, 1), (other, 1)], NOW)
    await services.send_back(province, id, 1, WHY, NOW)
    async with unit_of_work():
        await Base.update({Base.yearly_posts: 90}).where(Base.id == one)
    await services.file_again(city, id, 2, [(one, 1)], NOW)
    async with desk_of(province) as desk:
        newest = await desk.get(f"{FILINGS}/{id}/workbook")
        first = await desk.get(f"{FILINGS}/{id}/workbook?round=1")
        head = await desk.visitor.head(f"{FILINGS}/{id}/workbook")
        page = await desk.get(f"{FILINGS}/{id}")
    logged = await LogEntry.select().where(LogEntry.noun == "filing", LogEntry.verb == "export")
    sheet, about, changes = load_workbook(BytesIO(newest.content)).worksheets
    assert "attachment" in newest.headers["Content-Disposition"]
    assert [cell.value for cell in sheet[1]][:4] == ["序号", "市", "区县", "单位名称"]
    assert (sheet.max_row, load_workbook(BytesIO(first.content)).worksheets[0].max_row) == (2, 3)
    assert (sheet["D2"].value, sheet["D2"].data_type, sheet["K2"].value) == ("=1+1精工有限公司", "s", 90)
    assert ("报送次数", 2) in list(about.values) and changes["C2"].value == "首次备案"
    assert [(each["record"], each["actor_name"], json.loads(each["facts"])) for each in logged] == [
        (id, province.name, {"round": 2, "rows": 1}),
        (id, province.name, {"round": 1, "rows": 2}),
    ]
    assert (head.status_code, head.content, head.headers["Content-Disposition"]) == (
        *(200, b"", newest.headers["Content-Disposition"]),
    )
    assert page.status_code == 200 and await invariants.among("filing", id, id) == []
