"""The forms about 见习岗位 beyond 新增, 编辑 and one decision: many at once, and the moves that come later."""

from tests.cast import position
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.position_forms import TYPED

Filled = tuple[str, Fields]
MANY = ("id", "all", "confirm", "back")
REASONS = (*MANY, "reason-0", "note-0")
STEP = ("v", "back")


async def _many(town: Town, state: str, act: str) -> Filled:
    ids = [await position(town.base, state) for _ in range(2)]
    return f"/authority/positions/{act}", {"id": [f"{id}:1" for id in ids], "confirm": ["yes"]}


async def approvals(town: Town, _: int) -> Filled:
    return await _many(town, "waiting_county", "approval")


async def rejections(town: Town, _: int) -> Filled:
    path, fields = await _many(town, "waiting_county", "rejection")
    return path, {**fields, "reason-0": ["other"], "note-0": ["请核对"]}


async def publications(town: Town, _: int) -> Filled:
    return await _many(town, "approved", "publication")


async def withdrawals(town: Town, _: int) -> Filled:
    return await _many(town, "published", "withdrawal")


async def reopening(town: Town, _: int) -> Filled:
    id = await position(town.base, "rejected")
    return f"/authority/positions/{id}/reopening", {"v": ["1"]}


async def office_withdrawal(town: Town, _: int) -> Filled:
    id = await position(town.base)
    return f"/authority/positions/{id}/withdrawal", {"v": ["1"]}


async def own_withdrawal(town: Town, _: int) -> Filled:
    id = await position(town.base)
    return f"/employer/positions/{id}/withdrawal", {"v": ["1"]}


async def republication(town: Town, _: int) -> Filled:
    id = await position(town.base, "withdrawn")
    return f"/employer/positions/{id}/republication", {"v": ["1"]}


async def extension(town: Town, _: int) -> Filled:
    id = await position(town.base)
    return f"/employer/positions/{id}/extension", {"v": ["1"], "deadline": ["2027-01-31"]}


async def copy(town: Town, _: int) -> Filled:
    id = await position(town.base, "rejected")
    return f"/employer/positions/{id}/copy", dict(TYPED)
