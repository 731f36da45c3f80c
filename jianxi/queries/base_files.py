"""附件 of a 见习基地 for a viewer: those of the draft, and those of each submission as they were then."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, Viewer
from jianxi.queries import base_rounds, bases, files
from jianxi.queries.bases import Base
from jianxi.queries.files import File
from jianxi.tables.files import BaseFile as Row

DRAFT = 0
"""The round of what is not submitted yet."""


@dataclass(frozen=True, slots=True)
class BaseFile:
    """One file of one round. `kind` is rules (就业见习管理制度) or papers (单位证件信息)."""

    kind: str
    file: File


async def of_round(base_id: int, round: int) -> tuple[BaseFile, ...]:
    """就业见习管理制度 first, each kind in the order in which its files came. Two statements."""
    wanted = (Row.base == base_id) & (Row.round == round)
    rows = await Row.select(Row.kind, Row.place, Row.file).where(wanted)
    known = await files.of_ids([row["file"] for row in rows])
    kinds = list(FILE_KINDS)
    ordered = sorted(rows, key=lambda row: (kinds.index(row["kind"]), row["place"], row["file"]))
    return tuple(BaseFile(row["kind"], known[row["file"]]) for row in ordered)


async def get(viewer: Viewer, base_id: int, file_id: int) -> tuple[Base, File]:
    """`Missing` for a base or a file that is not there or not theirs to see. The employer reads every round and the
    draft; an office reads what was submitted to it."""
    base = await bases.get(viewer, base_id)
    rows = await Row.select(Row.round).where(Row.base == base.id, Row.file == file_id)
    on = {row["round"] for row in rows}
    if not isinstance(viewer, EmployerViewer):
        submitted = base_rounds.readable(viewer, base, await base_rounds.rounds(base))
        on &= {round.number for round in submitted}
    found = await files.of_ids([file_id]) if on else {}
    if file_id not in found:
        raise Missing
    return base, found[file_id]


def named(held: Iterable[BaseFile], kind: str) -> tuple[File, ...]:
    """Those of one kind."""
    return tuple(each.file for each in held if each.kind == kind)


def missing(held: Iterable[BaseFile]) -> dict[str, str]:
    """What is still to be uploaded before a submission, a sentence by kind."""
    kinds = {each.kind for each in held}
    return {kind: f"请上传{label}" for kind, label in FILE_KINDS.items() if kind not in kinds}


def mark(held: Iterable[BaseFile]) -> str:
    """Tells one set of files from another, for a page that comes back."""
    told = "".join(f"{each.kind}:{each.file.id}:{each.file.digest};" for each in held)
    return sha256(told.encode()).hexdigest()
