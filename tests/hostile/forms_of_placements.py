"""见习上岗审核: each call makes the placement that the form is about."""

from tests.cast import position
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.traineeships import trainee

Filled = tuple[str, Fields]
STEP, DECISION = ("v", "back"), ("v", "back", "then")
REASONED = ("v", "back", "then", "reason-ID", "note-ID", "confirm-ID")
MANY = ("id", "all", "confirm", "back")
REASONS = (*MANY, "reason-0", "note-0")


async def approval(town: Town, _: int) -> Filled:
    return f"/authority/placements/{await _placement(town)}/approval", {"v": ["1"]}


async def rejection(town: Town, _: int) -> Filled:
    id = await _placement(town)
    fields: Fields = {
        "v": ["1"],
        f"reason-{id}": ["other"],
        f"note-{id}": ["请核对"],
        f"confirm-{id}": ["yes"],
    }
    return f"/authority/placements/{id}/rejection", fields


async def reopening(town: Town, _: int) -> Filled:
    return f"/authority/placements/{await _placement(town, 'rejected')}/reopening", {"v": ["1"]}


async def number(town: Town, _: int) -> Filled:
    return f"/authority/placements/{await _placement(town)}/number", {}


async def approvals(town: Town, _: int) -> Filled:
    return await _many(town, "approval")


async def rejections(town: Town, _: int) -> Filled:
    path, fields = await _many(town, "rejection")
    return path, {**fields, "reason-0": ["other"], "note-0": ["请核对"]}


async def _many(town: Town, act: str) -> Filled:
    ids = [await _placement(town) for _ in range(2)]
    return f"/authority/placements/{act}", {"id": [f"{id}:1" for id in ids], "confirm": ["yes"]}


async def _placement(town: Town, state: str = "waiting") -> int:
    return (await trainee(state, unit=town.unit, position=await position(town.base))).placement
