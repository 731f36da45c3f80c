"""What the offices decide about 见习岗位: 审核通过, 审核不通过, and 撤销审核."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import chains, periods, reasons
from jianxi.domain.flow import Decision, Role
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import positions
from jianxi.queries.positions import Position
from jianxi.services import moves
from jianxi.services.position_checks import facts_under_base
from jianxi.tables.positions import Position as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun


async def approve(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """审核通过: on to the next level, or 审核通过（未发布）. Only while the base is approved."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        facts = await facts_under_base(position)
        decision = FLOW.decide(PositionVerb.APPROVE, facts, viewer.role)
        passed: dict[Column, object] = {Row.county_passed_at: now} if viewer.role is Role.COUNTY else {}
        await _settle(viewer, position, decision, passed, now)


async def reject(
    viewer: OfficialViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which the employer reads."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        reason = reasons.reason_text(NOUN, ticked, note)
        decision = FLOW.decide(PositionVerb.REJECT, position.facts, viewer.role, reason)
        await _settle(viewer, position, decision, {Row.rejection: decision.reason}, now)


async def reopen(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """撤销审核: the office takes its last decision back; the position waits at its level again. That the county once
    passed it stays written: the city goes on seeing what it has seen."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        decision = FLOW.decide(PositionVerb.REOPEN, position.facts, viewer.role)
        standing = chains.before(position.facts.chain, viewer.role)
        values: dict[Column, object] = {
            Row.rejection: "",
            Row.decided_by: str(standing or ""),
            Row.decided_at: position.county_passed_at if standing else None,
        }
        await moves.write(viewer, NOUN, Row, position, decision, values, now)


async def _settle(
    viewer: OfficialViewer,
    position: Position,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> None:
    decided = {Row.decided_at: now, Row.decided_by: viewer.role.value, **values}
    await moves.write(viewer, NOUN, Row, position, decision, decided, now)
