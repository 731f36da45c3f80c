"""「账号与安全」 over HTTP: sessions in plain words, ending them, a new password; nobody's but one's own."""

import re

import httpx
import pytest

from jianxi.domain.viewers import PersonKind
from jianxi.tables.accounts import Session
from tests.cast import LIXIA, PASSWORD, employer, id_number, official, person
from tests.routes.applicant_desks import applicant_desk, provisional_desk, visiting
from tests.routes.base_desks import Desk, desk_of
from tests.web.site import csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEW = "晴天 散步 43 公里呀呀"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/108.0.0.0 Safari/537.36"
CHANGE: dict[str, str | list[str]] = {"old_password": PASSWORD, "password": NEW, "password_again": NEW}


async def begin_elsewhere(desk: Desk, path: str) -> None:
    """The same person in another browser: the cookies of this one are kept."""
    kept = dict(desk.visitor.cookies)
    desk.visitor.cookies.clear()
    token = await csrf_of(desk.visitor)
    await desk.visitor.post(path, data={"csrf": token}, headers={"User-Agent": CHROME})
    desk.visitor.cookies.clear()
    desk.visitor.cookies.update(kept)


def sessions_in(page: httpx.Response) -> list[str]:
    return re.findall(r"/account/sessions/([0-9]+)", page.text)


async def test_nobody_is_led_to_sign_in() -> None:
    async with visiting() as desk:
        looked, sent = await desk.get("/account"), await desk.post("/account/password", CHANGE)
    assert (looked.headers["Location"], sent.status_code) == ("/login?next=%2Faccount", 303)


async def test_other_browsers_are_told_in_plain_words_with_their_address() -> None:
    unit = await employer()
    async with desk_of(unit) as desk:
        await begin_elsewhere(desk, f"/enter/{unit.account}")
        page = await desk.get("/account")
    assert "Chrome 108 · Windows" in page.text and "203.0.113.7" in page.text
    assert (page.text.count("本次登录"), len(sessions_in(page))) == (1, 1)


async def test_one_other_session_is_ended() -> None:
    unit = await employer()
    async with desk_of(unit) as desk:
        await begin_elsewhere(desk, f"/enter/{unit.account}")
        (other,) = sessions_in(await desk.get("/account"))
        answer = await desk.post(f"/account/sessions/{other}", {})
        again = await desk.post(f"/account/sessions/{other}", {})
        page = await desk.get("/account")
    assert (answer.headers["Location"], again.status_code, sessions_in(page)) == ("/account", 404, [])


async def test_all_others_are_ended_at_once() -> None:
    unit = await employer()
    async with desk_of(unit) as desk:
        for _ in range(2):
            await begin_elsewhere(desk, f"/enter/{unit.account}")
        await desk.post("/account/sessions", {})
        page = await desk.get("/account")
    assert "已退出其他2个登录" in page.text
    assert await Session.count() == 1


async def test_a_changed_password_keeps_this_browser_in() -> None:
    async with desk_of(await employer()) as desk:
        answer = await desk.post("/account/password", CHANGE)
        page = await desk.get("/account")
    assert answer.headers["Location"] == "/account"
    assert "密码已修改" in page.text


async def test_messages_stand_by_their_fields_and_no_password_is_repeated() -> None:
    async with desk_of(await employer()) as desk:
        answer = await desk.post("/account/password", {**CHANGE, "old_password": "wrong-one-here"})
    assert answer.status_code == 422
    assert 'id="old_password-e"' in answer.text
    assert "wrong-one-here" not in answer.text and NEW not in answer.text


async def test_too_many_wrong_ones_are_told_to_wait() -> None:
    async with desk_of(await employer()) as desk:
        for _ in range(5):
            await desk.post("/account/password", {**CHANGE, "old_password": "wrong-one-here"})
        answer = await desk.post("/account/password", CHANGE)
    assert (answer.status_code, "Retry-After" in answer.headers) == (429, True)


async def test_a_person_by_name_and_number_has_sessions_and_no_password() -> None:
    async with applicant_desk(await person(PersonKind.YOUTH)) as desk:
        page = await desk.get("/account")
    assert "当前登录" in page.text and "最近的登录" in page.text
    assert "原密码" not in page.text and "动态口令" not in page.text


async def test_a_provisional_person_sees_this_session_alone() -> None:
    async with provisional_desk("林晓", id_number(PersonKind.YOUTH)) as desk:
        page = await desk.get("/account")
    assert (page.status_code, page.text.count("本次登录")) == (200, 1)


async def test_the_head_of_every_page_leads_there() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.get("/authority/positions")
    assert 'href="/account">账号与安全</a>' in page.text


async def test_only_officials_are_offered_a_second_factor() -> None:
    async with desk_of(await employer()) as desk:
        assert (await desk.get("/account/totp")).status_code == 403
    async with desk_of(await official(LIXIA)) as desk:
        assert "未启用" in (await desk.get("/account")).text
