"""忘记密码 over HTTP: who may issue a link for whom, that it is shown once, and the page behind it."""

import re

import pytest

from jianxi.domain.viewers import OfficialViewer, PersonKind
from jianxi.services import account_locks
from jianxi.services.accounts import open_with
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, employer, id_number, official, person
from tests.conftest import NOW
from tests.routes.applicant_desks import visiting
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/accounts"
NEW = {"password": "晴天 散步 43 公里呀呀", "password_again": "晴天 散步 43 公里呀呀"}
LINK = r"http://jianxi\.test(/password/[\w-]{40,})"


async def link_for(account: int, by: OfficialViewer) -> str:
    async with desk_of(by) as desk:
        answer = await desk.post(f"{LIST}/{account}/reset", {"v": "1"})
    found = re.search(LINK, answer.text)
    assert answer.status_code == 200 and found is not None
    return found[1]


async def graduate(number: str) -> int:
    row = await Person.select(Person.account).where(Person.id == (await person(number=number)).person).first()
    assert row is not None
    return int(row["account"])


async def test_a_county_resets_its_unit_after_a_page_that_says_what_that_does() -> None:
    unit = await employer(LIXIA, username="yunshan")
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.get(f"{LIST}/{unit.account}/reset")
    assert "确认重置密码" in page.text and unit.name in page.text and "24小时" in page.text
    path = await link_for(unit.account, await official(LIXIA))
    async with visiting() as desk:
        looked, again = await desk.get(path), await desk.get(path)
        answer = await desk.post(path, {**NEW})
        used = await desk.post(path, {**NEW})
    assert (looked.status_code, again.status_code, used.status_code) == (200, 200, 404)
    assert answer.headers["Location"] == "/login"
    assert await open_with("yunshan", NEW["password"]) is not None


@pytest.mark.parametrize("region", [SHIZHONG, JINAN, SHANDONG])
async def test_no_other_office_resets_a_unit(region: str) -> None:
    unit = await employer(LIXIA)
    async with desk_of(await official(region)) as desk:
        looked = await desk.get(f"{LIST}/{unit.account}/reset")
        sent = await desk.post(f"{LIST}/{unit.account}/reset", {"v": "1"})
    assert (looked.status_code, sent.status_code, await LogEntry.count()) == (404, 404, 0)


async def test_units_are_found_by_name_code_and_user_name_in_the_own_county() -> None:
    unit = await employer(LIXIA, "云杉软件有限公司", "yunshan")
    await employer(SHIZHONG, "云杉机械有限公司", "yunshan2")
    async with desk_of(await official(LIXIA)) as desk:
        pages = [(await desk.get(f"{LIST}?q={word}")).text for word in ("云杉", "YUNSHAN", "没有")]
    assert [unit.name in page for page in pages] == [True, True, False]
    assert all("云杉机械" not in page for page in pages)


async def test_cities_and_the_province_see_no_units() -> None:
    await employer(LIXIA, "云杉软件有限公司")
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(LIST)
    assert "云杉" not in page.text and "查找毕业生账号" in page.text


@pytest.mark.parametrize("region", [LIXIA, JINAN, SHANDONG])
async def test_any_office_resets_a_graduate_found_by_name_and_number(region: str) -> None:
    number = id_number(PersonKind.CURRENT_GRADUATE)
    account = await graduate(number)
    async with desk_of(await official(region)) as desk:
        found = await desk.post(LIST, {"name": "赵敏", "id_number": number})
        step = await desk.get(found.headers["Location"])
        link = await desk.post(found.headers["Location"], {"v": "1"})
    row = await LogEntry.select(LogEntry.record, LogEntry.verb).first()
    assert number not in found.headers["Location"] + step.text
    assert (re.search(LINK, link.text) is not None, row) == (True, {"record": account, "verb": "issue_link"})


async def test_a_graduate_is_found_by_both_and_by_nothing_less() -> None:
    number = id_number(PersonKind.CURRENT_GRADUATE)
    await graduate(number)
    other = id_number(PersonKind.YOUTH)
    await person(PersonKind.YOUTH, number=other)
    async with desk_of(await official(JINAN)) as desk:
        tries = [("王敏", number), ("赵敏", other), ("", number), ("赵敏", "")]
        answers = [await desk.post(LIST, {"name": name, "id_number": typed}) for name, typed in tries]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert all(number not in answer.text for answer in answers)


async def test_what_one_official_found_is_no_other_s_to_open() -> None:
    number = id_number(PersonKind.CURRENT_GRADUATE)
    await graduate(number)
    async with desk_of(await official(JINAN)) as desk:
        where = (await desk.post(LIST, {"name": "赵敏", "id_number": number})).headers["Location"]
    async with desk_of(await official(JINAN)) as desk:
        assert (await desk.get(where)).status_code == 404
        assert (await desk.post(where, {"v": "1"})).status_code == 404


async def test_an_id_number_in_the_search_for_units_is_taken_out_of_the_address() -> None:
    number = id_number(PersonKind.CURRENT_GRADUATE)
    async with desk_of(await official(LIXIA)) as desk:
        answer = await desk.get(f"{LIST}?q={number}")
    assert answer.headers["Location"] == LIST


async def test_a_second_click_is_told_and_the_first_link_stands() -> None:
    unit, county = await employer(LIXIA), await official(LIXIA)
    path = await link_for(unit.account, county)
    async with desk_of(county) as desk:
        again = await desk.post(f"{LIST}/{unit.account}/reset", {"v": "1"})
    async with visiting() as desk:
        looked = await desk.get(path)
    assert (again.status_code, looked.status_code) == (409, 200)


async def test_a_locked_unit_is_shown_as_such_and_gets_no_link() -> None:
    unit = await employer(LIXIA, username="yunshan")
    await account_locks.lock("yunshan", NOW)
    async with desk_of(await official(LIXIA)) as desk:
        listed = await desk.get(LIST)
        page = await desk.get(f"{LIST}/{unit.account}/reset")
        sent = await desk.post(f"{LIST}/{unit.account}/reset", {"v": "2"})
    assert "已锁定" in listed.text and "确认重置密码" not in page.text
    assert sent.status_code == 409


@pytest.mark.parametrize("token", ["x", "a" * 43, "%E4%B8%AD", "a" * 300])
async def test_a_link_that_never_was_is_told_calmly(token: str) -> None:
    async with visiting() as desk:
        looked, sent = await desk.get(f"/password/{token}"), await desk.post(f"/password/{token}", {**NEW})
    assert (looked.status_code, sent.status_code) == (404, 404)
    assert "链接已失效" in looked.text


async def test_messages_leave_the_link_as_it_was() -> None:
    path = await link_for((await employer(LIXIA)).account, await official(LIXIA))
    async with visiting() as desk:
        weak = await desk.post(path, {"password": "1" * 12, "password_again": "1" * 12})
        unlike = await desk.post(path, {**NEW, "password_again": "another"})
        good = await desk.post(path, {**NEW})
    assert (weak.status_code, unlike.status_code, good.status_code) == (422, 422, 303)
    assert "太常见" in weak.text and "两次输入的密码不一致" in unlike.text


async def test_the_sign_in_page_says_whom_to_ask() -> None:
    async with visiting() as desk:
        page = await desk.get("/login")
    assert "忘记密码" in page.text and "注册地的区县人社部门" in page.text
