"""Sessions end: by idleness, by length, with their account; and being used is seldom written."""

from datetime import timedelta

import httpx
import pytest

from jianxi.tables.accounts import Account, Session
from jianxi.tables.unit_of_work import unit_of_work
from tests.web.entering import post, seen
from tests.web.site import TEN_IN_THE_MORNING, Circumstances, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


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
