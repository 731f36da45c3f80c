"""上传协议 and 上传解除协议证明: each call makes the record whose pages the form is about, with one page on it."""

from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, DRAFT
from jianxi.services import signed_pages
from tests.cast import position
from tests.cast_facts import MOMENT
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.signed import scan
from tests.traineeships import departure, trainee

Filled = tuple[str, Fields]
SENDING = ("v", "files", "act")


async def agreement(town: Town, _: int) -> Filled:
    """确认上传协议."""
    found = await trainee("unsigned", unit=town.unit, position=await position(town.base))
    stored = [await scan()]
    await signed_pages.attach(town.unit, AGREEMENT, found.placement, 1, stored, MOMENT)
    shown = reading.mark(await reading.of_round(AGREEMENT, found.placement, DRAFT))
    return f"/employer/placements/{found.placement}/upload", {"v": ["1"], "files": [shown], "act": ["send"]}


async def turning(town: Town, _: int) -> Filled:
    """旋转 of a page of a certificate."""
    found = await trainee(unit=town.unit, position=await position(town.base))
    id = await departure(found.placement, "waiting_certificate")
    (page,) = (await signed_pages.attach(town.unit, CERTIFICATE, id, 1, [await scan()], MOMENT)).added
    return f"/employer/departures/{id}/upload", {"v": ["1"], "act": [f"turn:{page}:90"]}
