"""What waits for a viewer behind each entry of the menu (待办)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from piccolo.query.methods.count import Count
from piccolo.querystring import QueryString

from jianxi.domain.applications import ApplicationState
from jianxi.domain.bases import BaseState
from jianxi.domain.flow import Role
from jianxi.domain.identity_cases import CaseState
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.queries import (
    bases,
    departure_lists,
    filings,
    identity_cases,
    jobs,
    notices,
    office_placements,
    positions,
    roster_lists,
    trainee_lists,
)
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure
from jianxi.tables.employers import Base
from jianxi.tables.engine import current
from jianxi.tables.filings import Filing
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position
from jianxi.tables.rosters import Roster

WAITING = {
    Role.COUNTY: (BaseState.WAITING_COUNTY, PositionState.WAITING_COUNTY),
    Role.CITY: (BaseState.WAITING_CITY, PositionState.WAITING_CITY),
}
"""What each level of office has to review: bases and positions in these states. The province reviews neither."""


async def waiting(viewer: Viewer, today: date) -> Mapping[str, int]:
    """Numbers by route name; an entry without one has nothing waiting. What waits for an employer may lapse with a day."""
    match viewer:
        case EmployerViewer(employer=employer):
            mine = Application.employer == employer
            undecided = Application.state == ApplicationState.WAITING.value
            theirs = (Placement.employer == employer, trainee_lists.waits_for_employer(today))
            asked = {
                "employer:applications": Application.count().where(mine, undecided),
                "employer:placements": Placement.count().where(*theirs),
            }
            return await _answered(
                _together(
                    {
                        **asked,
                        "employer:notices": notices.unread(viewer),
                        "employer:jobs": jobs.unfinished(viewer),
                    }
                )
            )
        case PersonViewer(person=int()):
            return await _answered(_together({"applicant:notices": notices.unread(viewer)}))
        case OfficialViewer():
            return await _answered(_of_office(viewer))
    return {}


@dataclass(frozen=True, slots=True)
class _Asked:
    """All numbers of a viewer, in one statement."""

    names: tuple[str, ...]
    statement: QueryString


@lru_cache(maxsize=1_024)
def _of_office(viewer: OfficialViewer) -> _Asked:
    """Kept, since to put it together takes longer than the database needs to answer: it says who asks and nothing of the day."""
    asked: dict[str, Count] = {
        "authority:notices": notices.unread(viewer),
        "authority:jobs": jobs.unfinished(viewer),
    }
    if viewer.role in WAITING:
        base, position = (state.value for state in WAITING[viewer.role])
        is_open = IdentityCase.state == CaseState.PENDING.value
        asked["authority:bases"] = Base.count().where(bases.visible_to(viewer), bases.stands_in(base))
        its_own = positions.visible_to(viewer)
        asked["authority:positions"] = Position.count().where(its_own, Position.state == position)
        asked["authority:identity_cases"] = IdentityCase.count().where(
            identity_cases.visible_to(viewer), is_open
        )
        asked["authority:placements"] = Placement.count().where(*office_placements.waiting(viewer))
        asked["authority:departures"] = Departure.count().where(*departure_lists.waiting(viewer))
        asked["authority:rosters"] = Roster.count().where(*roster_lists.waiting(viewer))
    if viewer.role in filings.WAITS:
        waits = Filing.state == filings.WAITS[viewer.role].value
        asked["authority:filings"] = Filing.count().where(filings.visible_to(viewer), waits)
    return _together(asked)


def _together(asked: Mapping[str, Count]) -> _Asked:
    columns = ", ".join(f"({{}}) AS n{place}" for place in range(len(asked)))
    parts = (query.querystrings[0] for query in asked.values())
    return _Asked(tuple(asked), QueryString(f"SELECT {columns}", *parts))


async def _answered(asked: _Asked) -> Mapping[str, int]:
    rows = await current().run_querystring(asked.statement)
    return dict(zip(asked.names, rows[0].values(), strict=True))
