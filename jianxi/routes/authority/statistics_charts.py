"""The charts of 统计 in numbers: lengths in percent, heights in em, and the words that stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianxi.domain import statistics
from jianxi.domain.statistics import Figure
from jianxi.queries.statistics import Report
from jianxi.routes.authority.statistics_views import spoken, told
from jianxi.templating import region_short

HIGH = 8
"""em from the base of a line to its highest point."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one or two figures, a group a row; `rows` have a label, the values in words and a length for each,
    empty for no bar."""

    id: str
    title: str
    unit: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """`at` from the left in percent, `top` in em; words only where there is room for them."""

    at: str
    top: str
    value: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One figure month by month."""

    id: str
    title: str
    unit: str
    points: tuple[Point, ...]


def by_place(report: Report) -> Bars | None:
    """上岗 and 在岗; of a single place there is nothing to compare."""
    if len(report.places) < 2:
        return None
    pair = (statistics.BEGUN, statistics.ON_DUTY)
    values = [(region_short(place), [report.value(each, place) for each in pair]) for place in report.places]
    return _bars("chart-places", "各地区上岗与在岗人数", pair, values)


def by_month(report: Report, id: str, title: str, pair: tuple[Figure, ...]) -> Bars:
    values = [
        (spoken(month), [report.value(each, month=place) for each in pair])
        for place, month in enumerate(report.months)
    ]
    return _bars(id, title, pair, values)


def on_duty(report: Report) -> Line:
    """Values stand at the ends, the highest and the lowest, months at up to four places: a telephone is narrow."""
    values = [report.value(statistics.ON_DUTY, month=place) for place in range(len(report.months))]
    last, most = len(values) - 1, max(*values, 1)
    step = max(1, -(-last // 3))
    spoken_at = {0, last, values.index(max(values)), values.index(min(values))}
    points = []
    for place, value in enumerate(values):
        month = report.months[place].first
        points.append(
            Point(
                at=f"{3 + 94 * place / max(last, 1):.2f}%",
                top=f"{1.8 + HIGH * (1 - value / most):.2f}em",
                value=f"{value:,}" if place in spoken_at else "",
                label=f"{month:%Y-%m}"
                if place % step == 0 and (place == last or last - place >= step)
                else "",
                anchor="start" if place == 0 else "end" if place == last else "middle",
            )
        )
    points[-1] = _labelled(points[-1], f"{report.months[-1].first:%Y-%m}")
    return Line("chart-duty", "各月在岗人数", "人", tuple(points))


def _labelled(point: Point, label: str) -> Point:
    return Point(point.at, point.top, point.value, label, point.anchor)


def _bars(id: str, title: str, pair: Sequence[Figure], values: Sequence[tuple[str, Sequence[int]]]) -> Bars:
    """Nothing, and what is below nothing, has no bar; its words tell it."""
    most = max([1, *(each for _, both in values for each in both)])
    rows = tuple(
        (
            label,
            " / ".join(told(figure, value) for figure, value in zip(pair, both, strict=True)),
            tuple(f"{value * 100 / most:.1f}%" if value > 0 else "" for value in both),
        )
        for label, both in values
    )
    return Bars(id, title, pair[0].unit, tuple(figure.label for figure in pair), rows)
