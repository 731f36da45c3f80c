"""What the writers do, each a real form: the simplest mix that writes to every table of the flows."""

import re
from collections.abc import Awaitable, Callable, Iterator

import httpx

from jianxi.domain import credit_code
from tests.faults.town import Town
from tests.faults.writers import Finished, Ledger, Writer, found
from tests.hostile.forms_of_desks import BASE, POSITION
from tests.hostile.forms_of_entry import EMPLOYER

VERSION = re.compile('name="v" value="([0-9]+)"')
WITHDRAWAL = re.compile("/applicant/applications/([0-9]+)/withdrawal")


async def registrar(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    """Every unit is a new visitor from another address: it has neither cookie nor token yet."""
    writer.cookie = writer.token = ""
    number = next(numbers)
    code = credit_code.compose("370105", number)
    fields = EMPLOYER | {"credit_code": [code], "username": [f"writer{number}"]}
    address = f"198.51.{number // 250}.{number % 250 + 1}"
    path = "/register/employer"
    if await writer.post(path, fields, path, **{"X-Forwarded-For": address}):
        writer.ledger.keep(("register", code))


async def drafter(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    page = await writer.get("/employer/base")
    version = found(VERSION, page)
    text = f"本单位从事精密机械加工，第{next(numbers)}次填写。"
    fields = {**BASE, "introduction": [text], "act": ["save"], "v": [version]}
    if await writer.post("/employer/base", fields, "/employer/base"):
        writer.ledger.keep(("save", str(int(version) + 1)))


async def adder(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    title = f"写入第{next(numbers)}岗"
    path = "/employer/positions/new"
    if await writer.post(path, {**POSITION, "title": [title]}, path):
        writer.ledger.keep(("add", title))


async def office(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    """Approves a position and publishes it."""
    id = _next_of(town.positions, numbers)
    if await writer.post(f"/authority/positions/{id}/approval", {"v": ["1"]}, "/authority/positions"):
        writer.ledger.keep(("approve", str(id)))
        if await writer.post(f"/authority/positions/{id}/publication", {"v": ["2"]}, "/authority/positions"):
            writer.ledger.keep(("publish", str(id)))


async def acceptor(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    id = _next_of(town.applications, numbers)
    if await writer.post(f"/employer/applications/{id}/approval", {"v": ["1"]}, "/employer/applications"):
        writer.ledger.keep(("accept", str(id)))


async def applicant(writer: Writer, town: Town, numbers: Iterator[int]) -> None:
    """Withdraws what waits, or else applies."""
    page = "/applicant/applications"
    waiting = found(WITHDRAWAL, await writer.get(page))
    if waiting:
        if await writer.post(f"{page}/{waiting}/withdrawal", {"v": ["1"]}, f"{page}/{waiting}/withdrawal"):
            writer.ledger.keep(("withdraw", waiting))
    elif await writer.post(page, {"position": [str(town.position)]}, f"/positions/{town.position}"):
        writer.ledger.keep(("apply", writer.name))


def _next_of(ids: tuple[int, ...], numbers: Iterator[int]) -> int:
    number = next(numbers)
    if number >= len(ids):
        raise Finished
    return ids[number]


Deed = Callable[[Writer, Town, Iterator[int]], Awaitable[None]]


def cast(client: httpx.AsyncClient, ledger: Ledger, town: Town) -> list[tuple[Deed, Writer]]:
    """Who does what, again and again."""
    return [
        (registrar, Writer(client, ledger)),
        (drafter, Writer(client, ledger, town.beginner)),
        (adder, Writer(client, ledger, town.unit)),
        (office, Writer(client, ledger, town.city)),
        (acceptor, Writer(client, ledger, town.unit)),
        *((applicant, Writer(client, ledger, cookie, str(id))) for id, cookie in town.people),
    ]
