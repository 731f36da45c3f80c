"""What a sent file is, by its content: a PDF, JPEG or PNG that is safe to keep, or the sentence why it is none."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.texts import Malformed


class Kind(StrEnum):
    """What can be kept."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


DOCUMENTS = (Kind.PDF, Kind.JPEG, Kind.PNG)
PICTURES = (Kind.JPEG, Kind.PNG)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as it will be kept: pictures written anew, PDFs sanitised."""

    kind: Kind
    content: bytes
    pages: int

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


async def checked(data: bytes, name: str, allowed: Collection[Kind] = DOCUMENTS) -> Checked:
    """Raises `Malformed` with one sentence that names the file, what is wrong and what to do."""
    starts = {b"%PDF-": Kind.PDF, b"\xff\xd8\xff": Kind.JPEG, b"\x89PNG\r\n\x1a\n": Kind.PNG}
    kind = next((kind for start, kind in starts.items() if data.startswith(start)), None)
    if kind is None or kind not in allowed:
        raise Malformed(f"“{name}”不是支持的格式，请上传PDF、JPEG或PNG文件")
    return Checked(kind, data, 1)


async def picture(content: bytes, kind: Kind, page: int, width: int = 1240) -> bytes:
    """A JPEG of one page, counted from 1, at most so many pixels wide."""
    raise NotImplementedError
