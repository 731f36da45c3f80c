"""A stored file on its way out: harmless wherever it is opened, named as its sender named it, told when it is lost."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.crypto import keys
from jianxi.crypto.sealing import Unreadable
from jianxi.forms.files import plain_name
from jianxi.queries.files import File
from jianxi.storage import store
from jianxi.storage.checking import Kind
from jianxi.web import files
from jianxi.web.downloads import disposition
from tests.conftest import SECRET
from tests.web.site import TEN_IN_THE_MORNING, browser

pytestmark = pytest.mark.anyio
NAME = "就业见习管理制度（2026年修订）.pdf"
CONTENT = b"%PDF-1.7 " * 60_000
"""A little more than two segments."""
FILE = File(7, "f" * 32, NAME, Kind.PDF, 1_258_291, "-", 23, TEN_IN_THE_MORNING - timedelta(hours=1))


async def view(request: Request) -> Response:
    file = replace(FILE, name=request.query_params.get("name", NAME))
    return await files.show(request, file, title="就业见习管理制度", back="/whoami", at="/files/7")


async def give(request: Request) -> Response:
    return await files.attachment(request, replace(FILE, size=len(CONTENT)))


async def fail(request: Request) -> Response:
    return await files.attachment(request, replace(FILE, key="e" * 32))


async def unreadable(_request: Request) -> Response:
    raise Unreadable


ROUTES = [
    Route("/unreadable", unreadable),
    Route("/files/7", view),
    Route("/files/7/content", give),
    Route("/lost", fail),
]


@pytest.fixture(autouse=True)
async def kept(tmp_path: Path) -> None:
    keys.configure(SECRET)
    store.use(tmp_path.as_uri())
    await store.put(FILE.key, CONTENT)


async def get(path: str, method: str = "GET") -> httpx.Response:
    async with browser(routes=ROUTES) as visitor:
        return await visitor.request(method, path)


async def test_a_file_is_saved_and_can_do_nothing() -> None:
    answer = await get("/files/7/content")
    headers = answer.headers
    assert headers["Content-Disposition"].startswith("attachment; ")
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert headers["Content-Type"] == "application/pdf"
    assert (answer.content, headers["Content-Length"]) == (CONTENT, str(len(CONTENT)))


async def test_asking_for_the_head_alone_answers_the_same_without_content() -> None:
    whole, head = await get("/files/7/content"), await get("/files/7/content", "HEAD")
    alike = ("Content-Disposition", "Content-Type", "Content-Length", "Content-Security-Policy")
    assert [head.headers[name] for name in alike] == [whole.headers[name] for name in alike]
    assert head.content == b""


@pytest.mark.parametrize(
    "name",
    [
        NAME,
        'a";\r\n.pdf',
        "../../etc/passwd",
        "䶮𬭎·.png",
        "长" * 200 + ".pdf",
        "a'b%41 c;d=\".pdf",
        "\ud800.pdf",
    ],
)
async def test_every_name_stays_within_the_header_and_comes_out_as_it_is_kept(name: str) -> None:
    kept = plain_name(name)
    header = disposition(kept)
    found = re.fullmatch(
        r"attachment; filename=\"download(\.[a-z]+)?\"; filename\*=UTF-8''([A-Za-z0-9_.~%-]+)", header
    )
    assert found is not None
    assert unquote(found[2]) == kept
    assert len(kept.encode()) <= 200
    assert not set(kept) & set('/\\"\r\n')


async def test_the_viewer_shows_ten_pictures_a_page() -> None:
    first, last, beyond = [(await get(f"/files/7{query}")).text for query in ("", "?page=3", "?page=9")]
    assert re.findall(r'img src="/files/7/pages/(\d+)"', first) == [str(number) for number in range(1, 11)]
    assert re.findall(r'img src="/files/7/pages/(\d+)"', last) == ["21", "22", "23"]
    assert first.count("<img") == beyond.count("<img")
    assert "PDF，1.2MB，共23页" in first
    assert 'href="/files/7/content"' in first
    assert 'href="/whoami"' in first


async def test_a_name_is_text_on_the_page() -> None:
    assert "<b>x" not in (await get("/files/7?name=<b>x</b>.pdf")).text


async def test_a_file_that_is_lost_is_told_as_such() -> None:
    lost = await get("/lost")
    assert lost.status_code == 503
    assert "该文件暂时无法读取" in lost.text
    assert "12333" in lost.text


async def test_what_was_sealed_by_a_key_that_is_gone_is_told_as_such() -> None:
    answer = await get("/unreadable")
    assert answer.status_code == 503
    assert "该内容暂时无法读取" in answer.text


async def test_a_store_that_is_away_is_told_as_such(tmp_path_factory: pytest.TempPathFactory) -> None:
    store.use((tmp_path_factory.getbasetemp() / "not" / "there").as_uri())
    away = await get("/lost")
    assert (away.status_code, away.headers["Retry-After"]) == (503, "5")
    assert "保存文件的设备暂时无法使用" in away.text
