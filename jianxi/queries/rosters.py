"""Reads 花名册 for a viewer: who sees which version, its sendings, its other versions, and what an employer has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import NEW, Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterFacts, RosterKind, RosterState
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries import log, roster_others
from jianxi.queries.conditions import inside
from jianxi.queries.log import Event
from jianxi.queries.roster_rows import NOUN, READ, Roster, built, number_of, with_facts
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterRound

__all__ = ["NOUN", "READ", "Roster", "Round", "built", "number_of"]
DESKS = {Role.COUNTY, Role.CITY}


@dataclass(frozen=True, slots=True)
class Round:
    """One sending (第n次报送), and what the office decided about it."""

    number: int
    people: int
    fen: int
    insurance_fen: int
    digest: str
    sent_at: datetime
    sent_by: str
    decision: str
    """accepted or returned; empty while it waits."""
    decided_at: datetime | None
    decided_by: str
    reason: str


_OF_ROUND = tuple(name for name in Round.__dataclass_fields__ if name != "number")


def visible_to(viewer: Viewer) -> Combinable:
    """The employer's own; of offices the county's and its city's, once it was sent."""
    seen: Combinable = Row.id < 0
    match viewer:
        case EmployerViewer(employer=employer):
            seen = Row.employer == employer
        case OfficialViewer(role=role, region=region) if role in DESKS:
            seen = inside(Row.county, region) & (Row.state != RosterState.DRAFT.value)
    return seen


async def get(viewer: Viewer, id: int, today: date) -> Roster:
    """The roster with that id and all that stands in its way; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    roster = built(row, today, role_of(viewer))
    more: dict[str, Any] = {}
    if roster.state == RosterState.SENT:
        more["counted_twice"], more["people_twice"] = await roster_others.counted_twice(
            roster.id, roster.round, roster.corrects
        )
    else:
        asked = (roster.employer, roster.kind, roster.period, roster.id)
        more["awaiting_elsewhere"] = await roster_others.waiting(*asked)
    return with_facts(roster, replace(roster.facts, **more), role_of(viewer))


async def beginning(employer: int, level: str, kind: RosterKind, period: Period, today: date) -> RosterFacts:
    """What the moves look at before there is one."""
    return RosterFacts(
        state=NEW,
        base_level=BaseLevel(level),
        months_are_over=period.last < today,
        awaiting_elsewhere=await roster_others.waiting(employer, kind, period),
        accepted_before=await roster_others.accepted(employer, kind, period),
    )


async def of_employer(viewer: EmployerViewer, today: date) -> list[Roster]:
    """All of one's own, the newest months first."""
    return await listed(viewer, Row.employer == viewer.employer, today)


async def versions(viewer: Viewer, roster: Roster, today: date) -> list[Roster]:
    """All versions of these months that the viewer sees, the newest first; `roster` is among them."""
    same = (Row.employer == roster.employer) & (Row.kind == roster.kind.value)
    range = (Row.first_day == roster.first_day) & (Row.last_day == roster.last_day)
    return await listed(viewer, same & range, today)


async def by_ids(viewer: Viewer, ids: Sequence[int], today: date) -> list[Roster]:
    """In that order, those that the viewer sees."""
    found = {each.id: each for each in await listed(viewer, Row.id.is_in(list(ids)), today)} if ids else {}
    return [found[id] for id in ids if id in found]


async def listed(viewer: Viewer, wanted: Combinable, today: date) -> list[Roster]:
    """One statement, the newest months first."""
    query = Row.select(*READ).where(visible_to(viewer), wanted)
    rows = await query.order_by(Row.last_day, Row.first_day, Row.serial, Row.id, ascending=False)
    return [built(row, today, role_of(viewer)) for row in rows]


async def correction_of(viewer: Viewer, roster: Roster, today: date) -> Roster | None:
    """The version that corrects it and is not accepted yet, though no office sees it before it is sent."""
    row = await Row.select(*READ).where(Row.id == (roster.correction or 0)).first()
    return built(row, today, role_of(viewer)) if row else None


async def rounds(roster: Roster) -> tuple[Round, ...]:
    """All sendings, newest first."""
    query = RosterRound.select().where(RosterRound.roster == roster.id)
    rows = await query.order_by(RosterRound.round, ascending=False)
    return tuple(Round(row["round"], **{name: row[name] for name in _OF_ROUND}) for row in rows)


async def timeline(roster: Roster) -> tuple[Event, ...]:
    """Newest first."""
    return tuple(await log.timeline(NOUN, roster.id))
