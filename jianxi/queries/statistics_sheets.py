"""What 导出 of 统计 says: the numbers of the page, place by place and month by month."""

from collections.abc import Iterator
from decimal import Decimal

from jianxi.domain import periods
from jianxi.domain.flow import Role
from jianxi.domain.statistics import Kind
from jianxi.domain.viewers import OfficialViewer
from jianxi.domain.waiting_times import OFFICES, REVIEWS
from jianxi.exports.statistics_sheet import MONTHS, PLACES, Contents, Line, Wait
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import regions, statistics, statistics_waits
from jianxi.queries.statistics import Report
from jianxi.queries.statistics_waits import Waits

_OFFICES = {Role.COUNTY: "区县", Role.CITY: "市级"}


async def contents(viewer: OfficialViewer, filters: StatisticsFilters) -> Contents:
    report, waits = await statistics.report(viewer, filters), await statistics_waits.waits(viewer, filters)
    known = await regions.directory()
    places = [_of_place(report, known.name(place), place) for place in report.places]
    return Contents(
        scope=known.full_name(report.region),
        first=filters.first,
        last=filters.last,
        made_on=filters.today,
        places=(*places, _of_place(report, "合计", "")),
        months=tuple(_months(report)),
        waits=tuple(_waits(waits)),
    )


def _of_place(report: Report, label: str, place: str) -> Line:
    return Line(label, {figure.key: report.value(figure, place) for figure in PLACES})


def _months(report: Report) -> Iterator[Line]:
    for at, month in enumerate(report.months):
        numbers = {figure.key: report.value(figure, month=at) for figure in MONTHS}
        yield Line(f"{month.first.year}年{month.first.month}月", numbers)
    summed = [figure for figure in MONTHS if figure.kind is Kind.DURING]
    yield Line("合计", {figure.key: report.value(figure) for figure in summed})


def _waits(waits: Waits) -> Iterator[Wait]:
    for review in REVIEWS:
        for office in OFFICES:
            waited, now = waits.waited(review, office), waits.now(review, office)
            median = waited.median
            yield Wait(
                f"{review.label}（{_OFFICES[office]}）",
                waited.count,
                None if median is None else Decimal(median.numerator) / median.denominator,
                waited.longest,
                now.count,
                periods.today(now.since) if now.since else None,
            )
