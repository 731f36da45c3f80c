"""Text size, contrast and the passing notice are kept by the server in cookies; static files set none."""

import httpx
import pytest

from jianxi.web.static import static_url
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = pytest.mark.anyio


async def choose(visitor: httpx.AsyncClient, **chosen: str) -> httpx.Response:
    return await visitor.post("/preferences", data={"csrf": await csrf_of(visitor), **chosen})


async def test_a_size_is_kept_and_one_returns_to_where_one_was() -> None:
    async with browser() as visitor:
        answer = await choose(visitor, size="larger", back="/positions?page=2")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/positions?page=2")
    assert visitor.cookies["jianxi-look"] == "larger.normal"


async def test_contrast_is_pressed_on_and_off_beside_the_size() -> None:
    async with browser() as visitor:
        looks = []
        for chosen in ({"size": "large"}, {"contrast": "high"}, {"contrast": "high"}):
            await choose(visitor, **chosen)
            looks.append(visitor.cookies["jianxi-look"])
    assert looks == ["large.normal", "large.high", "large.normal"]


async def test_a_script_is_sent_back_to_an_address_in_chinese() -> None:
    async with browser() as visitor:
        data = {"csrf": await csrf_of(visitor), "size": "large", "back": "/济南?q=数控&page=2"}
        answer = await visitor.post("/preferences", data=data, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == "/%E6%B5%8E%E5%8D%97?q=%E6%95%B0%E6%8E%A7&page=2"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example"])
async def test_the_way_back_never_leaves_the_site(back: str) -> None:
    async with browser() as visitor:
        answer = await choose(visitor, size="nonsense", back=back)
    assert answer.headers["Location"] == "/"


async def test_over_https_cookies_are_bound_to_the_host() -> None:
    async with browser(Circumstances(public_url="https://jianxi.test")) as visitor:
        answer = await visitor.get("/token")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-jianxi-visit=")
    assert all(flag in cookie for flag in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"))


async def test_a_notice_travels_in_a_signed_cookie() -> None:
    async with browser() as visitor:
        await visitor.post("/moved", data={"csrf": await csrf_of(visitor)})
    assert "已保存" not in visitor.cookies["jianxi-notice"]


@pytest.mark.parametrize("address", ["/static/app.css", "/health/live", "/static/none", "/health/none"])
async def test_what_is_the_same_for_all_sets_no_cookie(address: str) -> None:
    async with browser() as visitor:
        answer = await visitor.get(address)
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ["/static/app.css/", "/static//app.css", "/static/%00", "/static"])
async def test_a_file_has_one_address(address: str) -> None:
    async with browser() as visitor:
        answer = await visitor.get(address)
    assert answer.status_code == 404


async def test_only_an_address_with_the_right_hash_is_kept_for_a_year() -> None:
    async with browser() as visitor:
        addresses = (static_url("app.css"), "/static/app.css", "/static/app.css?v=0")
        kept = [(await visitor.get(address)).headers["Cache-Control"] for address in addresses]
    assert kept == ["public, max-age=31536000, immutable", "no-cache", "no-cache"]
