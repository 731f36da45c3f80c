"""最低工资标准 in the browser: per county, for several at once, by workbook."""

import re

import httpx
import pytest

from jianxi.tables.policies import PolicyRow
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG, official
from tests.routes.base_desks import Desk, desk_of, hidden_fields, version_in
from tests.wage_sheets import GOOD, workbook
from tests.web.site import csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/wages"
TYPED: dict[str, str | list[str]] = {
    "counties": [LIXIA, SHIZHONG],
    "value": "2500",
    "effective_from": "2026-12-01",
    "source": "鲁政字〔2026〕1号",
}


async def hand_in(desk: Desk, data: bytes) -> httpx.Response:
    fields = {"csrf": await csrf_of(desk.visitor)}
    return await desk.visitor.post(f"{LIST}/import", data=fields, files={"file": ("标准.xlsx", data)})


async def test_a_figure_for_several_counties_is_planned_and_shown() -> None:
    async with desk_of(await official(JINAN)) as desk:
        form = await desk.get(f"{LIST}/new?counties={LIXIA}")
        step = await desk.post(f"{LIST}/new", {**TYPED, "v": version_in(form.text)})
        fields = {**hidden_fields(step.text), "counties": [LIXIA, SHIZHONG]}
        assert (await desk.post(f"{LIST}/new", fields)).status_code == 303
        again = await desk.post(f"{LIST}/new", fields)
        listed, county = await desk.get(LIST), await desk.get(f"{LIST}/{LIXIA}")

    assert re.search(f'value="{LIXIA}" checked', form.text)
    assert "历下区自2026年12月1日起，最低工资标准由2,400.00元改为2,500.00元。" in step.text
    assert again.status_code == 409 and "将该参数设置为2,500.00元（自2026年12月1日起）" in again.text
    assert listed.text.count("2,500.00") == 2 and "自2026-12-01起" in listed.text
    assert "系统预置" in listed.text and "鲁政字〔2025〕140号" in listed.text
    assert "待生效" in county.text and "现行" in county.text


async def test_what_is_missing_is_told_with_what_it_stops() -> None:
    async with desk_of(await official(ZAOZHUANG)) as desk:
        listed, page = await desk.get(LIST), await desk.get("/authority/parameters")
        county = await desk.get(f"{LIST}/370402")
    async with desk_of(await official(SHANDONG)) as province:
        whole = await province.get(LIST)

    assert "缺少6个区县的标准" in listed.text and "补贴经费不能计算" in listed.text
    assert "枣庄市市中区" in listed.text and "缺少6个区县" in page.text
    assert "缺少现行标准" in county.text
    assert "济南市市中区" in whole.text and "枣庄市市中区" in whole.text
    assert f"{LIST}/new" not in whole.text


async def test_what_is_wrong_is_said_by_the_field() -> None:
    cases: dict[str, tuple[str | list[str], str]] = {
        "counties": (["370402"], "请从列表中选择区县"),
        "value": ("50", "应在100.00至100,000.00之间"),
        "effective_from": ("明天", "应写成2026-11-20这样的年月日"),
        "source": ("", "请填写依据"),
    }
    async with desk_of(await official(JINAN)) as desk:
        for name, (text, sentence) in cases.items():
            page = await desk.post(f"{LIST}/new", {**TYPED, name: text, "v": "0"})
            assert page.status_code == 422 and sentence in page.text, name
            assert f'id="{name}-e"' in page.text, name
    assert await PolicyRow.count() == 0


async def test_a_workbook_is_looked_at_first_and_then_taken_in() -> None:
    bad = ("370402", "市中区", 2500, "2026-10-01", "文号")
    async with desk_of(await official(JINAN)) as desk:
        check = await hand_in(desk, workbook(GOOD, bad))
        assert await PolicyRow.count() == 0
        fields = hidden_fields(check.text)
        done = await desk.post(f"{LIST}/import", fields)
        twice = await desk.post(f"{LIST}/import", fields)
        forged = await desk.post(f"{LIST}/import", {**fields, "rows": "x"})
        same = await hand_in(desk, workbook(GOOD))
        wrong = await hand_in(desk, b"a,b")
        nothing = await desk.post(f"{LIST}/import", {})

    assert "将新增1项，更正0项；没有变化的0项，不能导入的1行" in check.text
    assert "行政区划代码“370402”不是本地区的区县" in check.text and "确认导入" in check.text
    assert done.status_code == 303 and await PolicyRow.count() == 1
    assert (twice.status_code, forged.status_code) == (409, 409)
    assert "没有需要导入的内容" in twice.text and "核对页面已过期" in forged.text
    assert "没有需要导入的内容" in same.text and "确认导入" not in same.text
    assert (wrong.status_code, nothing.status_code) == (422, 422)
    assert "请选择要导入的XLSX文件" in nothing.text


async def test_counties_and_the_province_read_and_save() -> None:
    paths = [f"{LIST}/{noun}" for noun in ("new", "import", "template")]
    for region, codes in ((LIXIA, {LIXIA: 200, SHIZHONG: 404}), (SHANDONG, {LIXIA: 200, "370199": 404})):
        async with desk_of(await official(region)) as desk:
            closed = [(await desk.get(path)).status_code for path in paths]
            closed.append((await desk.post(f"{LIST}/new", {**TYPED, "v": "0"})).status_code)
            read = {code: (await desk.get(f"{LIST}/{code}")).status_code for code in codes}
            saved = await desk.get(f"{LIST}/export")
        assert (closed, read) == ([404] * 4, codes)
        assert saved.headers["content-disposition"].startswith("attachment")
