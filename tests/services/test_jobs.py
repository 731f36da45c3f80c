"""后台任务: asked for once, done as whoever asked, told of, and forgotten."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from jianxi.domain import jobs
from jianxi.domain.outcomes import Missing, Refused
from jianxi.queries import jobs as reading
from jianxi.services import job_keeping
from jianxi.services import jobs as services
from jianxi.services.job_context import Context, Done
from jianxi.storage import store
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job, JobFile
from jianxi.tables.notices import Notice
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.jobs import KIND, NAME, asked, quick, run

pytestmark = pytest.mark.anyio


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
    assert NAME.encode() not in (await Job.select(Job.args))[0]["args"]
    await run(runner)

    job = await reading.get(official, id)
    assert seen == [{"q": [NAME]}, official, 1]
    assert (job.shown.label, job.told, job.report, job.per_cent) == ("已完成", "已导出3行。", {"rows": 3}, 0)
    assert job.result is not None and job.result.name == "见习基地.xlsx"
    assert b"".join([part async for part in reading.content(job.result)]) == b"PK rows"
    assert await Job.exists().where(Job.args.is_null())
    (notice,) = await Notice.select()
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

    async def refused() -> None:
        async with unit_of_work():
            await services.enqueue(official, KIND, "导出", {}, NOW)
            raise Refused("不能办理。")

    with pytest.raises(Refused):
        await refused()

    assert not await Job.exists()


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
