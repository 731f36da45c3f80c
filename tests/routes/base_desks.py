"""A signed-in browser on the whole site, for the tests of 见习基地."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape

import httpx

from jianxi import templating
from jianxi.domain.jobs import LARGE
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import regions
from tests.web.entering import WAYS
from tests.web.site import browser, csrf_of

FROM_SCRIPT = {"HX-Request": "true"}


@dataclass
class Desk:
    """Somebody at work."""

    visitor: httpx.AsyncClient

    async def get(self, path: str) -> httpx.Response:
        return await self.visitor.get(path)

    async def post(self, path: str, data: dict[str, str | list[str]], script: bool = False) -> httpx.Response:
        fields = {"csrf": await csrf_of(self.visitor), **data}
        return await self.visitor.post(path, data=fields, headers=FROM_SCRIPT if script else {})


@asynccontextmanager
async def desk_of(viewer: EmployerViewer | OfficialViewer, large: int = LARGE) -> AsyncIterator[Desk]:
    templating.use_directory(await regions.directory())
    async with browser(routes=WAYS, large=large) as visitor:
        desk = Desk(visitor)
        await desk.post(f"/enter/{viewer.account}", {})
        yield desk


def hidden_fields(page: str) -> dict[str, str | list[str]]:
    """What a check page would send, without its token."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    fields: dict[str, str | list[str]] = {name: unescape(text) for name, text in found}
    del fields["csrf"]
    return fields


def version_in(page: str) -> str:
    found = re.search(r'name="v" value="([0-9]+)"', page)
    assert found is not None
    return found[1]
