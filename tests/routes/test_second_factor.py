"""账号登录 with 动态口令: a second page after the password, enrolment where it is asked for, nothing open before."""

import re
from datetime import timedelta

import httpx
import pytest

from jianxi.crypto import totp
from jianxi.domain.periods import today
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import second_factors as reading
from jianxi.services import policies, second_factors
from jianxi.tables.accounts import Session
from tests.cast import JINAN, LIXIA, PASSWORD, official
from tests.conftest import NOW
from tests.routes.applicant_desks import visiting
from tests.routes.base_desks import Desk, desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
BEFORE = NOW - timedelta(minutes=5)
RECOVERY = r'class="code">([2-9A-Z]{5}-[2-9A-Z]{5})<'


async def code_of(who: OfficialViewer) -> str:
    factor = await reading.of(who.account)
    assert factor is not None
    return totp.code(factor.secret, totp.step_at(NOW))


async def enrolled() -> OfficialViewer:
    who = await official(LIXIA, username="lixia")
    await second_factors.begin(who.account, BEFORE)
    factor = await reading.of(who.account)
    assert factor is not None
    await second_factors.confirm(who, totp.code(factor.secret, totp.step_at(BEFORE)), BEFORE)
    return who


async def password(desk: Desk, to: str = "") -> httpx.Response:
    return await desk.post("/login", {"username": "lixia", "password": PASSWORD, "next": to})


async def ask_for_it() -> None:
    await policies.set_value("officials_need_totp", "是", JINAN, today(NOW), "市局通知", NOW)


async def test_the_password_alone_leads_to_the_second_page_and_opens_nothing() -> None:
    await enrolled()
    async with visiting() as desk:
        answer = await password(desk)
        closed = await desk.get("/authority/positions")
    assert answer.headers["Location"] == "/login/code"
    assert (closed.status_code, await Session.count()) == (303, 0)


async def test_the_code_of_now_opens_and_leads_where_one_wanted_to_go() -> None:
    who = await enrolled()
    async with visiting() as desk:
        await password(desk, "/authority/bases?page=2")
        answer = await desk.post("/login/code", {"code": await code_of(who)})
        opened = await desk.get("/authority/positions")
    assert (answer.headers["Location"], opened.status_code) == ("/authority/bases?page=2", 200)


async def test_five_wrong_codes_lead_back_to_the_password() -> None:
    await enrolled()
    async with visiting() as desk:
        await password(desk)
        answers = [await desk.post("/login/code", {"code": "000000"}) for _ in range(5)]
        after = await desk.get("/login/code")
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 303]
    assert "还可以试1次" in answers[3].text
    assert (answers[4].headers["Location"], after.headers["Location"]) == ("/login", "/login")


@pytest.mark.parametrize("path", ["/login/code", "/login/enrolment"])
async def test_without_the_password_the_second_page_leads_back(path: str) -> None:
    async with visiting() as desk:
        looked, sent = await desk.get(path), await desk.post(path, {"code": "123456"})
    assert (looked.headers["Location"], sent.headers["Location"]) == ("/login", "/login")


async def test_where_it_is_asked_for_enrolment_follows_the_password() -> None:
    who = await official(LIXIA, username="lixia")
    await ask_for_it()
    async with visiting() as desk:
        answer = await password(desk)
        closed = await desk.get("/authority/positions")
        page = await desk.get("/login/enrolment")
        wrong = await desk.post("/login/enrolment", {"code": "abcdef"})
        done = await desk.post("/login/enrolment", {"code": await code_of(who)})
        opened = await desk.get("/authority/positions")
    assert (answer.headers["Location"], closed.status_code) == ("/login/enrolment", 303)
    assert "<svg" in page.text and "style=" not in page.text
    assert (wrong.status_code, done.status_code, opened.status_code) == (422, 200, 200)
    assert len(re.findall(RECOVERY, done.text)) == 10


async def test_the_secret_is_shown_in_groups_of_four() -> None:
    who = await official(LIXIA)
    async with desk_of(who) as desk:
        await desk.post("/account/totp", {})
        page = await desk.get("/account/totp")
    factor = await reading.of(who.account)
    assert factor is not None
    shown = re.search(r'密钥：<b class="code">([A-Z2-7 ]+)</b>', page.text)
    assert shown is not None
    assert (shown[1].replace(" ", ""), {len(group) for group in shown[1].split()}) == (factor.secret, {4})


async def test_it_is_turned_on_and_off_in_the_own_account() -> None:
    who = await official(LIXIA)
    async with desk_of(who) as desk:
        await desk.post("/account/totp", {})
        on = await desk.post("/account/totp/confirmation", {"code": await code_of(who)})
        wrong = await desk.post("/account/totp/removal", {"current_password": "no"})
        still = await reading.is_on(who.account)
        off = await desk.post("/account/totp/removal", {"current_password": PASSWORD})
    assert len(re.findall(RECOVERY, on.text)) == 10
    assert (wrong.status_code, still, off.headers["Location"]) == (422, True, "/account")
    assert not await reading.is_on(who.account)


async def test_where_it_is_asked_for_it_cannot_be_turned_off() -> None:
    who = await enrolled()
    await ask_for_it()
    async with desk_of(who) as desk:
        page = await desk.get("/account/totp")
        answer = await desk.post("/account/totp/removal", {"current_password": PASSWORD})
    assert "不能停用" in page.text and 'name="current_password"' not in page.text
    assert (answer.status_code, await reading.is_on(who.account)) == (409, True)
