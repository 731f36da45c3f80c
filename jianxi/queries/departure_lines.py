"""Rows of 终止见习审核: departures with their placements, read together, as an office sees them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from jianxi.domain import departure_reasons, periods
from jianxi.domain.departures import DepartureFacts, DepartureState
from jianxi.domain.labels import Shown
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import placements, policies
from jianxi.queries.departures import COLUMNS, Departure, built, visible_to
from jianxi.tables.departures import Departure as Row
from jianxi.tables.placements import Placement as PlacementRow

READ = (*COLUMNS, cast(Any, Row.placement).position.base.as_alias("base"))


@dataclass(frozen=True, slots=True)
class Line:
    """A departure as a row of the list, with what its links lead to."""

    departure: Departure
    base: int
    reason: str
    """离岗原因 in words."""

    @property
    def id(self) -> int:
        return self.departure.id

    @property
    def version(self) -> int:
        return self.departure.version

    @property
    def facts(self) -> DepartureFacts:
        return self.departure.facts

    @property
    def shown(self) -> Shown:
        return self.departure.shown

    @property
    def offers(self) -> tuple[str, ...]:
        return self.departure.offers

    @property
    def days(self) -> int:
        """In the present state, calendar days."""
        return (self.facts.today - periods.today(self.departure.state_since)).days

    @property
    def waits(self) -> bool:
        """For this viewer's decision."""
        return "approve" in self.offers

    @property
    def needs_day(self) -> bool:
        """The office that decides has to set 离岗日期, so it is decided on the page."""
        return self.facts.state == DepartureState.WAITING_OFFICE

    @property
    def has_left(self) -> bool:
        """The office approved it."""
        return self.facts.state == DepartureState.APPROVED

    @property
    def is_for_many(self) -> bool:
        """Everything to decide by stands in the row."""
        return self.waits and not self.needs_day


async def seen(viewer: OfficialViewer, ids: Collection[int], today: date) -> list[Line]:
    """Those of them that the viewer may see, in the order asked for."""
    if not ids:
        return []
    rows = await Row.select(*READ).where(visible_to(viewer), Row.id.is_in(list(ids)))
    order = {id: place for place, id in enumerate(ids)}
    return await built_lines(viewer, sorted(rows, key=lambda row: order[row["id"]]), today)


async def built_lines(viewer: OfficialViewer, rows: Sequence[Mapping[str, Any]], today: date) -> list[Line]:
    """Two more questions, however many rows."""
    if not rows:
        return []
    wanted = PlacementRow.id.is_in([row["placement"] for row in rows])
    found = await PlacementRow.select(*placements.READ).where(wanted)
    beside = {row["id"]: placements.built(row, today, viewer.role) for row in found}
    after = (await policies.snapshot(viewer.region, today)).appeal_working_days
    return [
        Line(
            built(row, beside[row["placement"]], after, viewer.role),
            row["base"],
            departure_reasons.text(row["reason"]),
        )
        for row in rows
    ]
