"""见习上岗审核 at the offices' desks: the list, one decision and many, the other office, 撤销审核."""

import re
from datetime import timedelta

import pytest

from jianxi.tables.placements import Placement
from tests.cast import JINAN, LIXIA, SHIZHONG, official
from tests.conftest import NOW
from tests.routes.base_desks import desk_of
from tests.routes.placement_desks import LIST, signed
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_the_list_shows_what_a_reviewer_decides_by_and_counts_what_is_its_own() -> None:
    warned = '[{"allowance_fen":180000,"kind":"under_wage","limit_fen":240000}]'
    long = NOW - timedelta(days=9)
    of = await trainee("waiting", name="马·尔", allowance_fen=180_000, warnings=warned, waits_since=long)
    later = await trainee("waiting", name="刘㛃", waits_since=NOW)
    city_level = await trainee("waiting", level="city")
    await trainee("approved")
    await signed(later)
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(LIST)).text
        found = (await desk.get(f"{LIST}?q=马·尔&state=all")).text
        elsewhere = (await desk.get(f"{LIST}?state=waiting_elsewhere")).text
        approved = (await desk.get(f"{LIST}?state=approved")).text
    assert page.index("马·尔") < page.index("刘㛃")
    for text in ("低于最低工资2,400", "等待9天", "未读出二维码", "二维码相符", "已覆盖", "6个月"):
        assert text in page
    assert (
        f"placement-{city_level.placement}" not in page and f"placement-{city_level.placement}" in elsewhere
    )
    assert f"{LIST}/{city_level.placement}/approval" not in elsewhere
    assert "符合条件 <b" in found and found.count("<tbody id=") == 1
    assert "在岗" in approved and "撤销审核" in approved
    assert re.search(r"见习上岗审核<span class=\"n\">.*?2</span>", page, re.DOTALL)
    assert f"placement-{of.placement}" in page


async def test_many_are_decided_at_once_and_what_cannot_be_is_named() -> None:
    warned = '[{"allowance_fen":180000,"kind":"under_wage","limit_fen":240000}]'
    one = await trainee("waiting", name="秦雅琴", allowance_fen=180_000, warnings=warned)
    other, done = await trainee("waiting"), await trainee("approved")
    await signed(other)
    ids = [f"{of.placement}:1" for of in (one, other, done)]
    async with desk_of(await official(LIXIA)) as desk:
        asked = await desk.post(f"{LIST}/approval", {"id": ids})
        result = await desk.post(f"{LIST}/approval", {"id": ids[:2], "confirm": "yes"})
    assert "2人各用去唯一一次见习机会" in asked.text
    assert "其中1人的生活费有提示：秦雅琴（低于最低工资2,400）。" in asked.text
    assert "其中1人的上传协议书未读出二维码，须核对姓名和版本：秦雅琴。" in asked.text
    assert result.status_code == 200
    rows = await Placement.select(Placement.state).where(Placement.id.is_in([one.placement, other.placement]))
    assert [row["state"] for row in rows] == ["approved", "approved"]


async def test_the_other_office_reads_without_buttons_contacts_or_looks() -> None:
    of = await trainee("waiting")
    file = await signed(of)
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(f"{LIST}/{of.placement}")
        number = await desk.post(f"{LIST}/{of.placement}/number", {})
        refused = await desk.post(f"{LIST}/{of.placement}/approval", {"v": "1"})
        masked = await desk.get(f"{LIST}/{of.placement}/agreement")
        scan = f"upload/files/{file}"
        hidden = [
            (await desk.get(f"{LIST}/{of.placement}/{each}")).status_code
            for each in ("agreement/pages/1", scan, f"{scan}/content", f"{scan}/pages/1")
        ]
    assert page.status_code == 200 and "<img" not in page.text
    assert masked.headers["content-type"].startswith("text/html") and "赵敏" in masked.text
    assert not re.search(r"[0-9]{10}", re.sub(r"<[^>]*>|统一社会信用代码.*", "", masked.text))
    assert hidden == [404] * 4
    assert "13900139000" not in page.text and "查看完整号码" not in page.text and "/approval" not in page.text
    assert (number.status_code, refused.status_code) == (404, 409)
    async with desk_of(await official(SHIZHONG)) as desk:
        assert (await desk.get(f"{LIST}/{of.placement}")).status_code == 404


async def test_a_decision_on_the_page_asks_for_reasons_and_goes_on_to_the_next() -> None:
    first = await trainee("waiting", waits_since=NOW - timedelta(days=5))
    second = await trainee("waiting", name="刘㛃", waits_since=NOW - timedelta(days=3))
    at = f"{LIST}/{first.placement}"
    id = first.placement
    async with desk_of(await official(LIXIA)) as desk:
        asked = await desk.post(f"{at}/rejection", {"v": "1", "then": "next"})
        faulty = await desk.post(
            f"{at}/rejection", {"v": "1", f"reason-{id}": "other", f"confirm-{id}": "yes"}
        )
        reasons: dict[str, str | list[str]] = {
            f"reason-{id}": "seal",
            f"note-{id}": "第2页",
            f"confirm-{id}": "yes",
        }
        done = await desk.post(f"{at}/rejection", {"v": "1", "then": "next", **reasons})
        onward = await desk.get(done.headers["location"])
        stale = await desk.post(f"{at}/approval", {"v": "1"})
    assert "确认审核不通过" in asked.text and faulty.status_code == 422
    assert done.headers["location"].startswith(f"{LIST}/{second.placement}")
    assert "下面是下一个等待您审核的上岗" in onward.text
    assert stale.status_code == 409 and "李建国已于" in stale.text


async def test_undoing_says_what_it_does_and_what_is_in_the_way() -> None:
    of, left = await trainee(), await trainee()
    await departure(left.placement, "waiting")
    async with desk_of(await official(LIXIA)) as desk:
        asked = await desk.get(f"{LIST}/{of.placement}/reopening")
        blocked = await desk.get(f"{LIST}/{left.placement}/reopening")
        page = await desk.get(f"{LIST}/{left.placement}")
        done = await desk.post(f"{LIST}/{of.placement}/reopening", {"v": "1"})
    assert "确认撤销审核" in asked.text and "仍计为在岗" in asked.text
    assert "此人已有离岗记录" in blocked.text and "此人已有离岗记录" in page.text
    assert done.status_code == 303
    assert (await Placement.select(Placement.was_on_duty).where(Placement.id == of.placement))[0][
        "was_on_duty"
    ]
