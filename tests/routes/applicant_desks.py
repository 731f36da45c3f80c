"""A person's browser on the whole site: signed in with an account, by name and ID number, or provisionally."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from jianxi import templating
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import regions
from jianxi.storage import samples
from jianxi.tables.persons import Person
from jianxi.web.sessions import sign_in_person
from tests.routes.base_desks import Desk
from tests.web.entering import WAYS
from tests.web.site import browser, csrf_of

FORM = "/applicant/intention"
File = tuple[str, bytes]
CARD: Mapping[str, File] = {
    "id_front": ("正面.png", samples.picture().content),
    "id_back": ("反面.png", samples.picture().content),
}
"""身份证件信息, both sides."""


async def _enter_person(request: Request) -> Response:
    response = PlainTextResponse("in")
    await sign_in_person(request, response, int(request.path_params["id"]))
    return response


OURS: list[BaseRoute] = [Route("/enter-person/{id:int}", _enter_person, methods=["POST"]), *WAYS]


@asynccontextmanager
async def visiting() -> AsyncIterator[Desk]:
    templating.use_directory(await regions.directory())
    async with browser(routes=OURS) as visitor:
        yield Desk(visitor)


@asynccontextmanager
async def applicant_desk(viewer: PersonViewer) -> AsyncIterator[Desk]:
    row = await Person.select(Person.account).where(Person.id == viewer.person).first()
    assert row is not None
    async with visiting() as desk:
        way = f"/enter-person/{viewer.person}" if viewer.by_identity else f"/enter/{row['account']}"
        await desk.post(way, {})
        yield desk


@asynccontextmanager
async def provisional_desk(name: str, id_number: str) -> AsyncIterator[Desk]:
    """Through the real 往届毕业生/社会青年登录."""
    async with visiting() as desk:
        entered = await desk.post("/login/identity", {"name": name, "id_number": id_number})
        assert entered.status_code == 303, entered.text
        yield desk


def youth_form(**changes: str | list[str]) -> dict[str, str | list[str]]:
    """Passes every check of a youth's 就业见习意向填表."""
    return {
        "v": "0",
        "nation": "汉族",
        "degree": "大专",
        "unemployed": "yes",
        "household": "济南市历下区",
        "address": "济南市历下区文化东路1号2单元",
        "mail": "",
        "phone": "13912345678",
        "jobs": ["数控编程", "", "质检"],
        "places": ["370102", "370100", ""],
        **changes,
    }


async def send(
    desk: Desk, form: dict[str, str | list[str]], files: Mapping[str, File] = CARD
) -> httpx.Response:
    """提交 of a youth's form with pictures of the card."""
    fields = {"csrf": await csrf_of(desk.visitor), **form}
    return await desk.visitor.post(FORM, data=fields, files=dict(files))
