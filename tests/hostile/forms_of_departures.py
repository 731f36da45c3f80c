"""离岗 at the employer's desk: each call makes the trainee, or the departure, that the form is about."""

from tests.cast import position
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.traineeships import departure, trainee

Filled = tuple[str, Fields]
STEP, REASONED = ("v", "back"), ("v", "back", "reason")
REGISTRATION = ("v", "last_day", "reason", "note")
CONSENT = ("v", "back", "last_day")


async def record(town: Town, _: int) -> Filled:
    fields: Fields = {
        "v": ["1"],
        "last_day": ["2026-11-19"],
        "reason": ["absent"],
        "note": ["连续三天未到岗"],
    }
    return f"/employer/placements/{await _placement(town)}/departure", fields


async def registration(town: Town, _: int) -> Filled:
    fields: Fields = {"v": ["1"], "last_day": ["2026-11-12"], "reason": ["other"], "note": ["家中有事"]}
    return f"/employer/departures/{await _departure(town, 'rejected', own=False)}/registration", fields


async def cancellation(town: Town, _: int) -> Filled:
    id = await _departure(town, "waiting_certificate", own=False)
    return f"/employer/departures/{id}/cancellation", {"v": ["1"]}


async def consent(town: Town, _: int) -> Filled:
    id = await _departure(town, "waiting_employer")
    return f"/employer/departures/{id}/consent", {"v": ["1"], "last_day": ["2026-11-30"]}


async def refusal(town: Town, _: int) -> Filled:
    id = await _departure(town, "waiting_employer")
    return f"/employer/departures/{id}/refusal", {"v": ["1"], "reason": ["交接没有完成"]}


async def _placement(town: Town) -> int:
    return (await trainee(unit=town.unit, position=await position(town.base))).placement


async def _departure(town: Town, state: str, *, own: bool = True) -> int:
    return await departure(await _placement(town), state, asked_by_person=own)
