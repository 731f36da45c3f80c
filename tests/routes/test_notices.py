"""通知 at the desks: what one was told, newest first; unread counted in the menu, read by 查看 or 标为已读."""

import re
from datetime import date
from typing import Any

import pytest

from jianxi.queries import counts, notices
from jianxi.services import acceptances, applications, log
from jianxi.tables.engine import Engine
from jianxi.tables.notices import Notice
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast, traineeships
from tests.cast import LIXIA, SHIZHONG
from tests.cast_people import save
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LIST = "/employer/notices"


def unread_in(page: str) -> str:
    found = re.search(r'通知<span class="n"><span class="vh">未读 </span>(\d+)', page)
    return found[1] if found else ""


async def test_a_unit_reads_of_an_application_and_is_led_to_it(database: Engine) -> None:
    unit, person = await cast.employer(), await cast.person(name="赵敏")
    position = await cast.position(await cast.base(unit), title="数控操作工")
    id = await applications.apply(person, position, NOW)

    async with desk_of(unit) as desk:
        page = (await desk.get(LIST)).text
        (notice,) = await notices.page(unit, offset=0, size=9)
        looked = await desk.post(f"{LIST}/{notice.id}/reading", {"act": "look"})
        after = (await desk.get(LIST)).text

    assert unread_in(page) == "1" and "有新的报名" in page and "未读</span>" in page
    assert "赵敏报名了岗位“数控操作工”。" in page and "请在“见习报名管理”中审核。" in page
    assert looked.status_code == 303 and looked.headers["location"] == f"/employer/applications/{id}"
    assert unread_in(after) == "" and "标为已读" not in after and "有新的报名" in after


@only_sqlite
async def test_all_that_were_shown_are_read_at_once_and_no_later_one(database: Engine) -> None:
    unit = await cast.employer()
    for number in range(23):
        await told(unit.employer, f"第{number}条")
    async with desk_of(unit) as desk:
        first, second = (await desk.get(LIST)).text, (await desk.get(f"{LIST}?page=2")).text
        newest = re.search(r'name="newest" value="(\d+)"', first)
        await told(unit.employer, "后来的一条")
        assert newest is not None
        done = await desk.post(f"{LIST}/reading", {"newest": newest[1]})
        after = (await desk.get(done.headers["location"])).text

    assert first.index("第22条") < first.index("第3条") and "第2条</b>" not in first
    assert "第2条</b>" in second and "共 23 条" in second
    assert "已将23条通知标为已读。" in after and unread_in(after) == "1"


async def told(unit: int, title: str) -> int:
    about: dict[str, Any] = {
        "noun": "base",
        "record": 1,
        "verb": "approve",
        "path": "/employer/base",
        "body": "事情。",
    }
    return await save(Notice(**about, employer=unit, title=title, created_at=NOW))


@only_sqlite
async def test_what_others_were_told_is_not_there(database: Engine) -> None:
    unit, stranger = await cast.employer(), await cast.employer()
    id = await told(unit.employer, "只给一家单位")
    offices = [await cast.official(LIXIA), await cast.official(LIXIA), await cast.official(SHIZHONG)]
    trainee = await traineeships.trainee("waiting")
    async with unit_of_work():
        made = (NOW, "placement", trainee.placement, "upload", "unsigned", "waiting")
        await log.record(trainee.unit, *made)

    async with desk_of(stranger) as desk:
        page = (await desk.get(LIST)).text
        foreign = await desk.post(f"{LIST}/{id}/reading", {})
        missing = await desk.post(f"{LIST}/999999/reading", {})
    seen = [(await counts.waiting(office, date(2026, 11, 20)))["authority:notices"] for office in offices]

    assert "还没有通知" in page
    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert seen == [1, 1, 0]


@only_sqlite
async def test_a_person_signed_in_by_name_and_number_reads_what_shows_no_number_or_own_phone(
    database: Engine,
) -> None:
    unit, person = await cast.employer(), await cast.person(name="赵敏")
    position = await cast.position(await cast.base(unit))
    id = await cast.application(person, position)
    await acceptances.accept(unit, id, 1, NOW)

    async with applicant_desk(person) as desk:
        page = (await desk.get("/applicant/notices")).text

    assert "报名审核通过" in page and unread_in(page) == "1"
    assert not re.search(r"\d{17}", page) and "13800138000" not in page
