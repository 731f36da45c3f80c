"""Large 花名册 in the background: sent, accepted and exported once, however often the job is begun, or refused in a sentence."""

from io import BytesIO

import pytest
from python_calamine import load_workbook

from jianxi.domain.jobs import Cancelled, JobKind
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.exports import progress
from jianxi.queries import jobs as reading
from jianxi.queries import roster_promises
from jianxi.queries.jobs import Job
from jianxi.queries.roster_computing import computed
from jianxi.services import job_running, jobs, roster_exports
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job as Row
from jianxi.tables.rosters import RosterRound
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, roster, seen
from tests.traineeships import trainee

pytestmark = pytest.mark.anyio
PERIOD = RosterKind.PERIOD


async def done(viewer: EmployerViewer | OfficialViewer, kind: JobKind, **args: object) -> Job:
    """Asked for and done; begun a second time as if its process had died before it could say so."""
    heard: list[Exception] = []
    id = await jobs.ask(viewer, kind, "花名册", args, NOW)
    before = (await Row.select().where(Row.id == id))[0]
    for _ in range(2):
        async with unit_of_work():
            await Row.update({Row.state: "waiting", Row.args: before["args"], Row.ended_at: None}).where(
                Row.id == id
            )
        await job_running.run_one(lambda: NOW, lambda: False, lambda job, error: heard.append(error))
    assert heard == []
    return await reading.get(viewer, id)


async def rows_of(job: Job) -> int:
    assert job.result is not None
    content = b"".join([part async for part in reading.content(job.result)])
    return len(load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python())


async def test_a_roster_is_sent_and_accepted_once_though_the_job_is_begun_twice(database: Engine) -> None:
    found, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(found.unit, "draft")
    said = (await roster_promises.of(await computed(found.unit.employer, PERIOD, AUTUMN, NOW.date()))).text

    sent = await done(found.unit, JobKind.ROSTER_SUBMISSION, id=id, version=1, promised=said)
    version = (await seen(office, id)).version
    accepted = await done(office, JobKind.ROSTER_ACCEPTANCE, id=id, version=version)
    late = await done(found.unit, JobKind.ROSTER_SUBMISSION, id=id, version=1, promised=said)

    assert (sent.told, sent.path) == ("花名册已报送主管部门。", f"/employer/rosters/{id}")
    assert (accepted.told, accepted.path) == ("花名册已接受。", f"/authority/rosters/{id}")
    assert (await seen(found.unit, id)).shown.label == "已接受" and await RosterRound.count() == 1
    assert late.standing.failed and "您的操作未执行" in late.told


async def test_a_roster_is_exported_as_it_would_be_and_as_it_was_sent(database: Engine) -> None:
    found = await trainee()
    other = await trainee()
    id = await roster(found.unit)

    sending = await jobs.ask(found.unit, JobKind.ROSTER_EXPORT, "导出", {"roster": id, "round": 1}, NOW)
    months = {"kind": "period", "from": "2026-09", "to": "2026-10"}
    preview = await jobs.ask(found.unit, JobKind.ROSTER_EXPORT, "导出", months, NOW)
    foreign = await jobs.ask(other.unit, JobKind.ROSTER_EXPORT, "导出", {"roster": id, "round": 1}, NOW)
    for _ in range(3):
        await job_running.run_one(lambda: NOW, lambda: False, lambda job, error: None)

    made = [await reading.get(found.unit, each) for each in (sending, preview)]
    assert [each.told for each in made] == ["花名册已导出。"] * 2
    assert [each.result.name for each in made if each.result] == [
        "2026年9月至10月补贴经费花名册_第1次报送.xlsx",
        "2026年9月至10月补贴经费花名册_2026-11-18.xlsx",
    ]
    assert min([await rows_of(each) for each in made]) > 2
    refused = await reading.get(other.unit, foreign)
    assert refused.standing.failed and "不在您的办理范围内" in refused.told


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_an_export_tells_how_far_it_is_and_ends_where_somebody_cancels_it(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 1)
    unit, told = (await trainee()).unit, list[tuple[int, int]]()
    sent = await seen(unit, await roster(unit))

    def cancelling(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    await roster_exports.sending(unit, sent, 1, NOW, lambda *so_far: told.append(so_far))
    assert told[0] == (0, 3) and [done for done, _ in told] == sorted(done for done, _ in told)
    assert {(1, 3), (2, 3), (3, 3)} <= set(told)
    for made in (
        roster_exports.sending(unit, sent, 1, NOW, cancelling),
        roster_exports.preview(unit, sent.kind, sent.period, NOW, cancelling),
    ):
        with pytest.raises(Cancelled):
            await made
