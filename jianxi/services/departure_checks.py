"""What every verb of 离岗 does first and last: locks, reads what decides, and says no in the flow's own sentences."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from jianxi.domain import departure_hints, periods
from jianxi.domain.departures import FLOW
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.periods import Period
from jianxi.domain.placements import FLOW as PLACEMENTS
from jianxi.domain.viewers import Viewer, role_of
from jianxi.queries import departures, placements
from jianxi.queries.departures import Departure
from jianxi.queries.placements import Placement
from jianxi.services import holds, moves
from jianxi.tables.departures import CertificateFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict

NOUN = FLOW.noun


@asynccontextmanager
async def as_shown(
    viewer: Viewer, id: int, version: int, now: datetime, *, with_chance: bool = False
) -> AsyncIterator[Departure]:
    """A unit of work in which the departure stays as it is: its placement is held, with the person's chance and seat
    where asked for. `Stale` when it is no longer as it was shown."""
    today = periods.today(now)
    async with unit_of_work():
        found = await departures.get(viewer, id, today)
        await (holds.traineeship if with_chance else holds.placement)(found.placement.id)
        departure = await departures.get(viewer, id, today)
        await moves.check_version(NOUN, departure, version, today)
        yield departure


@asynccontextmanager
async def beginning(viewer: Viewer, placement: int, version: int, now: datetime) -> AsyncIterator[Placement]:
    """A unit of work in which a placement that was shown may get a departure. What the database refuses is told as the
    flow tells it."""
    today = periods.today(now)
    try:
        async with unit_of_work():
            await placements.get(viewer, placement, today)
            await holds.placement(placement)
            held = await placements.get(viewer, placement, today)
            await moves.check_version(PLACEMENTS.noun, held, version, today)
            yield held
    except Conflict as conflict:
        raise _told(conflict, viewer) from None


def _told(conflict: Conflict, viewer: Viewer) -> Exception:
    by_person = role_of(viewer) is Role.PERSON
    if conflict.constraint_name == "departure_one_standing":
        return Refused(departure_hints.another(by_person=by_person, is_approved=False))
    if conflict.constraint_name == "departure_of_retained":
        return Refused(departure_hints.kept(by_person=by_person))
    return conflict


def valid(messages: Mapping[str, str]) -> None:
    """`Invalid` with the messages by field that are not empty."""
    found = {name: sentence for name, sentence in messages.items() if sentence}
    if found:
        raise Invalid(found)


def period_of(placement: Placement) -> Period:
    return Period(placement.starts_on, placement.ends_on)


async def set_aside(departure: int) -> None:
    """Stamped pages that were being put together belong to a certificate that is no longer in force. Those sent stay."""
    await CertificateFile.delete().where(CertificateFile.departure == departure, CertificateFile.round == 0)
