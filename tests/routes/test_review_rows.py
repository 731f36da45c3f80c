"""What a decision in a row brings along, and what shape the lists keep."""

import re

import pytest

from tests.cast import JINAN, LIXIA, application, base, employer, official, person, position
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
BASES, POSITIONS, APPLICATIONS = "/authority/bases", "/authority/positions", "/employer/applications"


def said(html: str) -> str:
    found = re.search(r"data-say>([^<]*)<", html)
    return found[1] if found else ""


def tab(html: str, label: str) -> str:
    """The number at a tab that is sent along."""
    found = re.search(rf'<nav [^>]*hx-swap-oob.*?>{label}<span class="n">([0-9,]+)</span>', html, re.DOTALL)
    return found[1] if found else ""


def todo(html: str) -> str:
    """The number at the menu's entry that is sent along."""
    found = re.search(r'<a id="menu-[^>]*hx-swap-oob[^>]*>.*?待办 </span>([0-9,]+)</span></a>', html)
    return found[1] if found else ""


async def test_a_base_decided_in_its_row_brings_numbers_and_says_what_comes_next() -> None:
    id = await base(await employer(name="济南晨光精工有限公司"), "waiting_county")
    await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{BASES}/{id}/approval", {"v": "1", "back": BASES}, script=True)
    assert said(row.text) == "“济南晨光精工有限公司”审核通过，等待市级审核。"
    assert (tab(row.text, "等待审核（区县）"), tab(row.text, "等待审核（市级）"), todo(row.text)) == (
        "1",
        "1",
        "1",
    )


async def test_a_position_decided_in_its_row_brings_numbers_and_says_what_comes_next() -> None:
    of = await base(await employer())
    id, other = (
        await position(of, "waiting_county", title="叉车作业技术员"),
        await position(of, "waiting_county"),
    )
    rejected: dict[str, str | list[str]] = {"v": "1", f"reason-{other}": "duties"}
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{POSITIONS}/{id}/approval", {"v": "1", "back": POSITIONS}, script=True)
        no = await desk.post(f"{POSITIONS}/{other}/rejection", rejected, script=True)
    assert said(row.text).startswith("“叉车作业技术员”审核通过，等待")
    assert (tab(row.text, "等待审核（区县）"), todo(row.text)) == ("1", "1")
    assert said(no.text).endswith("审核不通过，单位会看到原因。")
    assert (tab(no.text, "等待审核（区县）"), todo(no.text)) == ("0", "")


async def test_asking_for_the_reasons_changes_nothing_around_the_row() -> None:
    id = await position(await base(await employer()), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{POSITIONS}/{id}/rejection", {"v": "1"}, script=True)
    assert "hx-swap-oob" not in row.text
    assert said(row.text) == ""


async def test_the_last_seat_taken_takes_the_button_from_the_other_rows() -> None:
    unit = await employer()
    place = await position(await base(unit), headcount=1)
    ids = [await application(await person(), place) for _ in range(3)]
    sent: dict[str, str | list[str]] = {
        "v": "1",
        "shown": [str(id) for id in ids],
        f"confirm-{ids[2]}": "yes",
    }
    async with desk_of(unit) as desk:
        page = await desk.get(APPLICATIONS)
        row = await desk.post(f"{APPLICATIONS}/{ids[0]}/approval", sent, script=True)
    assert all(f'name="shown" value="{id}"' in page.text for id in ids)
    assert f'id="seats-{ids[1]}" hx-swap-oob="true">已录用 1 / 1<' in row.text
    assert f'id="decide-{ids[1]}" hx-swap-oob="true"' in row.text
    assert f"/{ids[1]}/approval" not in row.text
    assert f'id="seats-{ids[2]}" hx-swap-oob' in row.text
    assert f'id="decide-{ids[2]}"' not in row.text, "reasons are being written there"
    assert todo(row.text) == "2"


async def test_rows_have_boxes_only_where_something_can_be_done_to_many() -> None:
    of = await base(await employer(), level="city")
    await position(of, "waiting_city")
    await position(of, "rejected")
    async with desk_of(await official(JINAN)) as desk:
        rejected = await desk.get(f"{POSITIONS}?state=rejected")
        waiting = await desk.get(f"{POSITIONS}?state=waiting_city")
    assert 'class="sel"' not in rejected.text
    assert "<kbd>x</kbd>" not in rejected.text
    assert waiting.text.count('class="sel"') == 2
    assert "<kbd>x</kbd>" in waiting.text


async def test_a_row_keeps_the_column_of_boxes_where_the_list_has_it() -> None:
    id = await position(await base(await employer()), "waiting_county")
    rejected: dict[str, str | list[str]] = {
        "v": "1",
        "selecting": "yes",
        f"reason-{id}": "duties",
        f"confirm-{id}": "yes",
    }
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{POSITIONS}/{id}/rejection", rejected, script=True)
    assert '<td class="sel"></td>' in row.text


async def test_a_missing_explanation_has_the_focus() -> None:
    id = await position(await base(await employer()), "waiting_county")
    sent: dict[str, str | list[str]] = {"v": "1", f"reason-{id}": "other", f"confirm-{id}": "yes"}
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{POSITIONS}/{id}/rejection", sent, script=True)
    assert row.status_code == 422
    assert re.findall(r"<(\w+)[^>]* autofocus", row.text) == ["textarea"]


async def test_the_position_of_somebody_who_applied_leads_back_to_the_person() -> None:
    unit = await employer()
    place = await position(await base(unit))
    id = await application(await person(), place)
    async with desk_of(unit) as desk:
        page = await desk.get(f"{APPLICATIONS}/{id}?back={APPLICATIONS}")
        link = re.search(rf'href="(/employer/positions/{place}[^"]*)"', page.text)
        assert link is not None
        shown = await desk.get(link[1])
    assert re.search(rf'href="{APPLICATIONS}/{id}\?back=[^"]*">返回报名<', shown.text)


async def test_a_new_position_starts_with_the_contact_of_the_unit_and_its_number() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        page = await desk.get("/employer/positions/new")
    assert re.search(r'name="phone"[^>]*value="1[0-9]+"', page.text)
