"""上传协议 and 上传解除协议证明: pages put together, judged by their code, sent as shown, sent again after a rejection."""

import asyncio
from typing import Any

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.signed_pages import MOST_FILES, SignedKind
from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, DRAFT
from jianxi.services import agreement_uploads, placement_review, signed_pages
from jianxi.tables.departures import Departure
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import LIXIA, employer, official
from tests.cast_facts import MOMENT
from tests.conftest import NOW
from tests.signed import attached, certificate_sent, issued, leaving, scan, sent, unsigned
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def draft(id: int, kind: SignedKind = AGREEMENT) -> list[int]:
    return [page.file.id for page in await reading.of_round(kind, id, DRAFT)]


async def row(id: int) -> dict[str, Any]:
    found = await Placement.select().where(Placement.id == id).first()
    assert found is not None
    return found


@ON_ONE
async def test_what_the_code_says_is_kept_and_a_wrong_paper_is_told_while_the_others_stay() -> None:
    found, address = await unsigned()
    other = await trainee("unsigned", unit=found.unit, position=found.position, name="钱进")
    stranger, foreign = await unsigned()
    payment = "wxp://f2f0abcdefgh"
    stored = [
        await scan("对.png", payment, address),
        await scan("无.png", payment),
        await scan("别人.png", await issued("agreement", other.placement, 1)),
        await scan("外单位.png", foreign),
        await scan("证明.png", await issued("certificate", found.placement, 1)),
    ]
    taken = await signed_pages.attach(found.unit, AGREEMENT, found.placement, 1, stored, NOW)
    pages = await reading.of_round(AGREEMENT, found.placement, DRAFT)
    assert [(page.file.name, page.reading, page.paper) for page in pages] == [
        ("对.png", "read", 1),
        ("无.png", "", 1),
    ]
    assert tuple(page.file.id for page in pages) == taken.added
    assert taken.refusals[:2] == (
        "“别人.png”没有上传：这是钱进的协议，这里请上传赵敏的协议",
        "“外单位.png”没有上传：这不是本单位的协议，请核对后上传赵敏的协议",
    )
    assert not await draft(stranger.placement)


@ON_ONE
async def test_an_agreement_of_before_the_registration_was_amended_is_void() -> None:
    found, _ = await unsigned(agreement=2)
    old = await issued(AGREEMENT, found.placement, 1)
    taken = await signed_pages.attach(
        found.unit, AGREEMENT, found.placement, 1, [await scan("旧.png", old)], NOW
    )
    assert taken.refusals == (
        "“旧.png”没有上传：这是第1版协议，登记修改后已作废。请下载第2版，重新签字盖章后上传",
    )


@ON_ONE
async def test_pages_are_moved_turned_replaced_and_removed() -> None:
    found, address = await unsigned()
    a, b, c = await attached(found, "一.png", "二.png", "三.png")
    of = (found.unit, AGREEMENT, found.placement, 1)
    for place in (2, 2):
        await signed_pages.move(*of, c, place, NOW)
    await signed_pages.move(*of, a, 0, NOW)
    assert await draft(found.placement) == [a, c, b]
    for degrees in (90, 90, 45):
        await signed_pages.turn(*of, c, degrees, NOW)
    new = await signed_pages.replace(*of, a, await scan("新.png", address), NOW)
    again = await signed_pages.replace(*of, a, await scan("新.png", address), NOW)
    for _ in range(2):
        await signed_pages.remove(*of, b, NOW)
    pages = await reading.of_round(AGREEMENT, found.placement, DRAFT)
    told = [(page.file.id, page.turn, page.is_read) for page in pages]
    assert (told, again.added) == ([(*new.added, 0, True), (c, 90, False)], ())


async def test_a_press_sends_a_copy_of_what_was_shown_and_only_one_of_two_at_once() -> None:
    found, _ = await unsigned()
    pages = await attached(found, "一.png", "二.png")
    shown = reading.mark(await reading.of_round(AGREEMENT, found.placement, DRAFT))
    (more,) = await attached(found, "三.png")
    of = (found.unit, found.placement, 1, NOW)
    with pytest.raises(Stale, match="在您核对之后有变化"):
        await agreement_uploads.upload(*of, shown)
    deeds = [agreement_uploads.upload(*of, shown, [more]) for _ in range(2)]
    came_to = await asyncio.gather(*deeds, return_exceptions=True)
    assert sorted(type(each).__name__ for each in came_to) == ["NoneType", "Stale"]
    after = await row(found.placement)
    assert (after["state"], after["uploads"], after["waits_since"]) == ("waiting", 1, NOW)
    newest = await reading.newest(AGREEMENT, found.placement, 1)
    assert [page.file.id for page in newest] == [*pages, more] == await draft(found.placement)


@ON_ONE
async def test_nothing_is_sent_without_a_page_or_with_one_of_another_version() -> None:
    found, _ = await unsigned()
    with pytest.raises(Invalid) as told:
        await agreement_uploads.upload(found.unit, found.placement, 1, NOW)
    assert told.value.messages == {"pages": "请选择签字盖章后的就业见习协议书，PDF、JPEG或PNG文件"}
    await attached(found)
    async with unit_of_work():
        await Placement.update({Placement.agreement: 2}).where(Placement.id == found.placement)
    with pytest.raises(Refused, match="其中有以前版本的协议。请删除后上传第2版协议"):
        await agreement_uploads.upload(found.unit, found.placement, 1, NOW)
    with pytest.raises(Stale):
        await agreement_uploads.upload(found.unit, found.placement, 2, NOW)


async def test_after_a_rejection_one_page_is_replaced_and_each_sending_keeps_its_own_with_its_verdict() -> (
    None
):
    found, _ = await unsigned()
    first, second = await sent(found, "一.png", "二.png")
    office, of = await official(LIXIA), (found.unit, AGREEMENT, found.placement, 3)
    await placement_review.reject(office, found.placement, 2, ["other"], "第2页缺少盖章", NOW)
    (new,) = (await signed_pages.replace(*of, second, await scan("补盖.png"), NOW)).added
    await agreement_uploads.upload(found.unit, found.placement, 3, NOW)
    sendings = await reading.sendings(AGREEMENT, found.placement)
    told = [(each.round, [page.file.id for page in each.pages], each.verdict) for each in sendings]
    assert [(number, files) for number, files, _ in told] == [(2, [first, new]), (1, [first, second])]
    assert (told[0][2], sendings[1].reason, sendings[1].sent_at) == (None, "第2页缺少盖章", MOMENT)
    assert told[1][2] is not None and told[1][2].label == "审核不通过"
    after = await row(found.placement)
    assert (after["state"], after["uploads"], after["rejection"]) == ("waiting", 2, "")


async def test_a_certificate_goes_the_same_way() -> None:
    found, id, address = await leaving()
    files = await certificate_sent(found, id)
    departure = await Departure.select().where(Departure.id == id).first()
    assert departure is not None
    assert (departure["state"], departure["uploads"], departure["version"]) == ("waiting", 1, 2)
    assert [page.file.id for page in await reading.newest(CERTIFICATE, id, 1)] == list(files)
    unconfirmed, early, _ = await leaving("rejected", uploads=0, certificate=0, decided_from="waiting_office")
    with pytest.raises(Refused, match="还没有生成解除协议证明"):
        await signed_pages.attach(unconfirmed.unit, CERTIFICATE, early, 1, [await scan()], NOW)
    rejected, other, _ = await leaving("rejected", uploads=0)
    wrong = [await scan("证明.png", address)]
    taken = await signed_pages.attach(rejected.unit, CERTIFICATE, other, 1, wrong, NOW)
    assert taken.refusals == (
        "“证明.png”没有上传：这不是本单位的解除协议证明，请核对后上传赵敏的解除协议证明",
    )


async def test_of_many_files_at_once_no_more_than_twenty_are_taken() -> None:
    found, _ = await unsigned()
    await attached(found, *(f"{number}.png" for number in range(MOST_FILES - 3)))
    stored = [await scan(f"又{number}.png") for number in range(6)]
    of = (found.unit, AGREEMENT, found.placement, 1)
    deeds = [signed_pages.attach(*of, [each], NOW) for each in [*stored, stored[0]]]
    came_to = [type(each) for each in await asyncio.gather(*deeds, return_exceptions=True)]
    assert len(await draft(found.placement)) == MOST_FILES
    assert came_to.count(Invalid) >= 3


@ON_ONE
async def test_nothing_changes_while_the_office_decides_and_nobody_else_uploads() -> None:
    found, _ = await unsigned()
    (page,) = await sent(found)
    of = (AGREEMENT, found.placement, 2)
    with pytest.raises(Refused):
        await signed_pages.attach(found.unit, *of, [await scan("晚.png")], NOW)
    with pytest.raises(Refused):
        await signed_pages.remove(found.unit, *of, page, NOW)
    with pytest.raises(Stale, match="已于2026年11月18日09:00上传该上岗的协议"):
        await agreement_uploads.upload(found.unit, found.placement, 1, NOW)
    with pytest.raises(Missing):
        await agreement_uploads.upload(await employer(), found.placement, 2, NOW)
    with pytest.raises(Missing):
        await signed_pages.turn(await employer(), *of, page, 90, NOW)
