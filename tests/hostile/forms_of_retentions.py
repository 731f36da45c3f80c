"""留用 at the employer's desk: each call makes the trainee, or the retention, that the form is about."""

from tests.cast import position
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.traineeships import retention, trainee

Filled = tuple[str, Fields]
STEP = ("v", "back")
TYPED: Fields = {
    "v": ["1"],
    "post": ["数控编程员"],
    "contract_from": ["2026-12-01"],
    "contract_to": ["2028-11-30"],
    "insured_on": ["2026-12-01"],
}
RECORD = (*TYPED, "back", "kept", "drop_kept")
EDIT = (*RECORD, "drop")


async def record(town: Town, _: int) -> Filled:
    return f"/employer/placements/{await _placement(town)}/retention", dict(TYPED)


async def edit(town: Town, _: int) -> Filled:
    return f"/employer/retentions/{await retention(await _placement(town))}/registration", dict(TYPED)


async def revocation(town: Town, _: int) -> Filled:
    return f"/employer/retentions/{await retention(await _placement(town))}/revocation", {"v": ["1"]}


async def _placement(town: Town) -> int:
    return (await trainee(unit=town.unit, position=await position(town.base))).placement
