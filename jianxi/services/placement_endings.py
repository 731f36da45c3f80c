"""What becomes of a 上岗登记 when the acceptance that it stands on ends before the start: 已取消."""

from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.flow import Role
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.viewers import Viewer
from jianxi.queries import placements
from jianxi.services import holds, moves
from jianxi.tables.placements import Placement as Row


async def cancel_with(viewer: Viewer, application: int, now: datetime) -> None:
    """Inside the unit of work that ends the acceptance, before it does: no live placement stands on one that has ended.
    Nothing happens where nothing was registered; `Refused` once the traineeship has begun. Whoever ends the
    acceptance need not be one who may see the placement."""
    found = await Row.select(Row.id).where(Row.application == application).first()
    if found is None:
        return
    await holds.placement(found["id"])
    row = await Row.select(*placements.READ).where(Row.id == found["id"]).first()
    assert row is not None  # noqa: S101 -- a placement is never deleted, and this one is held.
    placement = placements.built(row, periods.today(now), Role.EMPLOYER)
    made = FLOW.follow(PlacementVerb.CANCEL, placement.facts)
    await moves.write(
        viewer, FLOW.noun, Row, placement, made, {Row.state_since: now}, now, {"application": application}
    )
