"""Signed pages for the tests: a trainee whose papers are issued, scans whose codes were read, and sendings."""

from datetime import datetime
from typing import Any

from jianxi.domain.signed_pages import SignedKind
from jianxi.queries.signed_pages import AGREEMENT
from jianxi.services import agreement_uploads, certificate_uploads, papers, signed_pages
from jianxi.services.files import Stored, store_checked
from jianxi.storage import samples
from jianxi.storage.checking import Checked
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast_facts import MOMENT
from tests.traineeships import Trainee, departure, trainee

SITE = "https://elsewhere.example"
"""Installations move: the host of an address says nothing."""


async def unsigned(state: str = "unsigned", **columns: Any) -> tuple[Trainee, str]:
    """With the address that the QR code of the agreement in force says."""
    found = await trainee(state, **columns)
    return found, await issued(AGREEMENT, found.placement, int(columns.get("agreement", 1)))


async def leaving(state: str = "waiting_certificate", **columns: Any) -> tuple[Trainee, int, str]:
    """The same of a departure and its certificate."""
    found = await trainee()
    id = await departure(found.placement, state, **columns)
    return found, id, await issued(SignedKind.CERTIFICATE, id, 1)


async def issued(kind: str, record: int, version: int) -> str:
    async with unit_of_work():
        code = await papers.issue(kind, record, version, f"JX-{record}-{version}", MOMENT)
    return f"{SITE}/verify/{code}"


async def scan(name: str = "第1页.png", *codes: str) -> Stored:
    """As it lies in the store after it was checked and its codes were read. Each name is another picture."""
    content = samples.picture().content + name.encode()
    return await store_checked(name, Checked(samples.picture().kind, content, 1, codes))


async def attached(found: Trainee, *names: str, version: int = 1, now: datetime = MOMENT) -> tuple[int, ...]:
    """Pages of the agreement, without codes; their numbers."""
    stored = [await scan(name) for name in names or ("第1页.png",)]
    unit, id = found.unit, found.placement
    return (await signed_pages.attach(unit, AGREEMENT, id, version, stored, now)).added


async def sent(found: Trainee, *names: str, version: int = 1, now: datetime = MOMENT) -> tuple[int, ...]:
    """上传协议 of pages attached for it."""
    added = await attached(found, *names, version=version, now=now)
    await agreement_uploads.upload(found.unit, found.placement, version, now)
    return added


async def certificate_sent(found: Trainee, departure: int, now: datetime = MOMENT) -> tuple[int, ...]:
    """上传解除协议证明 of one page."""
    kind, stored = SignedKind.CERTIFICATE, [await scan("证明.png")]
    added = (await signed_pages.attach(found.unit, kind, departure, 1, stored, now)).added
    await certificate_uploads.upload(found.unit, departure, 1, now)
    return added
