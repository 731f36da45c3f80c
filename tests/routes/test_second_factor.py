"""账号登录 with 动态口令: a second page after the password, enrolment where it is asked for, nothing open before."""

import re
from datetime import timedelta

import httpx
import pytest

from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import second_factors as reading
from jianxi.tables.accounts import Session
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import LIXIA, PASSWORD, official
from tests.conftest import NOW
from tests.factors import ask_for_it, code, code_of, turned_on
from tests.routes.applicant_desks import visiting
from tests.routes.base_desks import Desk, desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
BEFORE = NOW - timedelta(minutes=5)
RECOVERY = r'class="code">([2-9A-Z]{5}-[2-9A-Z]{5})<'


async def enrolled() -> OfficialViewer:
    who = await official(LIXIA, username="lixia")
    await turned_on(who, BEFORE)
    async with unit_of_work():
        await Session.delete(force=True)
    return who


def secret_in(page: httpx.Response) -> str:
    found = re.search(r'密钥：<b class="code">([A-Z2-7 ]+)</b>', page.text)
    assert found is not None
    return found[1]


async def password(desk: Desk, to: str = "") -> httpx.Response:
    return await desk.post("/login", {"username": "lixia", "password": PASSWORD, "next": to})


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
        answer = await desk.post("/login/code", {"code": await code_of(who.account)})
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
    await official(LIXIA, username="lixia")
    await ask_for_it()
    async with visiting() as desk:
        answer = await password(desk)
        closed = await desk.get("/authority/positions")
        page = await desk.get("/login/enrolment")
        wrong = await desk.post("/login/enrolment", {"code": "abcdef"})
        done = await desk.post("/login/enrolment", {"code": code(secret_in(page).replace(" ", ""))})
        opened = await desk.get("/authority/positions")
    assert (answer.headers["Location"], closed.status_code) == ("/login/enrolment", 303)
    assert "<svg" in page.text and "style=" not in page.text
    assert (wrong.status_code, done.status_code, opened.status_code) == (422, 200, 200)
    assert len(re.findall(RECOVERY, done.text)) == 10


async def test_the_secret_is_shown_in_groups_of_four() -> None:
    who = await official(LIXIA)
    async with desk_of(who) as desk:
        await desk.post("/account/totp", {"current_password": PASSWORD})
        page = await desk.get("/account/totp")
    row = await Session.select(Session.id).first()
    assert row is not None
    groups = secret_in(page).split()
    assert ("".join(groups), {len(group) for group in groups}) == (await reading.shown_to(row["id"]), {4})


async def test_it_is_turned_on_and_off_in_the_own_account() -> None:
    who = await official(LIXIA)
    async with desk_of(who) as desk:
        nothing = await desk.post("/account/totp", {"current_password": "no"})
        await desk.post("/account/totp", {"current_password": PASSWORD})
        secret = secret_in(await desk.get("/account/totp")).replace(" ", "")
        on = await desk.post("/account/totp/confirmation", {"code": code(secret)})
        wrong = await desk.post("/account/totp/removal", {"current_password": "no"})
        still = await reading.is_on(who.account)
        off = await desk.post("/account/totp/removal", {"current_password": PASSWORD})
    assert len(re.findall(RECOVERY, on.text)) == 10
    assert nothing.status_code == 422
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


async def test_a_recovery_code_is_told_at_once_and_in_the_own_account() -> None:
    who = await official(LIXIA, username="lixia")
    codes = await turned_on(who, BEFORE)
    async with visiting() as desk:
        await password(desk)
        await desk.post("/login/code", {"code": codes[0]})
        arrived, own = await desk.get("/authority/positions"), await desk.get("/account")
    assert "本次登录使用了一个恢复码" in arrived.text
    assert "有人用恢复码登录" in own.text


async def test_an_attacker_half_in_before_the_owner_sees_no_secret_of_theirs_and_is_sent_away() -> None:
    await official(LIXIA, username="lixia")
    await ask_for_it()
    async with visiting() as attacker, visiting() as owner:
        await password(attacker)
        await password(owner)
        seen, shown = await attacker.get("/login/enrolment"), await owner.get("/login/enrolment")
        await owner.post("/login/enrolment", {"code": code(secret_in(shown).replace(" ", ""))})
        after = await attacker.get("/login/enrolment")
        sent = await attacker.post("/login/code", {"code": code(secret_in(seen).replace(" ", ""))})
    assert secret_in(seen) != secret_in(shown)
    assert (after.headers["Location"], sent.headers["Location"]) == ("/login", "/login")
