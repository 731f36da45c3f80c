"""What waits for a viewer behind each entry of the menu (待办)."""

from collections.abc import Mapping

from jianxi.domain.applications import ApplicationState
from jianxi.domain.bases import BaseState
from jianxi.domain.flow import Role
from jianxi.domain.identity_cases import CaseState
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer
from jianxi.queries import bases, identity_cases, positions
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.positions import Position

WAITING = {
    Role.COUNTY: (BaseState.WAITING_COUNTY, PositionState.WAITING_COUNTY),
    Role.CITY: (BaseState.WAITING_CITY, PositionState.WAITING_CITY),
}
"""What each level of office has to review: bases and positions in these states. The province reviews neither."""


async def waiting(viewer: Viewer) -> Mapping[str, int]:
    """Numbers by route name; an entry without one has nothing waiting."""
    match viewer:
        case EmployerViewer(employer=employer):
            mine = Application.employer == employer
            undecided = Application.state == ApplicationState.WAITING.value
            return {"employer:applications": await Application.count().where(mine, undecided)}
        case OfficialViewer(role=role) if role in WAITING:
            base, position = (state.value for state in WAITING[role])
            of_bases = Base.count().where(bases.visible_to(viewer), bases.stands_in(base))
            of_positions = Position.count().where(positions.visible_to(viewer), Position.state == position)
            is_open = IdentityCase.state == CaseState.PENDING.value
            of_cases = IdentityCase.count().where(identity_cases.visible_to(viewer), is_open)
            asked = [query.querystrings[0] for query in (of_bases, of_positions, of_cases)]
            names = ("authority:bases", "authority:positions", "authority:identity_cases")
            rows = await Base.raw("SELECT ({}) AS bases, ({}) AS positions, ({}) AS cases", *asked)
            return dict(zip(names, rows[0].values(), strict=True))
    return {}
