"""What a 后台任务 that was refused keeps in the open: counts, never a name or an account; those stand in its sealed report."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from jianxi.domain.periods import today
from jianxi.queries import jobs as reading
from jianxi.queries import roster_checks, roster_computing
from jianxi.services import rosters
from jianxi.services.job_context import Context, Done
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.tables.notices import Notice
from tests.cast_facts import MOMENT as NOW
from tests.jobs import asked, run
from tests.rosters import AUTUMN, roster, seen
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)]


async def test_who_stands_in_another_roster_is_told_on_the_page_alone(database: Engine) -> None:
    of = await trainee(name="赵敏")
    await roster(of.unit, "accepted")
    once_more = await roster(of.unit, "draft", period=replace(AUTUMN, first=AUTUMN.last.replace(day=1)))
    id = await asked(of.unit)

    async def runner(args: Mapping[str, Any], context: Context) -> Done:
        await rosters.submit(of.unit, once_more, 1, NOW)
        return Done("")

    assert await run(runner) == []

    row = (await Job.select().where(Job.id == id))[0]
    notice = (await Notice.select().where(Notice.noun == "job"))[0]
    assert row["told"].startswith("有1人已在接受的花名册中") and notice["body"] == row["told"]
    assert "赵敏".encode() not in row["report"]
    assert (await reading.get(of.unit, id)).told.startswith("赵敏2026年10月")


async def test_where_the_money_goes_is_in_no_brief_sentence(database: Engine) -> None:
    of = await trainee()
    id = await roster(of.unit)
    sent = await seen(of.unit, id)
    now = await roster_computing.computed(of.unit.employer, sent.kind, sent.period, today(NOW))
    moved = replace(now.head, unit=replace(now.head.unit, account_number="6222000011115678", bank="齐鲁银行"))

    check = await roster_checks.since_sent(id, 1, replace(now, head=moved))

    assert "6222000011115678" not in check.sentence and "6222********5678" in check.sentence
    assert check.brief == "报送后记录或参数有变化：单位信息等2项有变化。"
