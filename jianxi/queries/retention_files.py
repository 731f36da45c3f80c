"""佐证材料 of a 留用: those attached to it, and those kept while its form is still being mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.crypto import tokens
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import Viewer
from jianxi.queries import files, retentions
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.queries.retentions import Retention
from jianxi.tables.departures import RetentionFile as Row

KEPT = "kept retention evidence"
SECONDS = 12 * 3600
"""As long as the longest session; a file without a record is swept after a day."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One 留用 with its evidence."""

    retention: Retention
    evidence: tuple[File, ...]


async def of_retentions(ids: Sequence[int]) -> dict[int, tuple[File, ...]]:
    """By retention, in the order in which they came."""
    if not ids:
        return {}
    columns = (Row.retention, *files.joined(Row.file))
    rows = await Row.select(*columns).where(Row.retention.is_in(list(ids))).order_by(Row.place)
    return {id: tuple(files.of_row(row) for row in rows if row["retention"] == id) for id in ids}


async def of_retention(id: int) -> tuple[File, ...]:
    return (await of_retentions([id]))[id]


async def of_placement(viewer: Viewer, placement: Placement) -> list[Kept]:
    """All 留用 of a placement that the viewer was found to see, the newest first."""
    found = await retentions.of_placement(viewer, placement)
    evidence = await of_retentions([each.id for each in found])
    return [Kept(each, evidence[each.id]) for each in found]


async def get(viewer: Viewer, id: int, file: int, today: date) -> tuple[Retention, File]:
    """`Missing` for a retention or a file that is not there or not theirs to see."""
    retention = await retentions.get(viewer, id, today)
    found = next((each for each in await of_retention(id) if each.id == file), None)
    if found is None:
        raise Missing
    return retention, found


def token(session: int, placement: int, file: int) -> str:
    """By which this session brings a file along until the form of that placement is taken."""
    return tokens.sign([session, placement, file], KEPT)


async def kept(session: int, placement: int, told: Sequence[str]) -> tuple[File, ...]:
    """What the same session sent with earlier tries of the same form, each once; anything else is none."""
    return await of_ids([id for text in told if (id := _read(session, placement, text)) is not None])


async def of_ids(ids: Sequence[int]) -> tuple[File, ...]:
    """Each once, in this order; those that are not there are left out."""
    known = await files.of_ids(ids)
    return tuple(known[id] for id in dict.fromkeys(ids) if id in known)


def _read(session: int, placement: int, text: str) -> int | None:
    try:
        value = tokens.read(text, KEPT, SECONDS)
    except tokens.BadToken:
        return None
    match value:
        case [int(of), int(which), int(file)] if (of, which) == (session, placement):
            return file
    return None
