"""查看身份证照片: the employer to whom a youth applied looks at the pictures; each look is in the log, nobody else sees."""

import pytest

from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import LIXIA, application, base, employer, official, person, position, youth
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ON_ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LIST = "/employer/applications"


async def looks() -> list[dict[str, object]]:
    columns = (LogEntry.noun, LogEntry.record, LogEntry.actor_kind, LogEntry.actor, LogEntry.facts)
    rows = await LogEntry.select(*columns).where(LogEntry.verb == "look").order_by(LogEntry.id)
    return [dict(row) for row in rows]


async def test_each_picture_that_goes_out_is_logged_and_no_part_of_the_timeline() -> None:
    unit = await employer()
    id = await application(await youth("司徒㛃"), await position(await base(unit)))
    async with desk_of(unit) as desk:
        opened = await desk.get(f"{LIST}/{id}")
        page = await desk.get(f"{LIST}/{id}/identity")
        before = await looks()
        pictures = [await desk.get(f"{LIST}/{id}/pictures/{side}") for side in ("front", "back", "front")]
        afterwards = await desk.get(f"{LIST}/{id}")

    assert "查看身份证照片" in opened.text
    assert f'src="{LIST}/{id}/pictures/front"' in page.text
    assert before == []
    for picture in pictures:
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
        assert picture.headers["cache-control"] == "no-store"
    mine = {"noun": "application", "record": id, "actor_kind": "employer", "actor": unit.employer}
    assert await looks() == [{**mine, "facts": f'{{"side":"{side}"}}'} for side in ("front", "back", "front")]
    assert opened.text.count("<li") == afterwards.text.count("<li")


@ON_ONE_DATABASE
@pytest.mark.parametrize("state", ["rejected", "withdrawn", "cancelled"])
async def test_they_are_seen_as_long_as_the_form_is(state: str) -> None:
    unit = await employer()
    id = await application(await youth(), await position(await base(unit)))
    async with unit_of_work():
        await Application.update({Application.state: state}).where(Application.id == id)
    async with desk_of(unit) as desk:
        sheet, picture = await desk.get(f"{LIST}/{id}"), await desk.get(f"{LIST}/{id}/pictures/back")

    assert (sheet.status_code, picture.status_code) == (200, 200)


@ON_ONE_DATABASE
async def test_for_anybody_else_they_are_not_there_and_nothing_is_logged() -> None:
    unit, other, office = await employer(), await employer(), await official(LIXIA)
    place = await position(await base(unit))
    youths = await application(await youth(), place, "accepted")
    graduates = await application(await person(), place)
    async with desk_of(other) as desk:
        for path in ("identity", "pictures/front"):
            foreign = await desk.get(f"{LIST}/{youths}/{path}")
            assert foreign.status_code == 404
    async with desk_of(unit) as desk:
        without = await desk.get(f"{LIST}/{graduates}")
        answers = [await desk.get(f"{LIST}/{graduates}/{path}") for path in ("identity", "pictures/back")]
        answers.append(await desk.get(f"{LIST}/{youths}/pictures/third"))
    async with desk_of(office) as desk:
        answers.append(await desk.get(f"/authority/applications/{youths}/pictures/front"))
        refused = await desk.get(f"{LIST}/{youths}/pictures/front")

    assert "身份证件信息" not in without.text
    assert [answer.status_code for answer in answers] == [404] * 4
    assert refused.status_code == 403
    assert await looks() == []
