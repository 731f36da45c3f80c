"""申请终止见习 and what follows at the person's and the office's desk: each call makes what the form is about."""

from datetime import UTC, datetime
from typing import Any

from jianxi.tables.placements import Placement
from tests.cast import application, position
from tests.cast_people import save
from tests.hostile.forms_of_desks import applying
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.traineeships import END, REGISTERED, START, departure, trainee

Filled = tuple[str, Fields]
REQUEST = ("v", "wanted_on", "reason", "note")
STEP = ("v", "back")
MANY = ("id", "all", "confirm", "back")
REASONS = (*MANY, "reason-0", "note-0")
APPROVAL = ("v", "back", "then", "last_day-ID")
LONG_AGO = datetime(2026, 11, 2, tzinfo=UTC)


async def request(town: Town, place: int) -> Filled:
    fields: Fields = {"v": ["1"], "wanted_on": ["2026-11-30"], "reason": ["other"], "note": ["家中有事"]}
    return f"/applicant/placements/{await _own(town, place)}/departure", fields


async def recall(town: Town, place: int) -> Filled:
    return f"/applicant/departures/{await departure(await _own(town, place))}/recall", {"v": ["1"]}


async def appeal(town: Town, place: int) -> Filled:
    id = await departure(await _own(town, place), state_since=LONG_AGO)
    return f"/applicant/departures/{id}/appeal", {"v": ["1"]}


async def approval(town: Town, _: int) -> Filled:
    id = await _theirs(town, "waiting_office")
    return f"/authority/departures/{id}/approval", {"v": ["1"], f"last_day-{id}": ["2026-11-18"]}


async def rejection(town: Town, _: int) -> Filled:
    id = await _theirs(town, "waiting")
    fields: Fields = {"v": ["1"], f"reason-{id}": ["other"], f"note-{id}": ["请核对"]}
    return f"/authority/departures/{id}/rejection", {**fields, f"confirm-{id}": ["yes"]}


async def reopening(town: Town, _: int) -> Filled:
    return f"/authority/departures/{await _theirs(town, 'rejected')}/reopening", {"v": ["1"]}


async def approvals(town: Town, _: int) -> Filled:
    ids = [await _theirs(town, "waiting") for _ in range(2)]
    return "/authority/departures/approval", {"id": [f"{id}:1" for id in ids], "confirm": ["yes"]}


async def rejections(town: Town, place: int) -> Filled:
    _, fields = await approvals(town, place)
    more: Fields = {"reason-0": ["other"], "note-0": ["请核对"]}
    return "/authority/departures/rejection", {**fields, **more}


async def _own(town: Town, place: int) -> int:
    """The youth's, who has one chance: those before came to nothing."""
    await applying(town, place)
    at = await position(town.base)
    accepted = await application(town.youth, at, "accepted")
    of: dict[str, Any] = {"person": town.youth.person, "employer": town.unit.employer, "position": at}
    facts: dict[str, Any] = {"starts_on": START, "ends_on": END, "allowance_fen": 260_000, "mentor": "周强"}
    dates: dict[str, Any] = dict.fromkeys(("registered_at", "state_since", "decided_at"), REGISTERED)
    return await save(Placement(application=accepted, state="approved", **of, **facts, **dates))


async def _theirs(town: Town, state: str) -> int:
    return await departure(
        (await trainee(unit=town.unit, position=await position(town.base))).placement, state
    )
