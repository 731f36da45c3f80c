"""A 花名册 under lock as somebody was shown it, and what the log and the notices tell of it."""

from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.rosters import FLOW
from jianxi.domain.viewers import Viewer
from jianxi.queries import rosters
from jianxi.queries.rosters import Roster
from jianxi.services import holds, moves

NOUN = FLOW.noun


async def held(viewer: Viewer, id: int, version: int, now: datetime) -> Roster:
    """Inside a unit of work: as it is, alone with the employer's rosters, if it is still the version that was shown."""
    today = periods.today(now)
    await holds.base_of((await rosters.get(viewer, id, today)).employer)
    await holds.roster(id)
    roster = await rosters.get(viewer, id, today)
    await moves.check_version(NOUN, roster, version, today)
    return roster


def told(roster: Roster) -> dict[str, object]:
    """Which one it is, for the log and the notices."""
    days = {"first_day": roster.first_day.isoformat(), "last_day": roster.last_day.isoformat()}
    sums = {"people": roster.people, "fen": roster.fen, "insurance_fen": roster.insurance_fen}
    which = {"kind": roster.kind.value, "serial": roster.serial, "number": roster.number}
    return {**which, **days, **sums, "round": roster.round}
