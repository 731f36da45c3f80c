"""附件 of a 见习基地 as its reviewers take them: how many there are, and all of one submission at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from piccolo.query.functions.aggregate import Count

from jianxi.domain import periods
from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import archive
from jianxi.exports.archive import Entry
from jianxi.queries import base_amendments, base_files, base_rounds, bases, files
from jianxi.queries.base_files import BaseFile
from jianxi.queries.bases import Base
from jianxi.queries.files import File
from jianxi.storage import store
from jianxi.tables.files import BaseFile as Row

LOST = "附件“{}”在系统中缺失或已损坏，不能打包下载。其他附件可以逐个下载；请联系系统管理员恢复，或请单位重新上传。"


@dataclass(frozen=True, slots=True)
class Attachments:
    """Those of one submission, by kind, both kinds always named."""

    groups: tuple[tuple[str, tuple[File, ...]], ...]

    @property
    def number(self) -> int:
        return sum(len(files) for _, files in self.groups)

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(file.size for _, files in self.groups for file in files)


def grouped(held: Sequence[BaseFile]) -> Attachments:
    return Attachments(tuple((label, base_files.named(held, kind)) for kind, label in FILE_KINDS.items()))


async def counts(rounds: Mapping[int, int]) -> dict[int, int]:
    """How many files a submission has, by base; `rounds` says of which. Those without any are left out."""
    if not rounds:
        return {}
    counting = Row.select(Row.base, Row.round, Count(alias="number")).where(Row.base.is_in(list(rounds)))
    rows = await counting.group_by(Row.base, Row.round)
    return {row["base"]: row["number"] for row in rows if rounds[row["base"]] == row["round"]}


async def submitted(viewer: OfficialViewer, id: int, number: int | None) -> tuple[Base, tuple[BaseFile, ...]]:
    """Those of the submission of that number; without one, of what counts for this viewer now. `Missing`."""
    base = await bases.get(viewer, id)
    wanted = base_amendments.number_for(viewer, base) if number is None else number
    readable = base_rounds.readable(viewer, base, await base_rounds.rounds(base))
    if wanted not in {round.number for round in readable}:
        raise Missing
    return base, await base_files.of_round(base.id, wanted)


def entries(held: Sequence[BaseFile]) -> list[Entry]:
    """For a zip: each kind in a folder of its own, under the names they came with."""
    paths = archive.paths((FILE_KINDS[each.kind], each.file.saved_as) for each in held)
    return [
        Entry(path, periods.in_shanghai(file.uploaded_at), file.size, partial(files.content, file))
        for path, file in zip(paths, (each.file for each in held), strict=True)
    ]


async def check(held: Sequence[BaseFile]) -> None:
    """Before all of them are sent: whether each is there, as long as was kept. Raises `Refused`, which names those."""
    lost = [each.file.name for each in held if not await _is_there(each.file)]
    if lost:
        raise Refused(LOST.format("”“".join(lost)))


async def _is_there(file: File) -> bool:
    try:
        return await store.size(file.key) == file.size
    except store.Lost:
        return False
