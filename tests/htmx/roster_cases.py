"""补贴经费 at the offices: the list as one types, and a question about one line of a roster."""

from jianxi.tables.rosters import RosterLine
from tests.cast import LIXIA, employer, official
from tests.htmx.scenes import Press, Scene
from tests.htmx.search_cases import FIND
from tests.rosters import roster
from tests.traineeships import trainee


async def _sent(name: str = "") -> int:
    unit = await employer(name=name) if name else await employer()
    await trainee(unit=unit)
    return await roster(unit)


async def rosters_to_review() -> Scene:
    await _sent("济南云河软件有限公司")
    await _sent()
    return Scene(await official(LIXIA), "/authority/rosters", (Press(FIND, {"#q": "云河"}),))


async def question() -> Scene:
    id = await _sent()
    line = await RosterLine.select(RosterLine.placement).where(RosterLine.roster == id).first()
    assert line is not None
    row = f"line-{line['placement']}"
    press = Press(
        f"#{row} button[type=submit]", {f"#question-{line['placement']}": "10月的考勤表<缺页>&请补充"}
    )
    return Scene(await official(LIXIA), f"/authority/rosters/{id}", (press,), row)
