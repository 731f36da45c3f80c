"""Every act is in the log with who, when, from, to and why, and an entry proves that it was not altered."""

import pytest

from jianxi.domain import entries
from jianxi.domain.viewers import Anyone
from jianxi.queries.log import MOST, timeline
from jianxi.services import log
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import Engine
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.templating import environment
from tests import cast
from tests.cast_facts import MOMENT

pytestmark = pytest.mark.anyio


async def test_an_entry_read_back_has_the_digest_it_was_written_with(database: Engine) -> None:
    office = await cast.official(cast.JINAN)
    async with unit_of_work():
        await log.record(office, MOMENT, "base", 7, "approve", "waiting_city", "approved", facts={"round": 2})

    row = (await LogEntry.select())[0]

    assert row["digest"] == entries.digest(row)
    assert row["digest"] != entries.digest({**row, "reason": "改过"})
    assert row["facts"] == '{"round":2}'


async def test_the_timeline_tells_the_newest_first_in_words(database: Engine) -> None:
    unit, office = await cast.employer(name="齐鲁精工"), await cast.official(cast.LIXIA)
    async with unit_of_work():
        await log.record(unit, MOMENT, "base", 7, "submit", "draft", "waiting_county")
        await log.record(office, MOMENT, "base", 7, "reject", "waiting_county", "rejected", "材料不全")
        await log.record(unit, MOMENT, "base", 8, "submit", "draft", "waiting_county")

    newest, first = await timeline("base", 7)

    assert (newest.label, newest.actor_name, newest.reason) == ("审核不通过", "李建国", "材料不全")
    assert newest.office == "历下区人力资源和社会保障局"
    assert (first.label, first.actor_name, first.at) == ("提交", "齐鲁精工", MOMENT)


async def test_a_logged_look_is_no_event_of_the_timeline(database: Engine) -> None:
    async with unit_of_work():
        await log.record(log.SYSTEM, MOMENT, "base", 7, "look")

    assert await timeline("base", 7) == []


async def test_nothing_is_logged_outside_a_unit_of_work(database: Engine) -> None:
    with pytest.raises(NotInUnitOfWork):
        await log.record(log.SYSTEM, MOMENT, "base", 7, "save")


async def test_what_nobody_did_is_not_logged(database: Engine) -> None:
    with pytest.raises(ValueError, match="nobody"):
        await log_as_anyone()


async def log_as_anyone() -> None:
    async with unit_of_work():
        await log.record(Anyone(), MOMENT, "base", 7, "save")


async def test_a_timeline_is_never_longer_than_a_page_can_say(database: Engine) -> None:
    unit = await cast.employer()
    async with unit_of_work():
        await log.record(unit, MOMENT, "base", 7, "submit", "draft", "waiting_county")
        for _ in range(MOST + 20):
            await log.record(unit, MOMENT, "base", 7, "save", "draft", "draft")

    everything, of_office = await timeline("base", 7), await timeline("base", 7, ["save"])

    page = "{% from 'components/timeline.html' import timeline %}{{ timeline(events) }}"
    shown = environment().from_string(page).render(events=everything)
    assert len(everything) == MOST
    assert [event.verb for event in of_office] == ["submit"]
    assert f"最近的{MOST}条" in shown
