"""后台任务 in the browser: what takes long is asked for, followed, found again, taken away and told of."""

import re
from collections.abc import Sequence
from io import BytesIO

import httpx
import pytest
from python_calamine import load_workbook

from jianxi.services import job_running
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate
from tests.cast import JINAN, LIXIA, SHIZHONG, base, employer, official
from tests.conftest import NOW
from tests.jobs import planted
from tests.routes.base_desks import Desk, desk_of
from tests.sheets import row, workbook
from tests.traineeships import departure, trainee
from tests.web.site import csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def work() -> None:
    """All that waits, as a server does it between requests."""
    failures: list[Exception] = []
    while await job_running.run_one(lambda: NOW, lambda: False, lambda job, error: failures.append(error)):
        assert failures == []


def rows_of(answer: httpx.Response) -> Sequence[Sequence[object]]:
    return load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


async def done(desk: Desk, address: str) -> tuple[str, str]:
    """The job's address and page after an export that is put off, and has been made."""
    asked = await desk.get(address)
    assert asked.status_code == 303, address
    await work()
    return asked.headers["Location"], (await desk.get(asked.headers["Location"])).text


async def test_a_large_export_is_made_in_the_background_and_holds_the_rows_of_the_list() -> None:
    for _ in range(3):
        await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA), large=2) as desk, desk_of(await official(SHIZHONG)) as other:
        few = await desk.get("/authority/bases/export?q=没有这样的单位")
        first = await desk.get("/authority/bases/export?state=all")
        at = first.headers["Location"]
        waiting = (await desk.get(at)).text
        again = await desk.get("/authority/bases/export?state=all")
        await work()
        page, listed = (await desk.get(at)).text, (await desk.get("/authority/jobs")).text
        result = await desk.get(f"{at}/result")
        head = await desk.visitor.head(f"{at}/result")
        notices = (await desk.get("/authority/notices")).text
        strange = [(await other.get(f"{at}{part}")).status_code for part in ("", "/result", "0")]

    assert few.status_code == 200 and again.headers["Location"] == at
    assert "排队中" in waiting and 'hx-trigger="click, every 2s"' in waiting and "取消任务" in waiting
    assert "进行中 </span>1" in waiting and "进行中" not in page and "every 2s" not in page
    assert "已导出3行。" in page and "文件保留到2026年11月27日" in page and "已导出3行。" in listed
    assert len(rows_of(result)) == 4 and "UTF-8''%E8%A7%81%E4%B9%A0" in result.headers["Content-Disposition"]
    assert (head.status_code, head.content) == (200, b"")
    assert "后台任务已完成：导出见习基地" in notices and 'href="/authority/jobs"' in notices
    assert strange == [404, 404, 404]
    exports = await LogEntry.select(LogEntry.noun).where(LogEntry.verb == "export").order_by(LogEntry.id)
    assert [entry["noun"] for entry in exports] == ["base", "base", "job"]


@ONE_DATABASE
async def test_each_list_is_exported_so(database: Engine) -> None:
    found = await trainee()
    await departure(found.placement, "waiting")
    async with desk_of(found.unit, large=0) as unit, desk_of(await official(LIXIA), large=0) as county:
        answers = [
            await done(desk, address)
            for desk, address in (
                (unit, "/employer/placements/export"),
                (county, "/authority/placements/export?state=all"),
                (county, "/authority/departures/export?state=all"),
            )
        ]
        results = [
            await desk.get(f"{at}/result")
            for desk, (at, _) in zip((unit, county, county), answers, strict=True)
        ]

    assert ["已导出1行。" in page for _, page in answers] == [True] * 3
    assert [len(rows_of(each)) for each in results] == [2] * 3


async def test_a_large_import_tells_how_far_it_is_and_what_was_not_taken() -> None:
    data = workbook(row(), row(origin="枣庄市市中区"), row(sex="男"))
    async with desk_of(await official(JINAN), large=2) as desk:
        fields = {"csrf": await csrf_of(desk.visitor)}
        files = {"file": ("生源.xlsx", data)}
        asked = await desk.visitor.post("/authority/register/import", data=fields, files=files)
        at = asked.headers["Location"]
        assert not await Graduate.exists()
        await work()
        page = (await desk.get(at)).text

    assert "共3行：新增1，更新0，没有变化0，不能导入2。请按原因修改后" in page
    assert "不在本地区" in page and "性别与身份证号不一致" in page
    assert re.search(r'<a class="btn go" href="/authority/register">查看办理结果</a>', page)
    (job,) = await Job.select()
    assert (job["done"], job["total"], job["told"].count("林晓")) == (0, 0, 0) and await Graduate.count() == 1


@ONE_DATABASE
async def test_it_is_cancelled_on_its_page_and_one_that_has_ended_says_so(database: Engine) -> None:
    viewer = await employer()
    waiting, ended = await planted(viewer, "waiting"), await planted(viewer)
    async with desk_of(viewer) as desk:
        cancelled = await desk.post(f"/employer/jobs/{waiting}/cancellation", {})
        page = (await desk.get(cancelled.headers["Location"])).text
        plain = await desk.post(f"/employer/jobs/{ended}/cancellation", {})
        script = await desk.post(f"/employer/jobs/{ended}/cancellation", {}, script=True)
        nothing = await desk.get(f"/employer/jobs/{waiting}/result")

    assert (cancelled.status_code, "已取消" in page, "取消任务" in page) == (303, True, False)
    assert [each.status_code for each in (plain, script, nothing)] == [409, 409, 404]
    assert all("任务已经结束，不能再取消。" in each.text for each in (plain, script))
