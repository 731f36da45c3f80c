"""参数 in the browser: what holds for the office's region, a new value in two steps, who may."""

import re

import pytest

from jianxi.tables.policies import PolicyRow
from tests.cast import JINAN, LIXIA, SHANDONG, official
from tests.rosters import roster
from tests.routes.base_desks import Desk, desk_of, hidden_fields, version_in
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/parameters"
RATE = f"{LIST}/subsidy_rate"
TYPED: dict[str, str | list[str]] = {
    "value": "65%",
    "effective_from": "2026-09-01",
    "source": "济人社发〔2026〕1号",
}


def words(page: str) -> str:
    return re.sub(r"\s+", "", re.sub("<[^>]+>", "", page))


async def put(desk: Desk, path: str = RATE, **typed: str) -> None:
    """Both steps."""
    shown = version_in((await desk.get(path)).text)
    step = await desk.post(path, {**TYPED, **typed, "v": shown})
    assert (await desk.post(path, hidden_fields(step.text))).status_code == 303


async def test_a_city_sees_what_a_value_would_do_and_then_sets_it() -> None:
    await roster((await trainee()).unit, "sent")
    async with desk_of(await official(JINAN)) as desk:
        step = await desk.post(RATE, {**TYPED, "v": version_in((await desk.get(RATE)).text)})
        assert await PolicyRow.count() == 0
        done = await desk.post(RATE, hidden_fields(step.text))
        page, listed = await desk.get(RATE), await desk.get(LIST)

    assert "确认设置" in step.text
    assert "济南市自2026年9月1日起，见习补贴比例由60%改为65%。" in step.text
    assert "起始日期早于今天" in step.text
    assert (
        "其中1份、1人有变化，补贴（含保险补贴）合计由2,880.00元变为3,120.00元（增加240.00元）。" in step.text
    )
    assert done.status_code == 303
    assert [words(tag) for tag in re.findall('<span class="tag[^>]*>.*?</span>', page.text)] == [
        "现行",
        "本地另有设置",
        "已由后来的值接替",
    ]
    row = words(listed.text.partition('id="parameter-subsidy_rate"')[2].partition("</tr>")[0])
    assert "65%自2026-09-01起" in row and "山东省的值：60%，自2022-01-01起" in row


async def test_a_second_tab_is_told_what_was_set_meanwhile_and_keeps_what_was_typed() -> None:
    async with desk_of(await official(JINAN)) as desk:
        stale = await desk.post(RATE, {**TYPED, "value": "70%", "v": "0"})
        await put(desk)
        answer = await desk.post(RATE, hidden_fields(stale.text))

    assert answer.status_code == 409
    assert "将该参数设置为65%（自2026年9月1日起），本页已更新为最新内容" in answer.text
    assert 'value="70%"' in answer.text and version_in(answer.text) != "0"
    assert await PolicyRow.count() == 1


async def test_what_is_wrong_is_said_by_the_field() -> None:
    cases: list[tuple[str, dict[str, str], str]] = [
        (RATE, {"value": "0.65"}, "应为带百分号的数，例如60%"),
        (RATE, {"value": "65"}, "缺少百分号"),
        (RATE, {"value": "600"}, "缺少百分号"),
        (RATE, {"value": "-5%"}, "不能为负数"),
        (RATE, {"value": "65.555%"}, "最多两位小数"),
        (f"{LIST}/retention_bonus", {"value": "101"}, "应在0至100个百分点之间"),
        (RATE, {"value": ""}, "请填写新值"),
        (RATE, {"source": "\u200b"}, "请填写依据"),
        (RATE, {"effective_from": "1999-12-31"}, "不能早于2000-01-01"),
        (RATE, {"effective_from": "2056-12-31"}, "不能晚于今后十年"),
        (f"{LIST}/early_contract", {"value": "也许"}, "应为“是”或“否”"),
        (f"{LIST}/insurance_subsidy", {"value": "1000.01"}, "应在0.00至1,000.00之间"),
        (f"{LIST}/part_month_method", {"value": ""}, "请选择新值"),
    ]
    async with desk_of(await official(JINAN)) as desk:
        for path, typed, sentence in cases:
            page = await desk.post(path, {**TYPED, **typed, "v": "0"})
            assert page.status_code == 422, path
            assert f'id="{next(iter(typed))}-e"' in page.text and sentence in page.text, path
        confirmed = {**TYPED, "value": "13", "v": "0", "confirm": "yes"}
        page = await desk.post(f"{LIST}/placement_min_months", confirmed)
    assert page.status_code == 422 and "不能大于该日的“见习最长期限”（12个月）" in page.text
    assert await PolicyRow.count() == 0


async def test_every_level_reads_and_sets_only_what_is_its_own() -> None:
    async with desk_of(await official(LIXIA)) as county:
        pages = [await county.get(LIST), await county.get(RATE)]
        refused = await county.post(RATE, {**TYPED, "v": "0", "confirm": "yes"})
    async with desk_of(await official(JINAN)) as city:
        cohort = await city.get(f"{LIST}/cohort")
        not_its_own = await city.post(f"{LIST}/cohort", {**TYPED, "value": "2027", "v": "0"})
        await put(city)
        missing = await city.get(f"{LIST}/no_such")
        wages = await city.get(f"{LIST}/minimum_wage")
    async with desk_of(await official(SHANDONG)) as province:
        await put(province, f"{LIST}/cohort", value="2027届")
        told = await province.get(RATE)

    assert all("参数由省、市设置" in page.text and "确认" not in page.text for page in pages)
    assert (refused.status_code, not_its_own.status_code, missing.status_code) == (403, 403, 404)
    assert "该参数由省级统一设置" in cohort.text
    assert wages.headers["location"] == "/authority/wages"
    assert "各市另行设置的值" in told.text and "济南市" in told.text
    assert await PolicyRow.count() == 2
