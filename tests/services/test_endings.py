"""放弃录用 and 取消录用: the seat is free, the person too, the other side reads why."""

from typing import Any

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.queries import applications, received
from jianxi.services.application_endings import cancel, decline
from jianxi.services.applications import apply
from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from jianxi.tables.positions import Position
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def accepted(
    level: str = "county", state: str = "accepted"
) -> tuple[PersonViewer, int, EmployerViewer]:
    """Somebody who took the only seat of an employer in 历下区."""
    unit, person = await cast.employer(LIXIA), await cast.person()
    place = await cast.position(await cast.base(unit, level=level), headcount=1)
    return person, await cast.application(person, place, state), unit


async def row_of(id: int) -> dict[str, Any]:
    return (await Application.select().where(Application.id == id))[0]


async def seats(id: int) -> int:
    position = (await row_of(id))["position"]
    return int((await Position.select(Position.accepted).where(Position.id == position))[0]["accepted"])


async def test_who_declines_frees_the_seat_and_may_apply_again_even_there() -> None:
    person, id, _ = await accepted()

    await decline(person, id, 1, " 已找到工作 ", NOW)

    row = await row_of(id)
    assert (row["state"], row["ended_by"], row["ending"], row["ended_at"]) == (
        "cancelled",
        "person",
        "已找到工作",
        NOW,
    )
    assert await seats(id) == 0
    assert await apply(person, row["position"], NOW) > id


async def test_the_employer_reads_why_somebody_declined() -> None:
    person, id, unit = await accepted()

    await decline(person, id, 1, "已找到工作", NOW)

    assert (await received.get(unit, id, TODAY)).was_ended == "本人放弃录用：已找到工作"


async def test_the_employer_cancels_and_the_person_reads_why() -> None:
    person, id, unit = await accepted()

    await cancel(unit, id, 1, "多次联系不上本人", NOW)

    assert (await applications.get(person, id, TODAY)).reason == "单位取消录用：多次联系不上本人"
    assert await seats(id) == 0


@pytest.mark.parametrize(("level", "region", "by"), [("county", LIXIA, "county"), ("city", JINAN, "city")])
async def test_the_office_of_the_bases_level_cancels_and_both_sides_read_why(
    level: str, region: str, by: str
) -> None:
    person, id, unit = await accepted(level)

    await cancel(await cast.official(region), id, 1, "单位已停业", NOW)

    assert (await row_of(id))["ended_by"] == by
    said = [
        (await applications.get(person, id, TODAY)).reason,
        (await received.get(unit, id, TODAY)).was_ended,
    ]
    assert said == ["主管部门取消录用：单位已停业"] * 2


@pytest.mark.parametrize(
    ("level", "region"),
    [
        ("county", JINAN),
        ("city", LIXIA),
        ("county", SHIZHONG),
        ("city", ZAOZHUANG),
        ("county", SHANDONG),
        ("city", SHANDONG),
    ],
)
async def test_any_other_office_finds_nothing(level: str, region: str) -> None:
    _, id, _ = await accepted(level)
    office: OfficialViewer = await cast.official(region)

    with pytest.raises(Missing):
        await cancel(office, id, 1, "无", NOW)
    assert (await row_of(id))["state"] == "accepted"


@pytest.mark.parametrize("state", ["waiting", "rejected", "withdrawn"])
async def test_an_office_sees_an_application_from_the_acceptance_on(state: str) -> None:
    _, id, _ = await accepted(state=state)

    with pytest.raises(Missing):
        await received.get(await cast.official(LIXIA), id, TODAY)


async def test_other_people_and_employers_find_nothing() -> None:
    _, id, _ = await accepted()

    with pytest.raises(Missing):
        await decline(await cast.person(), id, 1, "无", NOW)
    with pytest.raises(Missing):
        await cancel(await cast.employer(), id, 1, "无", NOW)
    assert await seats(id) == 1


@pytest.mark.parametrize("reason", ["", "  \n ", "长" * 501, "翻\u202e转"])
async def test_a_reason_that_says_nothing_or_hides_something_is_not_taken(reason: str) -> None:
    person, id, unit = await accepted()

    for deed in (decline(person, id, 1, reason, NOW), cancel(unit, id, 1, reason, NOW)):
        with pytest.raises(Invalid) as caught:
            await deed
        assert set(caught.value.messages) == {"reason"}
    assert (await row_of(id))["version"] == 1


@pytest.mark.parametrize("state", ["waiting", "rejected", "withdrawn", "cancelled"])
async def test_only_an_acceptance_can_be_given_up(state: str) -> None:
    person, id, unit = await accepted(state=state)

    for deed in (decline(person, id, 1, "无", NOW), cancel(unit, id, 1, "无", NOW)):
        with pytest.raises(Refused):
            await deed


async def test_who_comes_second_is_told_what_happened_and_the_seat_is_freed_once() -> None:
    person, id, unit = await accepted()
    await decline(person, id, 1, "已找到工作", NOW)

    with pytest.raises(Stale, match="放弃该录用"):
        await cancel(unit, id, 1, "无", NOW)

    assert await seats(id) == 0
    entries = await LogEntry.select().where(LogEntry.noun == "application")
    assert [(e["verb"], e["reason"]) for e in entries] == [("decline", "已找到工作")]
