"""What a sent file is, by its content: a PDF, JPEG or PNG that is safe to keep, or the sentence why it is none."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from jianxi.domain.texts import Malformed
from jianxi.storage import limited, refusals
from jianxi.storage.kinds import BEGINS, LARGEST, MOST_PAGES, Kind, Reason, Refusal, kind_of, other_kind

__all__ = ["DOCUMENTS", "PICTURES", "Checked", "Kind", "check_size", "checked", "picture"]

DOCUMENTS = (Kind.PDF, Kind.JPEG, Kind.PNG)
PICTURES = (Kind.JPEG, Kind.PNG)
HEADER_WITHIN = 1024
"""Where readers of PDFs still look for the header; other programs take what comes before it for something else."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as it will be kept: pictures written anew, PDFs sanitised."""

    kind: Kind
    content: bytes
    pages: int
    codes: tuple[str, ...] = ()
    """What its QR codes say, where they were asked for and could be read."""

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


async def checked(
    data: bytes, name: str, allowed: Collection[Kind] = DOCUMENTS, *, codes: bool = False
) -> Checked:
    """Raises `Malformed` with one sentence that names the file, what is wrong and what to do. With `codes` its QR codes
    are read as well, which takes its time."""
    try:
        kind = _told_kind(data, allowed)
        return await _kept(kind, data, codes)
    except Refusal as refusal:
        raise Malformed(refusals.sentence(refusal.reason, name, refusal.detail, allowed)) from refusal


async def picture(content: bytes, kind: Kind, page: int, width: int = 1240, degrees: int = 0) -> bytes:
    """A JPEG of one page, counted from 1, at most so many pixels wide, then turned by so many degrees clockwise.
    `LookupError` where there is no such page or no picture can be made of it."""
    order = {"task": "picture", "kind": kind.value, "page": page, "width": width, "turn": degrees}
    try:
        answer = await limited.ask(order, content)
    except Refusal as refusal:
        raise LookupError(page) from refusal
    if not answer.content.startswith(BEGINS[Kind.JPEG]):
        raise LookupError(page)
    return answer.content


def check_size(size: int, name: str) -> None:
    """For a file that is not read yet. Raises `Malformed` as `checked` does."""
    try:
        _fits(size)
    except Refusal as refusal:
        raise Malformed(refusals.sentence(refusal.reason, name, refusal.detail, DOCUMENTS)) from refusal


def _fits(size: int) -> None:
    if size > LARGEST:
        raise Refusal(Reason.LARGE, refusals.megabytes(size))


def _told_kind(data: bytes, allowed: Collection[Kind]) -> Kind:
    """What can be told without reading more than the beginning; the name plays no part."""
    if not data:
        raise Refusal(Reason.EMPTY)
    _fits(len(data))
    kind = kind_of(data)
    if kind is None:
        hidden = Kind.PDF in allowed and BEGINS[Kind.PDF] in data[:HEADER_WITHIN]
        raise Refusal(Reason.PREFIX) if hidden else Refusal(Reason.KIND, other_kind(data))
    if kind not in allowed:
        raise Refusal(Reason.NOT_HERE, f"{refusals.NAMES[kind]}文件")
    return kind


async def _kept(kind: Kind, data: bytes, codes: bool) -> Checked:
    """As the child wrote it anew. The child has read a hostile file, so what it says is looked at too."""
    answer = await limited.ask({"task": "check", "kind": kind.value, "codes": codes}, data)
    pages = answer.pages
    if not isinstance(pages, int) or not 1 <= pages <= MOST_PAGES or kind_of(answer.content) is not kind:
        raise Refusal(Reason.UNREADABLE)
    return Checked(kind, answer.content, pages, answer.codes)
