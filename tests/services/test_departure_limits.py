"""When 离岗 cannot be begun or gone on with: days, another one, 留用, a period that is over, somebody else's."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.services import departures
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.departure_forms import LATER, TODAY, registration, row, wish
from tests.traineeships import departure, retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_days_that_cannot_be_are_told_at_their_field() -> None:
    of = await trainee()
    cases = [("2026-11-21", "不能晚于今天"), ("2026-08-31", "选择“未上岗”"), ("", "请填写离岗日期")]
    for day, words in cases:
        with pytest.raises(Invalid) as caught:
            await departures.record(of.unit, of.placement, 1, registration(day), NOW)
        assert words in caught.value.messages["last_day"]
    with pytest.raises(Invalid) as caught:
        await departures.request(of.person, of.placement, 1, wish("2027-03-01"), NOW)
    assert "2026年9月1日至2027年2月28日" in caught.value.messages["wanted_on"]
    id = await departure(of.placement)
    with pytest.raises(Invalid):
        await departures.consent(of.unit, id, 1, date(2027, 3, 1), NOW)


async def test_one_departure_at_a_time_and_none_beside_a_retention() -> None:
    of = await trainee()
    id = await departures.record(of.unit, of.placement, 1, registration(), NOW)
    with pytest.raises(Refused, match="正在办理"):
        await departures.record(of.unit, of.placement, 1, registration(), NOW)
    with pytest.raises(Refused, match="正在办理"):
        await departures.request(of.person, of.placement, 1, wish(), NOW)
    await departures.cancel(of.unit, id, 1, NOW)
    again = await departures.request(of.person, of.placement, 1, wish(), NOW)
    await departures.recall(of.person, again, 1, NOW)
    assert [(await row(each))["state"] for each in (id, again)] == ["recalled", "recalled"]

    await retention(of.placement)
    with pytest.raises(Refused, match="留用"):
        await departures.record(of.unit, of.placement, 1, registration(), NOW)


async def test_a_request_nobody_answered_is_void_and_written_down_when_something_is_done() -> None:
    of = await trainee()
    id = await departures.request(of.person, of.placement, 1, wish(), NOW)
    for act in (
        departures.recall(of.person, id, 1, LATER),
        departures.consent(of.unit, id, 1, TODAY, LATER),
        departures.appeal(of.person, id, 1, LATER),
    ):
        with pytest.raises(Refused, match="已失效"):
            await act

    recorded = await departures.record(of.unit, of.placement, 1, registration("2027-02-20"), LATER)

    assert ((await row(id))["state"], (await row(recorded))["state"]) == ("lapsed", "waiting_certificate")
    entries = await LogEntry.select(LogEntry.actor_kind, LogEntry.target).where(LogEntry.verb == "lapse")
    assert entries == [{"actor_kind": "system", "target": "lapsed"}]


async def test_nothing_lapses_inside_the_period_or_once_answered() -> None:
    of, other = await trainee(), await trainee()
    waiting, refused = await departure(of.placement), await departure(other.placement, "refused")
    async with unit_of_work():
        await departures.lapse_due(of.placement, NOW)
        await departures.lapse_due(other.placement, LATER)
    assert [(await row(each))["state"] for each in (waiting, refused)] == ["waiting_employer", "refused"]


async def test_who_saw_another_version_or_sees_nothing_changes_nothing() -> None:
    of = await trainee()
    id = await departure(of.placement)
    with pytest.raises(Stale):
        await departures.consent(of.unit, id, 2, TODAY, NOW)
    with pytest.raises(Stale):
        await departures.record(of.unit, of.placement, 2, registration(), NOW)
    with pytest.raises(Missing):
        await departures.consent(await cast.employer(), id, 1, TODAY, NOW)
    with pytest.raises(Missing):
        await departures.recall(await cast.person(), id, 1, NOW)
    with pytest.raises(Missing):
        await departures.request(await cast.person(), of.placement, 1, wish(), NOW)
    assert (await row(id))["version"] == 1
