"""The page of 见习上岗审核: both papers page by page, and looks at number and card, each of which is logged."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from jianxi.domain.viewers import PersonKind
from jianxi.services import log
from jianxi.tables.log import LogEntry
from jianxi.tables.placements import AgreementFile, Placement
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, base, employer, official, position, youth
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.routes.base_desks import desk_of
from tests.routes.placement_desks import LIST, signed
from tests.traineeships import trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def looks(verb: str) -> list[dict[str, Any]]:
    return await LogEntry.select().where(LogEntry.noun == "placement", LogEntry.verb == verb)


async def test_the_page_tells_everything_to_decide_by() -> None:
    of = await trainee("waiting", name="刘㛃", uploads=2)
    await signed(of, read=False, rounds=2)
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}/{of.placement}")).text
    headings = ("协议书原件", "上传协议书", "检查结果", "登记信息", "请人工核对", "历次提交")
    facts = ("13900139000", BASE_FORM["phone"][0], "平安保险", "上传的页面上没有读出")
    for text in (*headings, *facts):
        assert text in page, text


async def test_another_length_than_the_position_has_is_told_among_the_checks() -> None:
    of, same = await trainee("waiting"), await trainee("waiting")
    async with unit_of_work():
        await Position.update({Position.months: 3}).where(Position.id == of.position)
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}/{of.placement}")).text
        usual = (await desk.get(f"{LIST}/{same.placement}")).text
    assert "岗位公布的期限为3个月，登记的见习期限为6个月" in page and "岗位期限" not in usual


async def test_what_waits_again_since_the_undoing_tells_both_days() -> None:
    of = await trainee("waiting", waits_since=NOW)
    await signed(of)
    async with unit_of_work():
        sent = ("placement", of.placement, "upload", "unsigned", "waiting")
        await log.record(of.unit, NOW - timedelta(days=31), *sent, facts={"upload": 1})
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}/{of.placement}")).text
    assert "第1次提交（10月20日），今天起重新等待审核" in page and "今天提交" not in page


async def test_both_papers_are_shown_page_by_page_as_the_address_asks() -> None:
    of = await trainee("waiting", uploads=2)
    file = await signed(of, rounds=2)
    at = f"{LIST}/{of.placement}"
    async with desk_of(await official(LIXIA)) as desk:
        second = (await desk.get(f"{at}?scan=2&size=150&turn=90&round=1")).text
        beyond = await desk.get(f"{at}?original=99&scan=99&size=7&turn=13&round=44")
        swapped = await desk.visitor.get(f"{at}?scan=2", headers={"HX-Request": "true"})
        pictures = [
            await desk.get(f"{at}/agreement/pages/1"),
            await desk.get(f"{at}/upload/files/{file}/pages/1?turn=90"),
        ]
        missing = await desk.get(f"{at}/agreement/pages/2")
        saved, view = await desk.get(f"{at}/agreement"), await desk.get(f"{at}/upload/files/{file}")
    assert f"/upload/files/{file}/pages/1?turn=90" in second and "z150" in second and "第1次提交）" in second
    assert (beyond.status_code, missing.status_code) == (200, 404)
    assert swapped.text.lstrip().startswith("<div") and "登记信息" not in swapped.text
    assert [(one.status_code, one.headers["content-type"]) for one in pictures] == [(200, "image/jpeg")] * 2
    assert saved.headers["content-type"] == "application/pdf" and "扫描.png" in view.text


async def test_what_its_sender_turned_is_shown_turned_wherever_it_is_opened() -> None:
    of = await trainee("waiting")
    at = f"{LIST}/{of.placement}/upload/files/{await signed(of)}/pages/1"
    async with unit_of_work():
        await AgreementFile.update({AgreementFile.turn: 90}).where(AgreementFile.placement == of.placement)
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}/{of.placement}?scan=2&turn=270")).text
        plain, turned, back = [(await desk.get(at + ask)).content for ask in ("", "?turn=90", "?turn=0")]
    assert plain == turned != back
    assert f'src="{at}?turn=0"' in page


async def test_a_look_at_the_full_number_is_logged_with_a_script_and_without() -> None:
    of = await trainee("waiting")
    at = f"{LIST}/{of.placement}"
    async with desk_of(await official(LIXIA, "王敏")) as desk:
        before = (await desk.get(at)).text
        whole = (await desk.post(f"{at}/number", {})).text
        piece = (await desk.post(f"{at}/number", {}, script=True)).text
    full = re.search(r"37\d{15}[\dX]", whole)
    assert full and full[0] not in before and full[0] in piece and "登记信息" in whole
    entries = await looks("look_at_number")
    assert [(row["record"], row["actor_name"]) for row in entries] == [(of.placement, "王敏")] * 2
    assert full[0] not in json.dumps(entries, default=str)


async def test_each_picture_of_a_card_is_logged_and_only_its_office_sees_one() -> None:
    unit = await employer()
    place = await position(await base(unit))
    person = await youth("马·尔")
    of = await trainee("waiting", unit=unit, position=place, kind=PersonKind.YOUTH)
    async with unit_of_work():
        await Placement.update({Placement.person: person.person}).where(Placement.id == of.placement)
    at = f"{LIST}/{of.placement}/pictures"
    async with desk_of(await official(LIXIA)) as desk:
        page, side = await desk.get(at), await desk.get(f"{at}/front")
        listed = await desk.get(f"{LIST}/{of.placement}")
    async with desk_of(await official(JINAN)) as desk:
        reader = await desk.get(f"{at}/front")
    assert "身份证正面" in page.text and "查看身份证照片" in listed.text
    assert (side.status_code, side.headers["content-type"], reader.status_code) == (200, "image/jpeg", 404)
    assert [json.loads(row["facts"]) for row in await looks("look")] == [{"side": "front"}]
