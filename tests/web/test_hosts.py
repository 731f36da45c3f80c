"""Which hosts are ours and whose word on the visitor's address counts."""

import pytest

from tests.web.site import Circumstances, browser

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("host", ["evil.example", "jianxi.test.evil.example", "", "[broken", "localhost"])
async def test_a_foreign_host_is_refused(host: str) -> None:
    async with browser() as visitor:
        answer = await visitor.get("/whoami", headers={"Host": host})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:9", "[::1]:8000", "jianxi.test", "JIANXI.test:80"]
)
async def test_development_answers_to_this_machine(host: str) -> None:
    async with browser(Circumstances(env="development")) as visitor:
        answer = await visitor.get("/whoami", headers={"Host": host})
    assert answer.status_code == 200


async def test_a_stranger_cannot_say_where_he_comes_from() -> None:
    async with browser() as visitor:
        answer = await visitor.get(
            "/from", headers={"X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https"}
        )
    assert answer.text == "203.0.113.7 http"


@pytest.mark.parametrize(
    "chain", ["198.51.100.9", "1.2.3.4, 198.51.100.9", "1.2.3.4, 198.51.100.9, 10.0.0.5"]
)
async def test_a_trusted_proxy_names_the_last_address_that_is_no_proxy(chain: str) -> None:
    async with browser(client="10.0.0.2") as visitor:
        answer = await visitor.get("/from", headers={"X-Forwarded-For": chain, "X-Forwarded-Proto": "https"})
    assert answer.text == "198.51.100.9 https"
