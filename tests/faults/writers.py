"""Clients that write through the site's own forms, and remember what they were told was done."""

import asyncio
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from tests.hostile.visiting import Fields

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN = re.compile('name="csrf" value="([^"]+)"')

Write = tuple[str, str]
"""What was done, to which: ("register", the credit code)."""


class Unanswered(Exception):
    """The server went away, or said that it cannot: nobody knows what became of it."""


class Finished(Exception):
    """Nothing is left for this writer."""


@dataclass
class Ledger:
    """The writes that were acknowledged, and what was answered instead."""

    acknowledged: list[Write] = field(default_factory=list)
    unanswered: int = 0
    unavailable: int = 0
    others: list[str] = field(default_factory=list)
    more: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    """Not set while nobody is there to be asked."""

    def keep(self, write: Write) -> None:
        self.acknowledged.append(write)
        self.more.set()

    async def reach(self, many: int) -> None:
        while len(self.acknowledged) < many:
            self.more.clear()
            await self.more.wait()


@dataclass
class Writer:
    """One client with its cookie."""

    client: httpx.AsyncClient
    ledger: Ledger
    cookie: str = ""
    name: str = ""
    token: str = ""

    async def get(self, path: str) -> str:
        return (await self._ask("GET", path)).text

    async def post(self, path: str, fields: Fields, page: str, **headers: str) -> bool:
        """Whether it was done: 303. `page` is where the form stands."""
        if not self.token:
            self.token = found(TOKEN, await self.get(page))
        body = urlencode({**fields, "csrf": [self.token]}, doseq=True)
        answer = await self._ask("POST", path, body, {**FORM, **headers})
        if answer.status_code != 303:
            self.ledger.others.append(f"{path}: {answer.status_code}")
        return answer.status_code == 303

    async def _ask(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        cookie = {"Cookie": self.cookie} if self.cookie else {}
        self.client.cookies.clear()  # It is shared: each writer keeps its own.
        try:
            answer = await self.client.request(
                method, path, content=body, headers={**(headers or {}), **cookie}
            )
        except httpx.TransportError:
            self.ledger.unanswered += 1
            raise Unanswered from None
        if answer.status_code == 503:
            self.ledger.unavailable += 1
            assert answer.headers["retry-after"] and "系统暂时无法使用" in answer.text
            raise Unanswered
        if not self.cookie and "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer


def found(pattern: "re.Pattern[str]", page: str) -> str:
    """What the page says there, or nothing."""
    match = pattern.search(page)
    return match[1] if match else ""
