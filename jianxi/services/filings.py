"""报省厅备案: 报送 by the city, all or nothing, once or again after 退回; 确认接收 and 退回 by the province."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from jianxi.domain import periods
from jianxi.domain.bases import BaseState
from jianxi.domain.deeds import UPDATED_PAGE, not_done
from jianxi.domain.filed_facts import FiledFacts
from jianxi.domain.filings import FLOW, FilingVerb
from jianxi.domain.flow import NEW, Decision
from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import bases, deeds, filed_bases, filing_facts, filing_plans, filings
from jianxi.queries.filing_plans import Plan
from jianxi.queries.many import Picks
from jianxi.services import holds, log, moves
from jianxi.tables.filings import FiledBase, FilingRound
from jianxi.tables.filings import Filing as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert, insert_many

NOUN = FLOW.noun
REASON = "退回原因"
AT_ONCE = 200
"""Rows a statement."""
GONE = "所选基地中有{}个不存在，或已不在您的办理范围内。请返回列表重新选择。"


async def file(viewer: OfficialViewer, picks: Picks, now: datetime) -> int:
    """报送 of these bases, each with the version that was shown: all of them or none. Answers the filing's id; sent
    again by a second click, that of the first."""
    async with unit_of_work():
        plan = await _held(viewer, picks, now)
        if (first := await _sent_before(viewer, plan)) is not None:
            return first
        decision = _decided(viewer, plan, NEW, now)
        row = Row(city=viewer.region, state=decision.target, version=1, round=1, filed_at=now)
        id = await insert(row)
        await _send(viewer, id, 1, plan, decision, now)
        return id


async def file_again(viewer: OfficialViewer, id: int, version: int, picks: Picks, now: datetime) -> None:
    """报送 of one that was returned: the same number, the next round, these bases as they are now."""
    async with unit_of_work():
        filing = await filings.get(viewer, id)
        await moves.check_version(NOUN, filing, version, periods.today(now))
        plan = await _held(viewer, picks, now, id)
        decision = _decided(viewer, plan, filing.state, now)
        number = filing.round + 1
        await moves.change(NOUN, Row, filing, decision, {Row.round: number}, now)
        await _send(viewer, id, number, plan, decision, now)


async def receive(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """确认接收."""
    await _decide(viewer, id, version, FilingVerb.RECEIVE, "", now)


async def send_back(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """退回, for the reason that the city reads."""
    await _decide(viewer, id, version, FilingVerb.RETURN, read_free_reason(reason, REASON), now)


async def _decide(
    viewer: OfficialViewer, id: int, version: int, verb: FilingVerb, reason: str, now: datetime
) -> None:
    async with unit_of_work():
        filing = await filings.get(viewer, id)
        await moves.check_version(NOUN, filing, version, periods.today(now))
        decision = FLOW.decide(verb, filing.facts, viewer.role, reason)
        await moves.write(viewer, NOUN, Row, filing, decision, {}, now, {"round": filing.round})
        of = FilingRound
        said: dict[Any, object] = {of.decided_at: now, of.decided_by: viewer.name, of.reason: decision.reason}
        await of.update(said).where(of.filing == id, of.round == filing.round)


async def _held(viewer: OfficialViewer, picks: Picks, now: datetime, filing: int = 0) -> Plan:
    """What would be told, read once nobody can suspend, resume or reopen a base of it in between. One that is stopped
    just then is told of with the next filing."""
    chosen = {base.id for base in await bases.seen(viewer, list(dict(picks)))}
    stopped = {last.base for last, _ in await filing_facts.untold(viewer.region, filing)}
    for id in sorted(chosen | stopped):
        await holds.base(id)
    plan = await filing_plans.plan(viewer, picks, periods.today(now), filing)
    if plan.unseen:
        raise Refused(GONE.format(plan.unseen))
    return replace(plan, stopped=tuple(each for each in plan.stopped if each.last.base in stopped))


def _decided(viewer: OfficialViewer, plan: Plan, state: str, now: datetime) -> Decision:
    """`Stale` when a base is no longer as it was shown, else what the table of moves says."""
    changed = [left for left in plan.left_out if left.clause]
    if changed:
        clause = "；".join(f"“{left.base.unit}”：{left.clause}" for left in changed)
        raise Stale(not_done(clause, UPDATED_PAGE), clause)
    return FLOW.decide(FilingVerb.FILE, plan.facts(state), viewer.role)


async def _send(
    viewer: OfficialViewer, id: int, number: int, plan: Plan, decision: Decision, now: datetime
) -> None:
    """The round with its rows, and the entry of the log."""
    many = len(plan.ready)
    await insert(FilingRound(filing=id, round=number, bases=many, sent_at=now, sent_by=viewer.name))
    of_round = {"filing": id, "round": number}
    rows = [{**of_round, "place": place, **row} for place, row in enumerate(_rows(plan), start=1)]
    for first in range(0, len(rows), AT_ONCE):
        await insert_many(FiledBase, rows[first : first + AT_ONCE])
    made = (decision.verb, decision.source, decision.target)
    await log.record(viewer, now, NOUN, id, *made, facts={"round": number, "bases": many})


def _rows(plan: Plan) -> Iterator[dict[str, object]]:
    """Those in force first, then what else the province is told of."""
    for each in plan.ready:
        since = each.last.id if each.last else 0
        yield _row(each.base.id, BaseState.APPROVED.value, since, each.facts)
    for stopped in plan.stopped:
        yield _row(stopped.last.base, stopped.state, stopped.last.id, stopped.last.told.facts)


def _row(base: int, standing: str, since: int, facts: FiledFacts) -> dict[str, object]:
    return {"base": base, "standing": standing, "since": since, "content": filed_bases.sealed(facts)}


async def _sent_before(viewer: OfficialViewer, plan: Plan) -> int | None:
    """The filing in which this official has just sent all of these, unchanged since."""
    filed = {left.filing for left in plan.left_out if left.is_unchanged}
    if plan.ready or len(filed) != 1 or not all(left.is_unchanged for left in plan.left_out):
        return None
    filing = await filings.get(viewer, filed.pop())
    is_whole = filing.sending.bases == len(plan.left_out) and filing.round == 1
    own = await deeds.is_own(viewer, NOUN, filing.id, FilingVerb.FILE)
    return filing.id if is_whole and own else None
