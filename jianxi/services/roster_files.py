"""报送材料 of a roster: attached while the employer puts it together, taken away again, carried over to a 更正."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from jianxi.domain import periods
from jianxi.domain.flow import GENERAL_REFUSAL, Role
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.roster_evidence import Evidence
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.upload_limits import too_many
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import roster_files, rosters
from jianxi.queries.rosters import Roster
from jianxi.services import files, holds, log
from jianxi.services.files import Stored
from jianxi.tables.rosters import RosterFile as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

MOST = 20
"""Files of one version."""
ATTACH, REMOVE = "attach", "remove"
"""What the log calls it. They are no moves: the record stays what it is, and the version that was shown stays good."""


async def attach(
    viewer: EmployerViewer, id: int, kind: Evidence, given: Sequence[Stored], now: datetime
) -> None:
    """What was sent twice is attached once. Raises `Invalid` at the kind's field."""
    async with unit_of_work():
        roster = await _held(viewer, id, now)
        had = await roster_files.of_roster(id)
        known = {(each.kind, each.file.name, each.file.digest) for each in had}
        new = {(kind, each.name, each.digest): each for each in given}
        fresh = [each for key, each in new.items() if key not in known]
        if len(had) + len(fresh) > MOST:
            raise Invalid({kind.value: too_many(len(had) + len(fresh) - MOST, len(had), MOST)})
        last = max([row["place"] for row in await Row.select(Row.place).where(Row.roster == id)], default=0)
        for place, each in enumerate(fresh, start=last + 1):
            of: dict[str, Any] = {"roster": id, "kind": kind.value, "place": place, "since": roster.round + 1}
            await insert(Row(**of, file=await files.add(each, now)))
        if fresh:
            # Digests, never names: people write names and numbers into them.
            facts = {"files": [each.digest for each in fresh], "kind": kind.value}
            await log.record(viewer, now, FLOW.noun, id, ATTACH, facts=facts)


async def remove(viewer: EmployerViewer, id: int, file: int, now: datetime) -> None:
    """Takes one away from the sendings to come; what was sent keeps it. Nothing for one that is not there, be it a second
    click."""
    async with unit_of_work():
        roster = await _held(viewer, id, now)
        for each in await roster_files.of_roster(id):
            if each.file.id == file:
                this = (Row.roster == id) & (Row.file == file)
                await Row.delete().where(this, Row.since > roster.round)
                await Row.update({Row.until: roster.round}).where(this)
                facts = {"files": [each.file.digest], "kind": each.kind.value}
                await log.record(viewer, now, FLOW.noun, id, REMOVE, facts=facts)


async def carry_over(before: int, to: int) -> None:
    """Inside the unit of work that begins a 更正: it has the evidence of the version that it corrects."""
    for each in await roster_files.of_roster(before):
        await insert(Row(roster=to, kind=each.kind.value, place=each.place, file=each.file.id))


async def _held(viewer: EmployerViewer, id: int, now: datetime) -> Roster:
    """Locked, and still with the employer: what the office has is not changed under its hands."""
    await holds.roster(id)
    roster = await rosters.get(viewer, id, periods.today(now))
    if FLOW.find(RosterVerb.SUBMIT, roster.facts, Role.EMPLOYER) is None:
        raise Refused(GENERAL_REFUSAL)
    return roster
