"""Tells, in the transaction of an act, that an accepted 花名册 no longer agrees with the records and needs a 更正."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from jianxi.domain import notices, notices_of_corrections, notices_of_rosters, roster_effects
from jianxi.domain.roster_effects import Touched
from jianxi.domain.rosters import FLOW, RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer
from jianxi.queries import notice_facts
from jianxi.queries import roster_effects as reading
from jianxi.queries.departures import Departure
from jianxi.queries.notice_facts import Concerned
from jianxi.queries.placements import Placement
from jianxi.queries.rosters import Roster
from jianxi.services import notices as telling
from jianxi.services.roster_holds import told

VERB = "outdated"
"""How these notices call what has happened to the roster."""


async def tell(
    viewer: Viewer,
    move: tuple[str, str],
    record: int,
    touched: Iterable[Touched],
    now: datetime,
    words: Mapping[str, str] | None = None,
) -> None:
    """A notice for each roster and side; `move` and `record`: what was done to which record."""
    if not (found := tuple(touched)):
        return
    (concerned,) = await notice_facts.of(move[0], record)
    office = viewer.office if isinstance(viewer, OfficialViewer) else ""
    said = {**concerned.words, **(words or {}), "acted_by": office}
    rows = []
    for each in found:
        of = Concerned({**said, "touched": each.told}, {**concerned.ids, **_ids(each)})
        for line in notices_of_corrections.TOUCHING[move]:
            if (whom := telling.audience(line.audience, of)) is None:
                continue
            side = notices.side_of(line.audience)
            ask = notices.whom_to_ask("office" if office else "employer", side, of.words)
            about = (FLOW.noun, each.roster.id, VERB, now)
            rows.append(telling.row(whom, side, of, notices.text(line, of.words, "", ask), about))
    await telling.write(rows)


async def departed(viewer: OfficialViewer, departure: Departure, last_day: date, now: datetime) -> None:
    """审核通过 of a 离岗, as of the day that was set."""
    accepted = await reading.of_placement(departure.placement.id)
    touched = roster_effects.by_departure(accepted, last_day, departure.placement.ends_on)
    await tell(viewer, ("departure", "approve"), departure.id, touched, now)


async def contracted(
    viewer: EmployerViewer,
    verb: str,
    retention: int,
    placement: Placement,
    days: tuple[date, date | None],
    now: datetime,
) -> None:
    """留用登记 or its 修改; `days`: 劳动合同起始日期 and 社会保险参保日期 as they are now."""
    accepted = await reading.of_placement(placement.id)
    touched = roster_effects.by_contract(accepted, *days, placement.ends_on)
    await tell(viewer, ("retention", verb), retention, touched, now)


async def raised(viewer: EmployerViewer, placement: int, starts_on: date, now: datetime) -> None:
    """生活费调整."""
    touched = roster_effects.by_raise(await reading.of_placement(placement), starts_on)
    await tell(viewer, ("placement", "raise_allowance"), placement, touched, now)


async def corrected(viewer: OfficialViewer, roster: Roster, now: datetime) -> None:
    """A 更正 of months was accepted: 年度清算 of their years took off what was granted before."""
    if roster.corrects is None or roster.kind is not RosterKind.PERIOD:
        return
    touched = roster_effects.after_correction(await reading.settled(roster.employer), roster.period)
    words = notices_of_rosters.words(FLOW.noun, told(roster))
    await tell(viewer, (FLOW.noun, "accept"), roster.id, touched, now, words)


def _ids(touched: Touched) -> dict[str, object]:
    """Where each side finds it: no newer version is open."""
    return {"roster": touched.roster.id, "newest": touched.roster.id}
