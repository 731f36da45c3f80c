"""后台任务: asked for once, done by one process, cancelled, taken up again, told of, and forgotten."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from jianxi.domain import jobs
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import jobs as reading
from jianxi.services import job_endings, job_keeping, job_running
from jianxi.services import jobs as services
from jianxi.services.job_context import Context, Done, Runner
from jianxi.storage import store
from jianxi.tables.accounts import Account
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job, JobFile
from jianxi.tables.notices import Notice
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
KIND = JobKind.BASES_EXPORT
LATER = NOW + timedelta(minutes=5)
NAME = "林晓明"


async def asked(viewer: OfficialViewer, what: str = "") -> int:
    return await services.ask(viewer, KIND, "导出见习基地", {"asked": {"q": [what or NAME]}}, NOW)


async def run(runner: Runner, now: datetime = NOW, *, stops: bool = False) -> list[Exception]:
    """What nobody expected."""
    heard: list[Exception] = []
    runners = {KIND: runner}
    await job_running.run_one(lambda: now, lambda: stops, lambda job, error: heard.append(error), runners)
    return heard


async def quick(args: Mapping[str, Any], context: Context) -> Done:
    context.progress(3, 3)
    return Done("已导出3行。", name="见习基地.xlsx", content=b"PK rows", report={"rows": 3})


async def test_it_is_done_as_whoever_asked_and_told_to_the_whole_office_and_nobody_else(
    database: Engine,
) -> None:
    official, stranger = await cast.official(cast.JINAN), await cast.official(cast.ZAOZHUANG)
    seen: list[object] = []

    async def runner(args: Mapping[str, Any], context: Context) -> Done:
        seen.extend((args["asked"], context.viewer, context.attempt))
        return await quick(args, context)

    id = await asked(official)
    assert (await reading.get(official, id)).shown.label == "排队中"
    assert NAME.encode() not in (await Job.select(Job.args).first())["args"]
    await run(runner)

    job = await reading.get(official, id)
    assert seen == [{"q": [NAME]}, official, 1]
    assert (job.shown.label, job.told, job.report, job.per_cent) == ("已完成", "已导出3行。", {"rows": 3}, 0)
    assert job.result is not None and job.result.name == "见习基地.xlsx"
    assert b"".join([part async for part in reading.content(job.result)]) == b"PK rows"
    assert await Job.exists().where(Job.args.is_null())
    notice = await Notice.select().first()
    assert (notice["office"], notice["path"]) == (cast.JINAN, f"/authority/jobs/{id}")
    assert notice["title"] == "后台任务已完成：导出见习基地"
    with pytest.raises(Missing):
        await reading.get(stranger, id)
    with pytest.raises(Missing):
        await services.cancel(stranger, id, NOW)
    assert await reading.count(stranger) == 0


async def test_the_same_asked_twice_is_one_job_and_nobody_fills_the_queue(database: Engine) -> None:
    official = await cast.official(cast.JINAN)

    first = await asked(official)
    again = await asyncio.gather(asked(official), asked(official))
    others = [await asked(official, str(number)) for number in range(jobs.MOST_OPEN - 1)]
    with pytest.raises(Refused, match="还有5个后台任务没有完成"):
        await asked(official, "one more")
    with pytest.raises(NotInUnitOfWork):
        await services.enqueue(official, KIND, "导出", {}, NOW)

    assert set(again) == {first} and len({first, *others}) == jobs.MOST_OPEN
    await run(quick)
    assert await asked(official) != first


async def test_what_is_not_saved_is_not_asked_for(database: Engine) -> None:
    official = await cast.official(cast.JINAN)

    with pytest.raises(ZeroDivisionError):
        async with unit_of_work():
            await services.enqueue(official, KIND, "导出", {}, NOW)
            raise ZeroDivisionError

    assert not await Job.exists()


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
        with pytest.raises(Refused, match="已经结束"):
            await services.cancel(official, id, NOW)
    assert not await Notice.exists()


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

    for _ in range(jobs.MOST_ATTEMPTS + 1):
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


async def test_what_it_read_goes_at_its_end_and_what_it_made_after_a_week(database: Engine) -> None:
    official, read = await cast.official(cast.JINAN), list[bytes]()
    kept = await services.keep("名单.xlsx", b"PK sent")
    id = await services.ask(official, KIND, "导入", {}, NOW, kept)

    async def runner(args: Mapping[str, Any], context: Context) -> Done:
        assert context.sent is not None and context.sent.name == "名单.xlsx"
        read.append(b"".join([part async for part in reading.content(context.sent)]))
        return await quick(args, context)

    await run(runner)
    assert read == [b"PK sent"] and await JobFile.count() == 1
    with pytest.raises(store.Lost):
        await store.get(kept.key)
    assert await job_keeping.forget(NOW + jobs.KEPT) == 0
    result = (await reading.get(official, id)).result
    assert await job_keeping.forget(NOW + jobs.KEPT + timedelta(seconds=1)) == 1

    job = await reading.get(official, id)
    assert (job.result, dict(job.report), job.told) == (None, {}, "已导出3行。") and job.is_past
    assert result is not None
    with pytest.raises(store.Lost):
        await store.get(result.key)
