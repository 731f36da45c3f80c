"""佐证材料 of a 留用: kept while the form is mended, attached with it, taken away again."""

from collections.abc import Sequence
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid
from jianxi.domain.retentions import FLOW, RetentionVerb
from jianxi.domain.upload_limits import too_many
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import retention_files, retentions
from jianxi.services import files, holds, log
from jianxi.services.files import Stored
from jianxi.tables.departures import RetentionFile as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

MOST = 20
REMOVE = "remove"
"""What the log calls it. It is no move: the record stays what it is, and the version that was shown stays good."""


async def keep(stored: Sequence[Stored], now: datetime) -> list[int]:
    """The files' rows, for a form that is still being mended: no record knows them yet."""
    async with unit_of_work():
        return [await files.add(each, now) for each in stored]


async def attach(retention: int, given: Sequence[int]) -> list[str]:
    """Inside the unit of work that writes the retention, with its placement held. Answers the digests of those that are
    new; what was sent twice is attached once. Raises `Invalid`."""
    had = await retention_files.of_retention(retention)
    known = await retention_files.of_ids(given)
    seen = {(file.name, file.digest) for file in had}
    new = []
    for file in known:
        if (file.name, file.digest) not in seen:
            seen.add((file.name, file.digest))
            new.append(file)
    if len(known) < len(set(given)):
        raise Invalid({"evidence": "部分佐证材料已经失效，请重新上传"})
    if len(had) + len(new) > MOST:
        raise Invalid({"evidence": too_many(len(had) + len(new) - MOST, len(had), MOST)})
    place = await _next_place(retention)
    for each in new:
        await insert(Row(retention=retention, place=place, file=each.id))
        place += 1
    return [each.digest for each in new]


async def remove(viewer: EmployerViewer, id: int, file: int, now: datetime) -> None:
    """Takes one away; nothing for one that is not there, be it a second click."""
    today = periods.today(now)
    async with unit_of_work():
        await holds.placement((await retentions.get(viewer, id, today)).placement.id)
        retention = await retentions.get(viewer, id, today)
        FLOW.decide(RetentionVerb.EDIT, retention.facts, Role.EMPLOYER)
        gone = [each for each in await retention_files.of_retention(id) if each.id == file]
        for each in gone:
            await Row.delete().where((Row.retention == id) & (Row.file == file))
            # Digests, never names: people write names and numbers into them.
            await log.record(viewer, now, FLOW.noun, id, REMOVE, facts={"files": [each.digest]})


async def _next_place(retention: int) -> int:
    rows = await Row.select(Row.place).where(Row.retention == retention)
    return max((row["place"] for row in rows), default=0) + 1
