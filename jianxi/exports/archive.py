"""A zip made part by part: each file is asked for when its turn comes, none is written to a disk, one part is held at a time.

Files are stored as they are: PDF, JPEG and PNG hold nothing that could be pressed out. So the size of the whole is known
before the first byte is sent."""

import re
import struct
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jianxi.domain.file_names import saveable

UTF_8 = 0x800
"""The flag by which names are read as what they are."""
VERSION = 20
UNIX = 3 << 8
"""Said to come from there: files that say DOS have their names taken for an old code page by unzip, in spite of the flag."""
READABLE = 0o100644 << 16
"""An ordinary file that its owner may write and everybody read."""
UNSEEN = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What would make a name look like another one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the zip: its path there, when it was made, its size in bytes, and where its content comes from."""

    path: str
    at: datetime
    """Local time; a zip knows no zone."""
    size: int
    content: Callable[[], AsyncIterator[bytes]]
    """Part by part; asked for twice."""


class Torn(Exception):
    """A content is not as long as was said: the size of the whole has been promised, so the zip ends here."""


def paths(names: Iterable[tuple[str, str]]) -> list[str]:
    """Folder and name of each as paths that no unpacking can lead elsewhere; of two alike the later one is numbered."""
    taken: set[str] = set()
    found: list[str] = []
    for folder, name in names:
        path, number = _path(folder, name), 1
        while path.casefold() in taken:
            number += 1
            path = _path(folder, _numbered(name, number))
        taken.add(path.casefold())
        found.append(path)
    return found


def size(entries: Sequence[Entry]) -> int:
    """Bytes of the whole zip."""
    return sum(30 + 46 + 2 * len(entry.path.encode()) + entry.size for entry in entries) + 22


async def parts(entries: Sequence[Entry]) -> AsyncIterator[bytes]:
    """Raises `Torn`, and whatever a content's source raises."""
    directory, place = b"", 0
    for entry in entries:
        name, told = entry.path.encode(), _told(entry, await _checksum(entry))
        head = b"PK\x03\x04" + told + name
        directory += b"PK\x01\x02" + struct.pack("<H", UNIX | VERSION) + told
        directory += struct.pack("<3H2L", 0, 0, 0, READABLE, place) + name
        place += len(head) + entry.size
        yield head
        async for part in entry.content():
            yield part
    yield directory + _end(len(entries), len(directory), place)


async def _checksum(entry: Entry) -> int:
    """It stands before the content, which is therefore read twice: a checksum after it is not read by every program."""
    checksum = length = 0
    async for part in entry.content():
        checksum, length = zlib.crc32(part, checksum), length + len(part)
    if length != entry.size:
        raise Torn
    return checksum


def _told(entry: Entry, checksum: int) -> bytes:
    """What the head of a file and the directory both tell of it."""
    at, bytes_of_name = entry.at, len(entry.path.encode())
    time = at.hour << 11 | at.minute << 5 | at.second // 2
    day = max(at.year - 1980, 0) << 9 | at.month << 5 | at.day
    said = (VERSION, UTF_8, 0, time, day, checksum, entry.size, entry.size, bytes_of_name, 0)
    return struct.pack("<5H3L2H", *said)


def _end(number: int, length: int, place: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, number, number, length, place, 0)


def _path(folder: str, name: str) -> str:
    return f"{_plain(folder)}/{_plain(name)}" if folder else _plain(name)


def _plain(name: str) -> str:
    return saveable(UNSEEN.sub("_", name)) or "_"


def _numbered(name: str, number: int) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}（{number}）.{ending}" if dot and stem else f"{name}（{number}）"
