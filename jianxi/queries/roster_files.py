"""报送材料 of a roster: what is kept with one version, by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from piccolo.custom_types import Combinable

from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_evidence import Evidence
from jianxi.domain.viewers import Viewer
from jianxi.queries import files, rosters
from jianxi.queries.files import File
from jianxi.queries.rosters import Roster
from jianxi.tables.rosters import RosterFile as Row


@dataclass(frozen=True, slots=True)
class Kept:
    """One file with what it is for."""

    kind: Evidence
    place: int
    file: File


async def of_roster(id: int) -> tuple[Kept, ...]:
    """What goes with its next sending, or went with the newest where there is no next; in the order in which they came. By
    whoever was found to see the roster, as the next two."""
    return await _read((Row.roster == id) & Row.until.is_null())


async def of_sending(id: int, round: int) -> tuple[Kept, ...]:
    """What went with one, whatever has been attached or taken away since."""
    until = Row.until.is_null() | (Row.until >= round)
    return await _read((Row.roster == id) & (Row.since <= round) & until)


async def _read(wanted: Combinable) -> tuple[Kept, ...]:
    columns = (Row.kind, Row.place, *files.joined(Row.file))
    rows = await Row.select(*columns).where(wanted).order_by(Row.place)
    return tuple(Kept(Evidence(row["kind"]), row["place"], files.of_row(row)) for row in rows)


def by_kind(found: Sequence[Kept]) -> Mapping[Evidence, list[File]]:
    """Every kind, also those without any."""
    return {kind: [each.file for each in found if each.kind is kind] for kind in Evidence}


async def get(viewer: Viewer, id: int, file: int, today: date) -> tuple[Roster, Kept]:
    """`Missing` for a roster or a file that is not there or not theirs to see."""
    roster = await rosters.get(viewer, id, today)
    found = next(iter(await _read((Row.roster == roster.id) & (Row.file == file))), None)
    if found is None:
        raise Missing
    return roster, found
