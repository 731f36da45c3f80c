"""Sessions: a new token at each sign-in, only its hash stored, and nobody recognised by anything else."""

from typing import cast

import httpx
import pytest

from jianxi.crypto.tokens import token_hash
from jianxi.tables.accounts import Account, Session
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.web.entering import LIN, post, seen
from tests.web.site import TEN_IN_THE_MORNING, Circumstances, browser, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
COOKIE = "jianxi-session"


async def test_signed_in_is_recognised(visitor: httpx.AsyncClient, account: int) -> None:
    await post(visitor, f"/enter/{account}")
    assert "云杉公司" in (await visitor.get("/whoami")).text


async def test_only_the_hash_of_the_token_is_stored(visitor: httpx.AsyncClient, account: int) -> None:
    await post(visitor, f"/enter/{account}")
    rows = await Session.select(Session.token_hash)
    assert [row["token_hash"] for row in rows] == [token_hash(visitor.cookies[COOKIE])]


async def test_every_sign_in_makes_a_new_token_and_ends_the_old(
    visitor: httpx.AsyncClient, account: int
) -> None:
    await post(visitor, f"/enter/{account}")
    before = visitor.cookies[COOKIE]
    await post(visitor, f"/enter/{account}")
    after = visitor.cookies[COOKIE]
    visitor.cookies.set(COOKIE, before, domain="jianxi.test", path="/")
    assert before != after
    assert await Session.count() == 1


async def test_a_token_planted_before_sign_in_is_worth_nothing(
    visitor: httpx.AsyncClient, account: int
) -> None:
    visitor.cookies.set(COOKIE, "planted", domain="jianxi.test", path="/")
    await post(visitor, f"/enter/{account}")
    async with browser(Circumstances()) as attacker:
        attacker.cookies.set(COOKIE, "planted", domain="jianxi.test", path="/")
        assert await seen(attacker) == "Anyone"


async def test_a_token_from_before_sign_in_no_longer_proves_a_form(
    visitor: httpx.AsyncClient, account: int
) -> None:
    token = await csrf_of(visitor)
    await visitor.post(f"/enter/{account}", data={"csrf": token})
    answer = await visitor.post("/echo", data={"csrf": token})
    assert answer.status_code == 403


async def test_leaving_ends_the_session_itself(visitor: httpx.AsyncClient, account: int) -> None:
    await post(visitor, f"/enter/{account}")
    token = visitor.cookies[COOKIE]
    await post(visitor, "/leave")
    visitor.cookies.set(COOKIE, token, domain="jianxi.test", path="/")
    assert await seen(visitor) == "Anyone"


async def test_a_provisional_person_is_known_but_nowhere_written(visitor: httpx.AsyncClient) -> None:
    await post(visitor, "/enter")
    rows = await Session.select(Session.claim, Session.person)
    told = (await visitor.get("/whoami")).text
    assert "PersonViewer(person=None" in told
    assert "by_identity=True" in told
    assert rows[0]["person"] is None
    assert LIN.id_number.encode() not in cast(bytes, rows[0]["claim"])


async def test_an_account_that_belongs_to_no_one_is_nobody(visitor: httpx.AsyncClient) -> None:
    async with unit_of_work():
        row = Account(
            username="x", username_key="x", password_hash="", kind="graduate", created_at=TEN_IN_THE_MORNING
        )
        number = await insert(row)
    await post(visitor, f"/enter/{number}")
    assert await seen(visitor) == "Anyone"
