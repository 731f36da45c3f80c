"""What comes after the review of a 见习岗位: 发布, 撤销发布, 申请重新发布, 延长报名."""

from datetime import date, datetime

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid
from jianxi.domain.positions import FLOW, PositionVerb, extension_objection
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, role_of
from jianxi.queries import positions
from jianxi.queries.positions import Position
from jianxi.services import moves
from jianxi.services.position_checks import facts_under_base
from jianxi.tables.positions import Position as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun


async def publish(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """发布: from now on anybody sees it. The day of the first time is kept through withdrawals."""
    async with unit_of_work():
        position = await _as_shown(viewer, id, version, now)
        made = FLOW.decide(PositionVerb.PUBLISH, await facts_under_base(position), viewer.role)
        values: dict[Column, object] = {
            Row.published_at: now,
            Row.first_published_at: position.first_published_at or now,
        }
        await moves.write(viewer, NOUN, Row, position, made, values, now)


async def withdraw(viewer: OfficialViewer | EmployerViewer, id: int, version: int, now: datetime) -> None:
    """撤销发布: nobody sees it or applies any more; applications that are there stay. By the office it is passed and
    unpublished again, by the employer 单位已撤销."""
    async with unit_of_work():
        position = await _as_shown(viewer, id, version, now)
        made = FLOW.decide(PositionVerb.WITHDRAW, position.facts, role_of(viewer))
        await moves.write(viewer, NOUN, Row, position, made, {}, now)


async def republish(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """申请重新发布: what the employer withdrew waits for the office to publish it."""
    async with unit_of_work():
        position = await _as_shown(viewer, id, version, now)
        made = FLOW.decide(PositionVerb.REPUBLISH, position.facts, role_of(viewer))
        await moves.write(viewer, NOUN, Row, position, made, {}, now)


async def extend(viewer: EmployerViewer, id: int, version: int, deadline: date, now: datetime) -> None:
    """延长报名: a later 报名截止日期; `Invalid` for one that is not later. Both days go into the log."""
    async with unit_of_work():
        position = await _as_shown(viewer, id, version, now)
        made = FLOW.decide(PositionVerb.EXTEND, position.facts, role_of(viewer))
        objection = extension_objection(position.facts, deadline)
        if objection is not None:
            raise Invalid({"deadline": objection})
        facts = {"from": position.deadline.isoformat(), "to": deadline.isoformat()}
        await moves.write(viewer, NOUN, Row, position, made, {Row.deadline: deadline}, now, facts)


async def _as_shown(
    viewer: OfficialViewer | EmployerViewer, id: int, version: int, now: datetime
) -> Position:
    """The position as it is, which must be as the person saw it."""
    today = periods.today(now)
    position = await positions.get(viewer, id, today)
    await moves.check_version(NOUN, position, version, today)
    return position
