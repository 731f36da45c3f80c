"""上传协议: the signed pages of an agreement go to the office."""

from collections.abc import Collection, Mapping
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain.viewers import EmployerViewer
from jianxi.queries.signed_pages import AGREEMENT
from jianxi.services.signed_records import opened
from jianxi.services.signed_sendings import send
from jianxi.tables.placements import Placement as Row

UNDECIDED: Mapping[Column, object] = {
    Row.rejection: "",
    Row.decided_at: None,
    Row.decided_by: "",
}
"""What was decided was about the pages sent before; the log keeps it."""


async def upload(
    viewer: EmployerViewer,
    placement: int,
    version: int,
    now: datetime,
    shown: str | None = None,
    besides: Collection[int] = (),
) -> None:
    """What is put together is sent and waits for the office; it stays, so that one page can be replaced later. `shown` is
    the mark of the set that was shown, `besides` the files that came with the press."""
    async with opened(viewer, AGREEMENT, placement, version, now) as found:
        await send(
            viewer, found, Row, {Row.state_since: now, Row.waits_since: now, **UNDECIDED}, now, shown, besides
        )
