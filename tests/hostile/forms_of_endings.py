"""改报, 放弃录用 and 取消录用: each call makes the application that the form is about."""

from jianxi.domain.viewers import PersonKind
from tests.cast import application, person, position
from tests.hostile.forms_of_desks import applying
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
REASON: Fields = {"v": ["1"], "reason": ["情况有变"]}
STEP = ("v", "back", "reason")
SWITCH = ("v", "back", "position")


async def switch(town: Town, place: int) -> Filled:
    await applying(town, place)
    id = await application(town.youth, await position(town.base))
    other = await position(town.base)
    return f"/applicant/applications/{id}/switch", {"v": ["1"], "position": [str(other)]}


async def declination(town: Town, place: int) -> Filled:
    await applying(town, place)
    id = await application(town.youth, await position(town.base), "accepted")
    return f"/applicant/applications/{id}/declination", dict(REASON)


async def cancellation(town: Town, _: int) -> Filled:
    return f"/employer/applications/{await _accepted(town)}/cancellation", dict(REASON)


async def office_cancellation(town: Town, _: int) -> Filled:
    return f"/authority/applications/{await _accepted(town)}/cancellation", dict(REASON)


async def _accepted(town: Town) -> int:
    return await application(await person(PersonKind.YOUTH), await position(town.base), "accepted")
