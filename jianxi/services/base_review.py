"""What the offices decide about a version of 见习基地: 审核通过, 审核不通过 and 撤销审核, of a first version or of a 变更申请."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import periods, reasons
from jianxi.domain.bases import FLOW, BaseLevel, BaseState, BaseVerb
from jianxi.domain.flow import Decision, Role
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import holds, log, moves
from jianxi.services.bases import columns_of
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun
PASSED = "审核通过"
Values = dict[Column, object]


async def approve(
    viewer: OfficialViewer, id: int, version: int, now: datetime, level: BaseLevel | None = None
) -> None:
    """审核通过. The city's is the final one: it confirms 基地级别 as proposed, or changes it to `level`."""
    async with unit_of_work():
        base = await _shown(viewer, id, version, now)
        decision = FLOW.decide(BaseVerb.APPROVE, base.facts, viewer.role)
        values: Values = {Row.amendment_rejection: ""} if base.under_amendment else {Row.rejection: ""}
        facts: dict[str, object] = {}
        if decision.target == BaseState.APPROVED:
            confirmed = level or BaseLevel(base.proposed_level)
            values |= await _in_force(base, base.round, confirmed, now)
            facts["level"] = confirmed.value
        elif base.county_passed_at is None:
            values[Row.county_passed_at] = now
        await _decide(viewer, base, decision, values, now, facts)


async def reject(
    viewer: OfficialViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which the employer reads. What is in force stays in force."""
    async with unit_of_work():
        base = await _shown(viewer, id, version, now)
        reason = reasons.reason_text(NOUN, ticked, note)
        decision = FLOW.decide(BaseVerb.REJECT, base.facts, viewer.role, reason)
        column = Row.amendment_rejection if base.under_amendment else Row.rejection
        await _decide(viewer, base, decision, {column: decision.reason}, now, {})
        await _update(base, {BaseVersion.rejected_for: ",".join(dict.fromkeys(ticked))})


async def reopen(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """撤销审核: the office's own last decision; the old opinion stays in the log."""
    async with unit_of_work():
        base = await _shown(viewer, id, version, now)
        decision = FLOW.decide(BaseVerb.REOPEN, base.facts, viewer.role)
        stands = Role.COUNTY.value if viewer.role is Role.CITY else ""
        values: Values = {Row.decided_at: None, Row.decided_by: stands, **await _undone(base)}
        await _write(viewer, base, decision, values, now, {})
        said = dict(zip(_columns(viewer), ("", "", None), strict=True))
        await _update(base, {**said, BaseVersion.level: "", BaseVersion.rejected_for: ""})


async def _undone(base: Base) -> Values:
    """What the record goes back to. A 变更申请 that was approved waits again, and what it replaced is in force."""
    if not base.facts.is_amendment:
        return {Row.rejection: "", Row.level: "", Row.approved_at: None, Row.approved_round: 0}
    if base.under_amendment:
        return {Row.amendment_rejection: ""}
    row = await BaseVersion.select(BaseVersion.amends).where(_newest(base)).first()
    before = int(row["amends"]) if row else 0
    earlier = (BaseVersion.base == base.id) & (BaseVersion.round == before)
    level = await BaseVersion.select(BaseVersion.level).where(earlier).first()
    columns = columns_of(await base_rounds.content(base, before))
    confirmed = level["level"] if level else ""
    restored: Values = {Row.approved_round: before, Row.level: confirmed or base.level}
    return {**columns, **restored, Row.amendment_level: base.wanted_level}


async def _in_force(base: Base, round: int, level: BaseLevel, now: datetime) -> Values:
    values: Values = {Row.approved_round: round, Row.level: level.value}
    if not base.under_amendment:
        return {**values, Row.approved_at: now}
    return {**values, **columns_of(await base_rounds.content(base, round)), Row.amendment_level: ""}


async def _shown(viewer: OfficialViewer, id: int, version: int, now: datetime) -> Base:
    """The base, held, with all that decides about it; `Stale` when it is no longer as the office saw it."""
    await bases.get(viewer, id)
    await holds.base(id)
    base = await bases.get(viewer, id)
    await moves.check_version(NOUN, base, version, periods.today(now))
    return base


async def _decide(
    viewer: OfficialViewer,
    base: Base,
    decision: Decision,
    values: Values,
    now: datetime,
    facts: Mapping[str, object],
) -> None:
    """The base and the opinion on its newest submission, with the level confirmed."""
    decided: Values = {Row.decided_at: now, Row.decided_by: viewer.role.value}
    await _write(viewer, base, decision, values | decided, now, facts)
    opinion = PASSED if not decision.reason else f"审核不通过：{decision.reason}"
    said: Values = dict(zip(_columns(viewer), (opinion, viewer.name, now), strict=True))
    await _update(base, said | {BaseVersion.level: str(facts["level"])} if "level" in facts else said)


async def _write(
    viewer: OfficialViewer,
    base: Base,
    decision: Decision,
    values: Values,
    now: datetime,
    facts: Mapping[str, object],
) -> None:
    """The move of the base, or of its 变更申请: then the base stays what it is."""
    told = {"round": base.round, **facts}
    if not base.facts.is_amendment:
        await moves.write(viewer, NOUN, Row, base, decision, values, now, told)
        return
    target = "" if decision.target == BaseState.APPROVED else decision.target
    stays = replace(decision, source=base.state, target=base.state)
    await moves.change(NOUN, Row, base, stays, {**values, Row.amendment_state: target}, now)
    made = (decision.verb, decision.source, decision.target, decision.reason)
    await log.record(viewer, now, NOUN, base.id, *made, facts={**told, "amendment": True})


def _columns(viewer: OfficialViewer) -> tuple[Column, Column, Column]:
    of = BaseVersion
    if viewer.role is Role.COUNTY:
        return of.county_opinion, of.county_official, of.county_at
    return of.city_opinion, of.city_official, of.city_at


def _newest(base: Base) -> Any:
    return (BaseVersion.base == base.id) & (BaseVersion.round == base.round)


async def _update(base: Base, values: Mapping[Any, object]) -> None:
    await BaseVersion.update(dict(values)).where(_newest(base))
