"""放宽登录限制的地址 in the browser: an office's own list, what it takes, and 移除 by a second step."""

import pytest

from jianxi.tables.log import LogEntry
from jianxi.tables.sign_in import ListedNetwork
from tests.cast import JINAN, LIXIA, SHANDONG, official
from tests.guessing import HELD_BACK, HOME, WRONG, by_name, number
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/addresses"
FAIR: dict[str, str | list[str]] = {
    "network": "203.0.113.0/24",
    "what": "济南大学招聘会",
    "until_on": "2026-11-27",
}


async def first() -> int:
    return int((await ListedNetwork.select(ListedNetwork.id))[0]["id"])


@pytest.mark.parametrize("region", [LIXIA, JINAN, SHANDONG])
async def test_every_office_lists_networks_from_its_menu(region: str) -> None:
    async with desk_of(await official(region)) as desk:
        empty = await desk.get(LIST)
        added = await desk.post(LIST, FAIR)
        page = await desk.get(LIST)
    assert f'href="{LIST}" aria-current="page"' in empty.text and "还没有登记的地址" in empty.text
    assert (added.status_code, added.headers["location"]) == (303, LIST)
    assert "已登记203.0.113.0/24" in page.text and "济南大学招聘会" in page.text


async def test_from_a_listed_network_more_may_try() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(LIST, FAIR)
    said = [(await by_name(number(place), address=HOME))[0] for place in range(20)]
    assert said == [WRONG] * 20


async def test_what_was_removed_is_an_address_like_any() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(LIST, FAIR)
        path = f"{LIST}/{await first()}/removal"
        step = await desk.get(path)
        assert "移除“济南大学招聘会”" in step.text and "确认移除" in step.text
        done = await desk.post(path, {"v": "1"})
        page = await desk.get(LIST)
    assert done.status_code == 303
    assert "恢复通常的次数限制" in page.text and "济南大学招聘会" not in page.text
    said = [(await by_name(number(place), address=HOME))[0] for place in range(11)]
    assert said == [WRONG] * 10 + [HELD_BACK]


async def test_both_acts_are_logged_with_what_they_were_about() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(LIST, FAIR)
        await desk.post(f"{LIST}/{await first()}/removal", {"v": "1"})
    rows = await LogEntry.select().where(LogEntry.noun == "network").order_by(LogEntry.id)
    assert [(row["verb"], row["reason"]) for row in rows] == [
        ("add", "济南大学招聘会"),
        ("remove", "济南大学招聘会"),
    ]
    assert '"network":"203.0.113.0/24"' in rows[0]["facts"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"network": ""}, "请填写地址或网段"),
        ({"network": "203.0.0.0/16"}, "网段过大"),
        ({"network": "济南大学"}, "应为IP地址或网段"),
        ({"what": ""}, "请填写学校或招聘会"),
        ({"until_on": "2026-11-19"}, "放宽至的日期已过"),
        ({"until_on": "2028-01-01"}, "放宽最长一年"),
        ({"until_on": ""}, "请填写放宽至"),
    ],
)
async def test_what_cannot_be_listed_is_told_by_its_field(
    fields: dict[str, str | list[str]], says: str
) -> None:
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.post(LIST, FAIR | fields)
    assert page.status_code == 422
    assert says in page.text
    assert "招聘会" in page.text
    assert await ListedNetwork.count() == 0


async def test_the_same_network_is_listed_once_an_office() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(LIST, FAIR)
        again = await desk.post(LIST, FAIR | {"network": "203.0.113.9/24"})
    async with desk_of(await official(JINAN)) as desk:
        elsewhere = await desk.post(LIST, FAIR)
    assert again.status_code == 422 and "该地址已在列表中" in again.text
    assert elsewhere.status_code == 303


async def test_another_office_neither_sees_nor_removes_it() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(LIST, FAIR)
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(LIST)
        answers = [await desk.get(f"{LIST}/{await first()}/removal")]
        answers.append(await desk.post(f"{LIST}/{await first()}/removal", {"v": "1"}))
    assert "济南大学招聘会" not in page.text
    assert [answer.status_code for answer in answers] == [404, 404]
    assert await ListedNetwork.count() == 1
