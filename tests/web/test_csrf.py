"""Only forms that this site made for this browser are taken."""

import base64

import httpx
import pytest

from tests.web.site import OWN, browser, csrf_of

pytestmark = pytest.mark.anyio


async def sent(visitor: httpx.AsyncClient, token: str, **headers: str) -> int:
    return (await visitor.post("/echo", data={"csrf": token, "text": "甲"}, headers=headers)).status_code


async def test_a_form_with_its_token_is_taken() -> None:
    async with browser() as visitor:
        assert await sent(visitor, await csrf_of(visitor)) == 200


async def test_the_header_serves_as_well_as_the_field() -> None:
    async with browser() as visitor:
        headers = {"X-CSRF-Token": await csrf_of(visitor)}
        answer = await visitor.post("/echo", data={"text": "甲"}, headers=headers)
    assert answer.text == "甲"


async def test_no_two_pages_show_the_same_token_and_both_are_good() -> None:
    async with browser() as visitor:
        one, other = await csrf_of(visitor), await csrf_of(visitor)
        assert one != other
        assert [await sent(visitor, one), await sent(visitor, other)] == [200, 200]


@pytest.mark.parametrize(
    "token", ["", "x", "密码", "AAAA", base64.urlsafe_b64encode(bytes(64)).decode(), "=" * 88, "\x00"]
)
async def test_a_made_up_token_is_refused(token: str) -> None:
    async with browser() as visitor:
        await csrf_of(visitor)
        assert await sent(visitor, token) == 403


async def test_a_token_of_another_browser_is_refused() -> None:
    async with browser() as visitor, browser() as attacker:
        await csrf_of(visitor)
        assert await sent(visitor, await csrf_of(attacker)) == 403


async def test_without_the_cookie_no_token_is_good() -> None:
    async with browser() as visitor, browser() as stranger:
        assert await sent(stranger, await csrf_of(visitor)) == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": OWN}, 200),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": f"{OWN}.evil.example"}, 403),
        ({"Origin": f"{OWN}:8080"}, 403),
        ({"Referer": f"{OWN}/whoami?a=1"}, 200),
        ({"Referer": "http://evil.example/?jianxi.test"}, 403),
        ({"Referer": "http://[broken"}, 403),
        ({}, 200),
    ],
)
async def test_a_form_from_elsewhere_is_refused_even_with_a_good_token(
    headers: dict[str, str], status: int
) -> None:
    async with browser() as visitor:
        assert await sent(visitor, await csrf_of(visitor), **headers) == status


async def test_the_refusal_says_what_to_do() -> None:
    async with browser() as visitor:
        answer = await visitor.post("/echo", data={"text": "甲"})
    assert "页面已过期，请返回刷新后重试" in answer.text
    assert "<h1>页面已过期</h1>" not in answer.text
