"""Sessions: a new token at each sign-in, an end in time, and nobody recognised by anything else."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import cast

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from jianxi.domain.viewers import PersonKind
from jianxi.queries.sessions import Claim
from jianxi.services.sessions import token_hash
from jianxi.tables.accounts import Account, Session
from jianxi.tables.employers import Employer
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from jianxi.web.sessions import sign_in_account, sign_in_claim, sign_out
from tests.web.site import TEN_IN_THE_MORNING, Circumstances, browser, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
COOKIE = "jianxi-session"
LIN = Claim("林晓", "370102200305061234", PersonKind.YOUTH)


async def enter_account(request: Request) -> Response:
    response = PlainTextResponse("in")
    await sign_in_account(request, response, int(request.path_params["id"]))
    return response


async def enter_claim(request: Request) -> Response:
    response = PlainTextResponse("in")
    await sign_in_claim(request, response, LIN)
    return response


async def leave(request: Request) -> Response:
    response = PlainTextResponse("out")
    await sign_out(request, response)
    return response


WAYS: list[BaseRoute] = [
    Route("/enter/{id:int}", enter_account, methods=["POST"]),
    Route("/enter", enter_claim, methods=["POST"]),
    Route("/leave", leave, methods=["POST"]),
]


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
async def visitor(circumstances: Circumstances) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(circumstances, WAYS) as client:
        yield client


@pytest.fixture
async def account() -> int:
    """云杉, an employer."""
    async with unit_of_work():
        row = Account(
            username="yunshan",
            username_key="yunshan",
            password_hash="",
            kind="employer",
            created_at=TEN_IN_THE_MORNING,
        )
        number = await insert(row)
        unit = Employer(
            account=number,
            name="云杉公司",
            name_key="云杉公司",
            credit_code="91370100MA3TEST00X",
            county="370102",
            contact="王",
            phone=b"",
            created_at=TEN_IN_THE_MORNING,
        )
        await insert(unit)
    return number


async def post(visitor: httpx.AsyncClient, address: str) -> httpx.Response:
    return await visitor.post(address, data={"csrf": await csrf_of(visitor)})


async def seen(visitor: httpx.AsyncClient) -> str:
    """Who the site thinks is here: the viewer's class."""
    return (await visitor.get("/whoami")).text.partition("(")[0]


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


@pytest.mark.parametrize(("minutes", "who"), [(29, "EmployerViewer"), (30, "Anyone")])
async def test_half_an_hour_without_a_page_ends_a_session(
    visitor: httpx.AsyncClient, circumstances: Circumstances, account: int, minutes: int, who: str
) -> None:
    await post(visitor, f"/enter/{account}")
    circumstances.now += timedelta(minutes=minutes)
    assert await seen(visitor) == who


async def test_twelve_hours_end_even_a_busy_session(
    visitor: httpx.AsyncClient, circumstances: Circumstances, account: int
) -> None:
    await post(visitor, f"/enter/{account}")
    seen_each_time = []
    for _ in range(12 * 3):
        circumstances.now += timedelta(minutes=20)
        seen_each_time.append(await seen(visitor))
    assert seen_each_time == ["EmployerViewer"] * 35 + ["Anyone"]


async def test_use_is_written_at_most_once_a_minute(
    visitor: httpx.AsyncClient, circumstances: Circumstances, account: int
) -> None:
    await post(visitor, f"/enter/{account}")
    written = []
    for seconds in (59, 1, 59):
        circumstances.now += timedelta(seconds=seconds)
        await seen(visitor)
        rows = await Session.select(Session.seen_at)
        written.append((rows[0]["seen_at"] - TEN_IN_THE_MORNING).total_seconds())
    assert written == [0, 60, 60]


async def test_a_disabled_account_is_out_at_once(visitor: httpx.AsyncClient, account: int) -> None:
    await post(visitor, f"/enter/{account}")
    async with unit_of_work():
        await Account.update({Account.disabled: True}).where(Account.id == account)
    assert await seen(visitor) == "Anyone"


async def test_a_form_sent_after_the_session_ended_leads_to_sign_in(
    visitor: httpx.AsyncClient, circumstances: Circumstances, account: int
) -> None:
    await post(visitor, f"/enter/{account}")
    token = await csrf_of(visitor)
    circumstances.now += timedelta(hours=1)
    answer = await visitor.post(
        "/echo", data={"csrf": token}, headers={"Referer": "http://jianxi.test/from?a=1"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/login?next=%2Ffrom%3Fa%3D1")


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
