"""The rows of 导出 of 终止见习审核: exactly the departures of the list as filtered, in its order, on all its pages."""

import asyncio
from datetime import date

from jianxi.domain import labels, periods, regions
from jianxi.domain.bases import BaseLevel
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import departure_sheet
from jianxi.forms.departure_filters import ASKED_BY, DepartureFilters
from jianxi.queries import departure_lines, departure_lists
from jianxi.queries.departure_lines import Line
from jianxi.templating import region_short

AT_A_TIME = 200
"""Departures that are read before other requests have their turn."""


async def many(viewer: OfficialViewer, filters: DepartureFilters, today: date) -> int:
    return len(await departure_lists.ids(viewer, filters, today))


async def lines(
    viewer: OfficialViewer, filters: DepartureFilters, today: date, progress: Progress = unheard
) -> list[departure_sheet.Line]:
    """Which they are is settled by one statement; each is told as it is when its turn comes."""
    wanted, found = await departure_lists.ids(viewer, filters, today), []
    for start in range(0, len(wanted), AT_A_TIME):
        part = await departure_lines.seen(viewer, wanted[start : start + AT_A_TIME], today)
        found += [_line(line) for line in part]
        progress(len(found), len(wanted))
        await asyncio.sleep(0)
    return found


def _line(line: Line) -> departure_sheet.Line:
    departure, placement = line.departure, line.departure.placement
    return departure_sheet.Line(
        city=region_short(regions.city_of(placement.county)),
        county=region_short(placement.county),
        unit=placement.unit_name,
        level=labels.level(BaseLevel(placement.base_level)),
        name=placement.name,
        sex=placement.sex,
        title=placement.title,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        asked_by=ASKED_BY["person" if departure.asked_by_person else "employer"],
        reason=line.reason,
        note=departure.note,
        wanted_on=departure.wanted_on,
        last_day=departure.settled_day,
        refusal=departure.refusal,
        begun_on=periods.today(departure.begun_at),
        state=departure.shown.label,
        since=periods.today(departure.state_since),
        days=line.days,
        certificate="有" if departure.certificate else "无",
        upload="有" if departure.uploads else "无",
        decided_by=departure.decided_by,
        decided_on=periods.today(departure.decided_at) if departure.decided_at else None,
        rejection=departure.rejection,
    )
