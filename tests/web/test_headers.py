"""The policy header and its companions are on every kind of answer."""

import pytest

from jianxi.web.headers import COMPANIONS
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/whoami", 200),
        ("GET", "/nowhere", 404),
        ("GET", "/%ff%fe", 404),
        ("GET", "/" + "9" * 5000, 404),
        ("OPTIONS", "/whoami", 405),
        ("DELETE", "/whoami", 403),
        ("GET", "/echo", 405),
        ("POST", "/echo", 403),
        ("GET", "/broken", 500),
        ("GET", "/employer/base", 303),
        ("GET", "/static/app.css", 200),
        ("GET", "/static/missing.css", 404),
        ("GET", "/static/../app.py", 404),
        ("GET", "/health/live", 200),
    ],
)
async def test_every_answer_carries_the_policy(method: str, address: str, status: int) -> None:
    async with browser() as visitor:
        answer = await visitor.request(method, address)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in COMPANIONS} == COMPANIONS


async def test_a_foreign_host_is_refused_with_the_headers() -> None:
    async with browser() as visitor:
        answer = await visitor.get("/whoami", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_too_much_is_refused_with_the_headers() -> None:
    async with browser() as visitor:
        data = {"csrf": await csrf_of(visitor), "text": "x" * 300_000}
        answer = await visitor.post("/echo", data=data)
    assert answer.status_code == 413
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


async def test_only_a_site_with_https_asks_browsers_to_stay_with_it() -> None:
    async with browser() as plain, browser(Circumstances(public_url="https://jianxi.test")) as safe:
        answers = await plain.get("/whoami"), await safe.get("/whoami")
    assert [("Strict-Transport-Security" in answer.headers) for answer in answers] == [False, True]


async def test_pages_are_not_kept_by_caches_and_say_that_htmx_gets_others() -> None:
    async with browser() as visitor:
        answer = await visitor.get("/nowhere")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "HX-Request" in answer.headers["Vary"]


async def test_old_browsers_get_gzip() -> None:
    async with browser() as visitor:
        answer = await visitor.get("/static/app.css", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
