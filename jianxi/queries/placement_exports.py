"""The rows of 导出 of 见习上岗审核: exactly the placements of the list as filtered, in its order, on all its pages."""

import asyncio
from collections.abc import Mapping
from datetime import date

from jianxi.crypto import sealing
from jianxi.domain import citizen_id, labels, periods, regions
from jianxi.domain.bases import BaseLevel
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports.placement_sheet import Line
from jianxi.forms.office_placement_filters import Filters
from jianxi.queries import office_placements
from jianxi.queries.placements import NOUN, Placement
from jianxi.tables.persons import Person
from jianxi.templating import region_short

AT_A_TIME = 100
"""Placements that are read, and their ID numbers unsealed, before other requests have their turn."""


async def many(viewer: OfficialViewer, filters: Filters) -> int:
    return len(await office_placements.ids(viewer, filters))


async def lines(
    viewer: OfficialViewer, filters: Filters, today: date, progress: Progress = unheard
) -> list[Line]:
    """Which placements they are is settled by one statement; each is told as it is when its turn comes."""
    wanted, found = await office_placements.ids(viewer, filters), []
    for start in range(0, len(wanted), AT_A_TIME):
        part = await office_placements.of_ids(viewer, wanted[start : start + AT_A_TIME], today)
        numbers = await _numbers([line.placement for line in part])
        found += [_line(line, numbers) for line in part]
        progress(len(found), len(wanted))
        await asyncio.sleep(0)
    return found


async def _numbers(part: list[Placement]) -> Mapping[int, str]:
    """Masked, by person."""
    people = {placement.person for placement in part}
    if not people:
        return {}
    rows = await Person.select(Person.id, Person.id_number).where(Person.id.is_in(list(people)))
    return {row["id"]: citizen_id.mask(sealing.unseal(row["id_number"], "person.id")) for row in rows}


def _line(line: office_placements.Line, numbers: Mapping[int, str]) -> Line:
    placement, duty = line.placement, line.placement.duty
    waits = line.waiting_days is not None and placement.waits_since is not None
    return Line(
        city=region_short(regions.city_of(placement.county)),
        county=region_short(placement.county),
        unit=placement.unit_name,
        level=labels.level(BaseLevel(placement.base_level)),
        **{name: getattr(placement, name) for name in _COPIED},
        id_masked=numbers[placement.person],
        kind=f"{placement.cohort}届毕业生" if placement.cohort else "社会青年",
        length=line.length,
        warnings="；".join(warning.sentence for warning in line.warnings),
        insurance=f"{periods.spoken(line.uninsured)}起未覆盖" if line.uninsured else "覆盖见习期",
        state=labels.state(NOUN, placement.state),
        duty=labels.state(NOUN, duty) if duty else "",
        code=("二维码相符" if line.is_code_read else "未读出") if placement.uploads else "",
        waiting_since=periods.today(placement.waits_since) if waits and placement.waits_since else None,
        waiting_days=line.waiting_days,
        registered_on=periods.today(placement.registered_at),
        decided_on=periods.today(placement.decided_at) if placement.decided_at else None,
    )


_COPIED = (
    *("title", "name", "sex", "degree", "school", "major", "starts_on", "ends_on", "allowance_fen"),
    *("mentor", "uploads", "decided_by", "rejection"),
)
