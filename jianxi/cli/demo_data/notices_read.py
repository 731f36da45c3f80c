"""What the demo's people have read of their 通知: everything up to some days ago."""

from collections.abc import Iterable
from datetime import datetime

from jianxi.domain.viewers import Viewer
from jianxi.queries import notices
from jianxi.services import notice_reading


async def read_all(viewers: Iterable[Viewer], now: datetime) -> None:
    """全部标为已读 for each, at that moment."""
    for viewer in viewers:
        await notice_reading.read_all(viewer, (await notices.total(viewer)).newest, now)
