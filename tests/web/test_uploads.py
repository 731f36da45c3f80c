"""The files of a form: each is taken or told by its name, and where none may come the limits are the normal ones."""

from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import Scope

from jianxi.domain.base_parts import MOST_FILES
from jianxi.domain.upload_limits import UNIT, Sender
from jianxi.routes import ROUTES
from jianxi.services.upload_limits import admit
from jianxi.storage import samples, store
from jianxi.web import uploads
from jianxi.web.bodies import ALLOWANCES
from jianxi.web.requests import form_of
from tests.conftest import NOW
from tests.web.entering import WAYS, post
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
MEGABYTE = 1024 * 1024
GOOD = samples.picture().content


async def take(request: Request) -> Response:
    fields = await form_of(request)
    sender = Sender("employer:1", UNIT)
    rules = await uploads.keep(fields, "rules", sender, NOW, most=MOST_FILES)
    papers = await uploads.keep(fields, "papers", sender, NOW, has=17, most=MOST_FILES)
    kept = [each.name for each in (*rules.stored, *papers.stored)]
    return JSONResponse(
        {"typed": fields.one("intro"), "kept": kept, "rules": rules.message, "papers": papers.message}
    )


TAKING = [
    Route(path, take, methods=["POST"]) for path in ("/employer/base", "/applicant/intention", "/other")
]


@pytest.fixture
async def unit(account: int) -> AsyncIterator[httpx.AsyncClient]:
    """An employer, signed in."""
    async with browser(Circumstances(), [*WAYS, *TAKING]) as client:
        await post(client, f"/enter/{account}")
        yield client


async def send(
    client: httpx.AsyncClient, *files: tuple[str, str, bytes], to: str = "/employer/base"
) -> httpx.Response:
    data = {"csrf": await csrf_of(client), "intro": "单位简介"}
    return await client.post(
        to, data=data, files=[(field, (name, content)) for field, name, content in files]
    )


async def test_several_files_of_one_field_are_kept_each_and_the_form_with_them(
    unit: httpx.AsyncClient,
) -> None:
    answer = await send(
        unit, ("rules", "制度.png", GOOD), ("papers", "正本.png", GOOD), ("papers", "副本.png", GOOD)
    )
    assert answer.json() == {
        "typed": "单位简介",
        "kept": ["制度.png", "正本.png", "副本.png"],
        "rules": "",
        "papers": "",
    }
    assert len([each async for part in store.objects() for each in part]) == 3


async def test_a_chooser_left_empty_is_no_file(unit: httpx.AsyncClient) -> None:
    answer = await send(unit, ("rules", "", b""), ("papers", "", b""))
    assert (answer.json()["kept"], answer.json()["rules"]) == ([], "")


async def test_what_is_wrong_is_told_by_name_and_the_rest_is_kept(unit: httpx.AsyncClient) -> None:
    large = b"%PDF-1.7\n" + b"x" * (11 * MEGABYTE)
    answer = await send(
        unit,
        ("rules", "扫描件.pdf", large),
        ("rules", "说明.docx", b"PK\x03\x04"),
        ("rules", "制度.png", GOOD),
    )
    told = answer.json()
    assert (told["typed"], told["kept"]) == ("单位简介", ["制度.png"])
    assert "“扫描件.pdf”为11.1MB，单个文件不能超过10MB，请压缩后重新上传" in told["rules"]
    assert "说明.docx" in told["rules"]


async def test_files_beyond_the_most_of_a_record_are_told_and_not_kept(unit: httpx.AsyncClient) -> None:
    chosen = [("papers", f"{number}.png", GOOD) for number in range(5)]
    told = (await send(unit, *chosen)).json()
    assert told["kept"] == ["0.png", "1.png", "2.png"]
    assert told["papers"].startswith("最多可上传20个文件，此前已有17个，有2个没有上传")


async def test_whoever_has_sent_too_much_is_told_and_keeps_what_came_before_and_what_was_typed(
    unit: httpx.AsyncClient,
) -> None:
    for _ in range(116):
        await admit(Sender("employer:1", UNIT), 1, NOW)
    chosen = [("rules", f"{number}.png", GOOD) for number in range(8)]
    told = (await send(unit, *chosen)).json()
    assert (told["typed"], told["kept"]) == ("单位简介", ["0.png", "1.png", "2.png", "3.png"])
    assert told["rules"] == (
        "“4.png”、“5.png”、“6.png”等4个文件没有上传：每小时最多可上传120个文件，请在11:00以后（约1小时后）再上传"
    )


async def test_a_body_beyond_everything_is_refused_with_a_page(unit: httpx.AsyncClient) -> None:
    parts = [("papers", f"{number}.pdf", b"x" * (13 * MEGABYTE)) for number in range(5)]
    answer = await send(unit, *parts)
    assert (answer.status_code, "提交的内容过大" in answer.text) == (413, True)


@pytest.mark.parametrize("path", ["/applicant/intention", "/other", "/employer/base/"])
async def test_elsewhere_an_employer_sends_no_files(unit: httpx.AsyncClient, path: str) -> None:
    assert (await send(unit, ("papers", "a.png", b"x" * MEGABYTE), to=path)).status_code == 413


async def test_a_visitor_sends_no_files_and_a_youth_only_pictures() -> None:
    async with browser(Circumstances(), [*WAYS, *TAKING]) as client:
        paper = ("papers", "a.png", b"x" * MEGABYTE)
        as_visitor = await send(client, paper)
        await post(client, "/enter")
        as_youth = await send(client, paper), await send(client, paper, to="/applicant/intention")
    assert as_visitor.status_code == 413
    assert [answer.status_code for answer in as_youth] == [413, 200]


def takes(routes: Sequence[BaseRoute], scope: Scope) -> bool:
    """Whether a route under them takes what is posted there."""
    for route in routes:
        match, inside = route.matches(scope)
        if match is Match.FULL and (not isinstance(route, Mount) or takes(route.routes, {**scope, **inside})):
            return True
    return False


async def test_files_are_allowed_only_where_something_takes_a_form() -> None:
    asked = {path: {"type": "http", "path": path, "method": "POST"} for path in ALLOWANCES}
    assert [path for path, scope in asked.items() if not takes(ROUTES, scope)] == []


async def test_what_is_typed_beside_files_is_held_to_the_normal_limit(unit: httpx.AsyncClient) -> None:
    parts = {f"f{number}": (None, "见" * 10_000) for number in range(10)}
    answer = await unit.post("/employer/base", files={"csrf": (None, await csrf_of(unit)), **parts})
    assert answer.status_code == 413


async def test_more_parts_than_anybody_needs_are_refused(unit: httpx.AsyncClient) -> None:
    answer = await send(unit, *[("papers", f"{number}.png", b"x") for number in range(61)])
    assert answer.status_code == 400
