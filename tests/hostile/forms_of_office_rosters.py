"""The forms of 补贴经费 at an office: each call makes a roster of a unit of its own that was sent."""

from jianxi.services import rosters
from jianxi.tables.rosters import RosterLine
from tests.cast import employer
from tests.cast_facts import MOMENT
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.rosters import roster, seen
from tests.traineeships import trainee

Filled = tuple[str, Fields]
STEP, REASONED = ("v", "back"), ("v", "back", "reason")
RETURN = ("v", "back", "reason-0", "note-0")
QUESTION = ("question", "back")


async def acceptance(town: Town, _: int) -> Filled:
    id = await _sent()
    return f"/authority/rosters/{id}/acceptance", await _version(town, id)


async def sending_back(town: Town, _: int) -> Filled:
    id = await _sent()
    fields = {**await _version(town, id), "reason-0": ["attendance", "other"], "note-0": ["缺少10月的考勤表"]}
    return f"/authority/rosters/{id}/return", fields


async def correction(town: Town, _: int) -> Filled:
    id = await _sent("accepted")
    return f"/authority/rosters/{id}/correction", {**await _version(town, id), "reason": ["离岗日期有误"]}


async def withdrawal(town: Town, _: int) -> Filled:
    id = await _sent("accepted")
    await rosters.correct(town.county, id, (await seen(town.county, id)).version, "离岗日期有误", MOMENT)
    return f"/authority/rosters/{id}/withdrawal", await _version(town, id)


async def question(town: Town, number: int) -> Filled:
    id = await _sent()
    line = await RosterLine.select(RosterLine.placement).where(RosterLine.roster == id).first()
    assert line is not None
    fields: Fields = {"question": [f"第{number}次提问：10月的考勤表与发放凭证不一致，请说明"]}
    return f"/authority/rosters/{id}/lines/{line['placement']}/questions", fields


async def _sent(state: str = "sent") -> int:
    unit = await employer()
    await trainee(unit=unit)
    return await roster(unit, state)


async def _version(town: Town, id: int) -> Fields:
    return {"v": [str((await seen(town.county, id)).version)]}
