"""What waits for a viewer behind each entry of the menu (待办)."""

from collections.abc import Mapping
from datetime import date

from piccolo.query.methods.count import Count

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
    notices,
    office_placements,
    positions,
    trainee_lists,
)
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure
from jianxi.tables.employers import Base
from jianxi.tables.filings import Filing
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position

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
            return await _counted({**asked, "employer:notices": notices.unread(viewer)})
        case PersonViewer(person=int()):
            return await _counted({"applicant:notices": notices.unread(viewer)})
        case OfficialViewer():
            return await _counted({**_of_office(viewer), "authority:notices": notices.unread(viewer)})
    return {}


def _of_office(viewer: OfficialViewer) -> dict[str, Count]:
    asked: dict[str, Count] = {}
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
    if viewer.role in filings.WAITS:
        waits = Filing.state == filings.WAITS[viewer.role].value
        asked["authority:filings"] = Filing.count().where(filings.visible_to(viewer), waits)
    return asked


async def _counted(asked: Mapping[str, Count]) -> Mapping[str, int]:
    """All of them in one statement."""
    columns = ", ".join(f"({{}}) AS n{place}" for place in range(len(asked)))
    rows = await Base.raw(f"SELECT {columns}", *(query.querystrings[0] for query in asked.values()))
    return dict(zip(asked, rows[0].values(), strict=True))
