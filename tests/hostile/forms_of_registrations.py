"""录用上岗登记, 修改登记 and 生活费调整: each call makes the acceptance or the placement that the form is about."""

from jianxi.domain.viewers import PersonKind
from tests.cast import application, person, position
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.registrations import TYPED
from tests.traineeships import AHEAD, trainee

Filled = tuple[str, Fields]
REGISTRATION = (*TYPED, "ticked", "act", "insurance-1-last_day")
RAISE: Fields = {"v": ["1"], "starts_on": ["2026-12-01"], "allowance": ["2,800"]}


async def registration(town: Town, _: int) -> Filled:
    id = await application(await person(PersonKind.YOUTH), await position(town.base), "accepted")
    return f"/employer/applications/{id}/placement", dict(TYPED)


async def amendment(town: Town, _: int) -> Filled:
    place = await position(town.base)
    found = await trainee("unsigned", unit=town.unit, position=place, starts_on=AHEAD)
    return f"/employer/placements/{found.placement}/registration", {**TYPED, "v": ["1"], "mentor": ["李强"]}


async def raising(town: Town, _: int) -> Filled:
    found = await trainee(unit=town.unit, position=await position(town.base))
    return f"/employer/placements/{found.placement}/allowance", dict(RAISE)
