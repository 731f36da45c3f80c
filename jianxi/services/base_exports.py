"""导出 of 见习基地审核: a workbook of the list as filtered. Telephone numbers leave the house with it, so it is logged."""

import asyncio
import re
from dataclasses import asdict
from datetime import datetime

from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import base_sheet
from jianxi.forms.base_filters import BaseFilters
from jianxi.queries import base_exports
from jianxi.services import log
from jianxi.tables.unit_of_work import unit_of_work

LONG_NUMBER = re.compile("[0-9]{11,}")


async def export(viewer: OfficialViewer, filters: BaseFilters, now: datetime) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await base_exports.lines(viewer, filters)
    facts = {"filters": _told(filters), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, "base", 0, "export", facts=facts)
    return await asyncio.to_thread(base_sheet.workbook, lines)


def _told(filters: BaseFilters) -> dict[str, str]:
    """Those in force. Somebody may have searched by a telephone or ID number: the log keeps none."""
    given = {name: text for name, text in asdict(filters).items() if text}
    return {name: LONG_NUMBER.sub("…", text) if name == "words" else text for name, text in given.items()}
