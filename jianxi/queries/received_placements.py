"""The 上岗 placements of the 报名 that stand on one page."""

from collections.abc import Collection
from datetime import date

from jianxi.domain.viewers import Viewer, role_of
from jianxi.queries.placements import READ, Placement, built, visible_to
from jianxi.tables.placements import Placement as Row


async def of_applications(viewer: Viewer, ids: Collection[int], today: date) -> dict[int, Placement]:
    """By application; those that nobody registered are not among them."""
    if not ids:
        return {}
    rows = await Row.select(*READ).where(visible_to(viewer), Row.application.is_in(list(ids)))
    return {row["application"]: built(row, today, role_of(viewer)) for row in rows}
