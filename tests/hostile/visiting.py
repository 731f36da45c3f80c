"""Somebody at the whole site who sends what no browser would: a failure of ours is an answer 500 here, not a raise."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

import httpx
from starlette.types import ASGIApp

from jianxi import templating
from jianxi.app import create_app
from jianxi.domain.viewers import PersonViewer, Viewer
from jianxi.queries import regions
from jianxi.routes import ROUTES
from jianxi.settings import Settings
from jianxi.tables.persons import Person
from jianxi.tables.sign_in import SignInFailure, SignInHour, SignInTry
from jianxi.tables.unit_of_work import unit_of_work
from tests.routes import applicant_desks
from tests.web.site import OURS, UNCOMPRESSED, Circumstances

FORM = "application/x-www-form-urlencoded"
Fields = dict[str, list[str]]


@dataclass
class Visitor:
    """A browser with its cookies and one good token."""

    client: httpx.AsyncClient
    token: str = ""
    app: ASGIApp | None = None
    """The site itself, for who asks it without the client."""

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.client.get(
            path, headers={name.replace("_", "-"): headers[name] for name in headers}
        )

    async def post(self, path: str, fields: Fields, script: bool = False) -> httpx.Response:
        """Halves of surrogate pairs go out as a broken client sends them."""
        pairs = {"csrf": [self.token], **fields}
        content = urlencode(pairs, doseq=True, errors="surrogatepass")
        headers = {"Content-Type": FORM} | ({"HX-Request": "true"} if script else {})
        return await self.client.post(path, content=content, headers=headers)

    async def renew(self) -> None:
        self.token = (await self.client.get("/token")).text

    async def leave(self) -> None:
        """A new browser in the same chair, at an address where nobody has tried before."""
        self.client.cookies.clear()
        await self.move_on()
        await self.renew()

    async def move_on(self) -> None:
        """To an address where nobody has tried a password or a name before."""
        tried = [table for table in (SignInTry, SignInFailure, SignInHour) if await table.exists()]
        if tried:
            async with unit_of_work():
                for table in tried:
                    await table.delete(force=True)

    async def enter(self, viewer: Viewer) -> None:
        await self.post(await way_in(viewer), {})
        await self.renew()


async def way_in(viewer: Viewer) -> str:
    """By the account, or for people without one by their row."""
    if isinstance(viewer, PersonViewer):
        row = await Person.select(Person.account).where(Person.id == viewer.person).first()
        assert row is not None
        return f"/enter/{row['account']}" if row["account"] else f"/enter-person/{viewer.person}"
    return f"/enter/{viewer.account}"  # type: ignore[union-attr]


@asynccontextmanager
async def visiting(
    viewer: Viewer | None = None, circumstances: Circumstances | None = None, client: str = "203.0.113.7"
) -> AsyncIterator[Visitor]:
    """Signed in as the viewer, or nobody."""
    templating.use_directory(await regions.directory())
    settings = circumstances or Circumstances()
    app = create_app(cast(Settings, settings), [*OURS, *applicant_desks.OURS, *ROUTES], pace=0)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(client, 5000))
    async with httpx.AsyncClient(
        transport=transport, base_url=settings.public_url, headers=UNCOMPRESSED
    ) as browser:
        visitor = Visitor(browser, app=app)
        await visitor.renew()
        if viewer is not None:
            await visitor.enter(viewer)
        yield visitor


def pairs(name: str, values: Sequence[str]) -> Fields:
    return {name: list(values)}
