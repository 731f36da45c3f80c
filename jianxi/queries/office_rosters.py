"""Rows of the offices' list of 补贴经费: rosters with their newest sending, and the same for its 导出."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain import labels, periods, regions
from jianxi.domain.bases import BaseLevel
from jianxi.domain.rosters import RosterVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import roster_list_sheet
from jianxi.forms.office_roster_filters import KINDS, RosterFilters
from jianxi.queries import roster_lists, rosters
from jianxi.queries.rosters import Roster, Round
from jianxi.tables.employers import Employer
from jianxi.tables.rosters import RosterRound
from jianxi.templating import region_short

AT_A_TIME = 200
"""Rosters that are read before other requests have their turn."""
_READ = tuple(getattr(RosterRound, name) for name in Round.__dataclass_fields__ if name != "number")


@dataclass(frozen=True, slots=True)
class Line:
    """A roster as a row of the list."""

    roster: Roster
    sending: Round
    """The newest."""
    today: date

    @property
    def kind(self) -> str:
        return KINDS[self.roster.kind]

    @property
    def days(self) -> int:
        """In the present state, calendar days."""
        return (self.today - periods.today(self.roster.state_since)).days

    @property
    def waits(self) -> bool:
        """For this viewer's decision."""
        return RosterVerb.ACCEPT in self.roster.offers

    @property
    def is_corrected(self) -> bool:
        """Accepted once, and no longer what was granted."""
        return bool(self.sending.decision) and not self.roster.counts and not self.sending.reason


async def seen(viewer: OfficialViewer, ids: Sequence[int], today: date) -> list[Line]:
    """Those of them that the viewer may see, in the order asked for. Two statements, however many rows."""
    found = await rosters.by_ids(viewer, ids, today)
    sendings = await _sendings(found)
    return [Line(roster, sendings[roster.id], today) for roster in found]


async def sheet_lines(
    viewer: OfficialViewer, filters: RosterFilters, today: date
) -> list[roster_list_sheet.Line]:
    """Exactly the rows of the list as filtered, in its order, on all its pages."""
    wanted, found = await roster_lists.ids(viewer, filters), []
    for start in range(0, len(wanted), AT_A_TIME):
        part = await seen(viewer, wanted[start : start + AT_A_TIME], today)
        codes = await _credit_codes([line.roster.employer for line in part])
        found += [_of_sheet(line, codes[line.roster.employer]) for line in part]
        await asyncio.sleep(0)
    return found


async def _sendings(found: Sequence[Roster]) -> Mapping[int, Round]:
    if not found:
        return {}
    wanted = RosterRound.roster.is_in([roster.id for roster in found])
    rows = await RosterRound.select(RosterRound.roster, RosterRound.round, *_READ).where(wanted)
    newest = {(roster.id, roster.round) for roster in found}
    return {
        row["roster"]: Round(row["round"], **{column._meta.name: row[column._meta.name] for column in _READ})
        for row in rows
        if (row["roster"], row["round"]) in newest
    }


async def _credit_codes(employers: Sequence[int]) -> Mapping[int, str]:
    query = Employer.select(Employer.id, Employer.credit_code).where(Employer.id.is_in(list(employers)))
    return {row["id"]: row["credit_code"] for row in await query} if employers else {}


def _of_sheet(line: Line, credit_code: str) -> roster_list_sheet.Line:
    roster, sending = line.roster, line.sending
    return roster_list_sheet.Line(
        number=roster.number,
        kind=line.kind,
        city=region_short(regions.city_of(roster.county)),
        county=region_short(roster.county),
        unit=roster.unit_name,
        credit_code=credit_code,
        level=labels.level(BaseLevel(roster.level)),
        first=roster.first_day,
        last=roster.last_day,
        serial=roster.serial,
        people=roster.people,
        fen=roster.fen,
        insurance_fen=roster.insurance_fen,
        state="已被更正" if line.is_corrected else roster.shown.label,
        since=periods.today(roster.state_since),
        days=line.days,
        sent_on=periods.today(sending.sent_at),
        sent_by=sending.sent_by,
        decided_by=sending.decided_by,
        decided_on=periods.today(sending.decided_at) if sending.decided_at else None,
        reason=sending.reason,
    )
