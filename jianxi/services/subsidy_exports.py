"""导出 of 补贴经费: the office's list of rosters, and the summary. What leaves the house is logged."""

import asyncio
from datetime import date, datetime

from jianxi.domain.periods import spoken, today
from jianxi.domain.rosters import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import roster_list_sheet, subsidy_sheet
from jianxi.exports.subsidy_sheet import Line, Sheets
from jianxi.forms.office_roster_filters import KINDS, RosterFilters, SummaryFilters
from jianxi.queries import office_rosters, subsidy_summary
from jianxi.queries.subsidy_summary import Summary, Sums
from jianxi.services import log
from jianxi.services.export_filters import told_filters
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.templating import region


async def export_list(viewer: OfficialViewer, filters: RosterFilters, now: datetime) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await office_rosters.sheet_lines(viewer, filters, today(now))
    facts = {"filters": told_filters(filters, of_people=False), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, 0, "export", facts=facts)
    return await asyncio.to_thread(roster_list_sheet.workbook, lines)


async def export_summary(viewer: OfficialViewer, filters: SummaryFilters, now: datetime) -> bytes:
    """The same numbers as the page."""
    summary = await subsidy_summary.of(viewer, filters)
    sheets = _sheets(viewer, filters, summary)
    facts = {"of": "summary", "filters": told_filters(filters), "rows": len(sheets.cells)}
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, 0, "export", facts=facts)
    return await asyncio.to_thread(subsidy_sheet.workbook, sheets)


def _sheets(viewer: OfficialViewer, filters: SummaryFilters, summary: Summary) -> Sheets:
    place = region(filters.county or viewer.region)
    kind = KINDS[filters.kind] if filters.kind else "、".join(KINDS.values())
    period = filters.period
    return Sheets(
        asked=f"{place}，{spoken(period.first)}至{spoken(period.last)}，{kind}",
        cells=[
            _line(county.county, each.sums, each.month)
            for county in summary.counties
            for each in county.months
        ],
        counties=[_line(county.county, county.sums) for county in summary.counties],
        months=[_line("", each.sums, each.month) for each in summary.months],
        total=_line("", summary.total),
    )


def _line(county: str, sums: Sums, month: date | None = None) -> Line:
    return Line(
        county=region(county),
        month=month,
        units=sums.units,
        people=sums.people,
        months=sums.months,
        period_fen=sums.period_fen,
        settlement_fen=sums.settlement_fen,
        insurance_fen=sums.insurance_fen,
    )
