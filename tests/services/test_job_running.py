"""后台任务 under way: done by one process, cancelled, taken up again, given back and given up."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from jianxi.domain import jobs
from jianxi.domain.outcomes import Missing, Refused
from jianxi.queries import jobs as reading
from jianxi.services import job_endings, job_running
from jianxi.services import jobs as services
from jianxi.services.job_context import Context, Done
from jianxi.tables.accounts import Account
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.tables.log import LogEntry
from jianxi.tables.notices import Notice
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.jobs import KIND, asked, planted, quick, run

pytestmark = pytest.mark.anyio

LATER = NOW + timedelta(minutes=5)


async def test_two_processes_do_one_job_once(database: Engine) -> None:
    official, done = await cast.official(cast.JINAN), list[int]()
    ids = [await asked(official, word) for word in "abc"]

    async def runner(args: Mapping[str, Any], context: Context) -> Done:
        done.append(context.job)
        await asyncio.sleep(0)
        return await quick(args, context)

    for _ in ids:
        await asyncio.gather(run(runner), run(runner), run(runner))

    assert sorted(done) == ids
    assert {row["state"] for row in await Job.select()} == {"done"}


async def test_cancelled_while_it_runs_it_ends_at_its_next_step_and_while_it_waits_at_once(
    database: Engine,
) -> None:
    official, steps = await cast.official(cast.JINAN), list[int]()
    running, waiting = await asked(official, "a"), await asked(official, "b")

    async def runner(args: Mapping[str, Any], context: Context) -> Done:
        for step in range(1, 4):
            steps.append(step)
            context.progress(step, 3)
            if step == 1:
                await services.cancel(official, context.job, NOW)
                assert (await reading.get(official, running)).shown.label == "正在取消"
                mine = job_endings.Mine(context.job, context.attempt, KIND, "", None, cast.JINAN)
                await job_running.beat(mine, context, NOW)
        return Done("")

    await services.cancel(official, waiting, NOW)
    assert await run(runner) == []

    assert steps == [1, 2]
    for id in (running, waiting):
        assert (await reading.get(official, id)).shown.label == "已取消"
        await services.cancel(official, id, NOW)
    assert not await Notice.exists() and await LogEntry.count().where(LogEntry.verb == "cancel") == 2
    with pytest.raises(Refused, match="已经结束"):
        await services.cancel(official, await planted(official), NOW)


async def test_killed_between_two_chunks_it_is_taken_up_again_and_the_dead_one_writes_nothing(
    database: Engine,
) -> None:
    official, under_way, attempts = await cast.official(cast.JINAN), asyncio.Event(), list[int]()
    id = await asked(official)

    async def dies(args: Mapping[str, Any], context: Context) -> Done:
        context.progress(500, 1_000)
        under_way.set()
        await asyncio.Event().wait()
        return Done("never")

    async def taken_up(args: Mapping[str, Any], context: Context) -> Done:
        attempts.append(context.attempt)
        assert not await job_endings.end(dead, job_endings.Ending(jobs.JobState.DONE, "late"), LATER)
        return await quick(args, context)

    dead = job_endings.Mine(id, 1, KIND, "", None, cast.JINAN)
    process = asyncio.create_task(run(dies))
    await under_way.wait()
    process.cancel()
    await asyncio.gather(process, return_exceptions=True)
    assert (await reading.get(official, id)).shown.label == "正在处理"
    await run(quick, NOW + timedelta(seconds=1))
    assert (await reading.get(official, id)).shown.label == "正在处理"
    await run(taken_up, LATER)

    assert attempts == [2] and (await reading.get(official, id)).told == "已导出3行。"


async def test_a_server_that_stops_gives_it_back_and_one_that_kills_its_process_is_given_up(
    database: Engine,
) -> None:
    official = await cast.official(cast.JINAN)
    id = await asked(official)

    await run(quick, stops=True)
    assert (await reading.get(official, id)).shown.label == "排队中"
    async with unit_of_work():
        await Job.update({Job.attempts: jobs.MOST_ATTEMPTS}, force=True)
    await run(quick)

    job = await reading.get(official, id)
    assert job.standing.failed and job.told == jobs.GIVEN_UP


async def test_one_that_cannot_be_done_says_why_and_what_nobody_expected_says_nothing_of_it(
    database: Engine,
) -> None:
    official = await cast.official(cast.JINAN)

    async def told(error: Exception) -> tuple[str, int]:
        async def runner(args: Mapping[str, Any], context: Context) -> Done:
            raise error

        id = await asked(official)
        heard = await run(runner)
        job = await reading.get(official, id)
        assert job.standing.failed
        return job.told, len(heard)

    assert await told(Refused("有人已报送。")) == ("有人已报送。", 0)
    assert await told(Missing()) == (jobs.NOT_THERE, 0)
    assert await told(ValueError("370102200303150011")) == (jobs.UNEXPECTED, 1)
    assert await Notice.count().where(Notice.title.like("后台任务未完成%")) == 3
    id = await asked(official)
    async with unit_of_work():
        await Account.update({Account.disabled: True}, force=True)
    await run(quick)
    assert (await reading.get(official, id)).told == jobs.GONE
