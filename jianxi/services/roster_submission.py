"""报送 of a 花名册: computed and written down outside, then sent in one short transaction if nothing has changed since."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from jianxi.domain import periods, roster_promises
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.rosters import FLOW, RosterFacts, RosterVerb
from jianxi.domain.subsidy_rules import Lacking
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import deeds, roster_computing, roster_others, rosters
from jianxi.queries import roster_promises as promises
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_stamps import stamp
from jianxi.queries.rosters import Roster
from jianxi.services import holds, moves, roster_writing
from jianxi.services.roster_holds import told
from jianxi.services.roster_writing import Progress, Written, nothing
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterRound
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun
TRIES = 3
"""So often everything is computed anew where records change meanwhile."""
BUSY = "您的操作未执行：计算期间上岗、离岗、留用记录或参数一直有变化。请稍候再试。"
NOBODY = "这些月份没有可以列入花名册的人员，不能报送。请选择其他月份。"


class Changed(Exception):
    """A record or a parameter is no longer as it was when the roster was computed."""


async def submit(
    viewer: EmployerViewer,
    id: int,
    version: int,
    now: datetime,
    progress: Progress = nothing,
    promised: str | None = None,
) -> None:
    """报送: exactly what is written down is what the office will decide about, and what the page `promised` where there was
    one. Sent again by a second click, or by a job that was taken up again, it is sent once."""
    for _ in range(TRIES):
        roster = await rosters.get(viewer, id, periods.today(now))
        if await was_done(viewer, roster, version, RosterVerb.SUBMIT):
            return
        await moves.check_version(NOUN, roster, version, periods.today(now))
        FLOW.decide(RosterVerb.SUBMIT, roster.facts, Role.EMPLOYER)
        found = await computed(roster, now)
        if not found.lines and roster.corrects is None:
            raise Refused(NOBODY)
        await _keep(promised, found)
        written = await roster_writing.write(roster, found, progress)
        try:
            await _send(viewer, roster, found, written, now)
            return
        except Changed:
            continue
    raise Stale(BUSY)


async def _keep(promised: str | None, found: Computed) -> None:
    """`Stale` when other people or other money would be sent than somebody has agreed to."""
    if promised is None:
        return
    sentence = roster_promises.broken(roster_promises.read(promised), await promises.of(found))
    if sentence:
        raise Stale(sentence)


async def computed(roster: Roster, now: datetime) -> Computed:
    """What it would say now. What nobody has entered is told in the sentences that name it."""
    try:
        asked = (roster.employer, roster.kind, roster.period, periods.today(now))
        return await roster_computing.computed(*asked)
    except Lacking as lacking:
        raise Refused("；".join(lacking.sentences).rstrip("。") + "。") from None


async def was_done(
    viewer: EmployerViewer | OfficialViewer, roster: Roster, version: int, verb: RosterVerb
) -> bool:
    """Whether this viewer has done just this to the version that was shown, and nothing has happened since."""
    return roster.version == version + 1 and await deeds.is_own(viewer, NOUN, roster.id, verb)


@asynccontextmanager
async def unchanged(
    viewer: EmployerViewer | OfficialViewer, roster: Roster, found: Computed, now: datetime
) -> AsyncIterator[Roster]:
    """One transaction, alone with all that the roster is computed from, in the order of `holds`: the roster as it is.
    `Changed` when what was computed no longer holds."""
    today = periods.today(now)
    async with unit_of_work():
        await holds.base_of(roster.employer)
        await holds.placements_of(roster.employer)
        for id in sorted({roster.id, roster.corrects or roster.id}):
            await holds.roster(id)
        current = await rosters.get(viewer, roster.id, today)
        await moves.check_version(NOUN, current, roster.version, today)
        if await stamp(roster.employer) != found.stamp:
            raise Changed
        yield current


async def _send(
    viewer: EmployerViewer, read: Roster, found: Computed, written: Written, now: datetime
) -> None:
    async with unchanged(viewer, read, found, now) as roster:
        await roster_writing.hold(roster.id, written.token)
        made = FLOW.decide(RosterVerb.SUBMIT, await _facts(roster, written), Role.EMPLOYER)
        if not await roster_writing.is_whole(roster.id, written):
            raise Changed
        sums: dict[str, Any] = {
            "people": written.people,
            "fen": found.fen,
            "insurance_fen": found.insurance_fen,
        }
        row = RosterRound(
            roster=roster.id,
            round=written.round,
            **sums,
            digest=written.digest,
            content=written.content,
            sent_at=now,
            sent_by=viewer.name,
        )
        await insert(row)
        values: dict[Any, object] = {getattr(Row, name): value for name, value in sums.items()}
        values |= {Row.round: written.round, Row.state_since: now, Row.writing: ""}
        facts = {**told(roster), **sums, "round": written.round, "digest": written.digest}
        await moves.write(viewer, NOUN, Row, roster, made, values, now, facts)


async def _facts(roster: Roster, written: Written) -> RosterFacts:
    """With who stands in another accepted roster, now that the lines are known."""
    twice, many = await roster_others.counted_twice(roster.id, written.round, roster.corrects)
    return replace(roster.facts, counted_twice=twice, people_twice=many)
