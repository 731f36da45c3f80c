"""What the offices decide about 见习岗位: 审核通过 and 审核不通过."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods, reasons
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


async def _settle(
    viewer: OfficialViewer,
    position: Position,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> None:
    decided = {Row.decided_at: now, Row.decided_by: viewer.role.value, **values}
    await moves.write(viewer, NOUN, Row, position, decision, decided, now)
