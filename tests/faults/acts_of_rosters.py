"""What writes, part of 花名册. 报送 writes its lines before it sends them: those are told of in DRAFTED."""

from random import Random

from jianxi.domain.viewers import OfficialViewer
from jianxi.services import roster_review, rosters
from tests import cast
from tests.faults.acts import Act, Deed
from tests.races import lived, trainees
from tests.races.races_of_rosters import THEN, WINTER
from tests.races.stage import Stage
from tests.rosters import roster
from tests.traineeships import Trainee


async def submit() -> Deed:
    found, _ = await _served()
    id = await roster(found.unit, "draft", period=WINTER, now=THEN)
    return lambda: rosters.submit(found.unit, id, 1, THEN)


async def accept() -> Deed:
    """Of a 更正: the version before no longer counts."""
    found, city = await _served()
    old = await roster(found.unit, "accepted", period=WINTER, office=city, now=THEN)
    new = await rosters.correct(found.unit, old, 3, "考勤有误", THEN)
    await rosters.submit(found.unit, new, 1, THEN)
    return lambda: roster_review.accept(city, new, 2, THEN)


async def correct() -> Deed:
    found, city = await _served()
    id = await roster(found.unit, "accepted", period=WINTER, office=city, now=THEN)
    return lambda: rosters.correct(city, id, 3, "考勤有误", THEN)


async def _served() -> tuple[Trainee, OfficialViewer]:
    """Somebody approved, and the office of their base."""
    place = await lived.place()
    found = await trainees.approved(Stage(place, place, await cast.person(), (), Random(1)))
    return found, place.city


OF_ROSTERS: dict[str, Act] = {"花名册报送": submit, "花名册接受": accept, "花名册更正": correct}
DRAFTED = {"花名册报送": ("roster_line", "roster_month")}
"""What an act may leave behind when it fails: lines of a sending that never was, which the next one takes away."""
