"""Scans of the demo's signed papers: small grey pages with a red stamp, drawn by the standard library once a process."""

import struct
import zlib
from functools import cache

from jianxi.cli.demo_data.samples_apart import apart
from jianxi.storage.checking import Checked, Kind

WIDTH, HEIGHT = 496, 702
"""A4 at 60 dots an inch."""
SHEET, PAPER, INK, HEAD, STAMP = (
    b"\xd9\xd7\xd2",
    b"\xfb\xfa\xf6",
    b"\xa8\xa8\xad",
    b"\x55\x58\x60",
    b"\xd0\x38\x34",
)
EDGE, LEFT, RIGHT = 8, 60, 436
CENTRE, OUTER, INNER = (350, 590), 58, 52


def page(number: int, *, is_stamped: bool, codes: tuple[str, ...] = (), mark: str) -> Checked:
    """One sheet as a scanner gives it; the first has a heading. `codes` is what its QR codes are said to be, `mark` whose
    paper it is."""
    return apart(Checked(Kind.PNG, _drawn(number, is_stamped), 1, codes), f"{mark} {number}")


@cache
def _drawn(number: int, is_stamped: bool) -> bytes:
    rows = b"".join(b"\0" + _row(y, number, is_stamped) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows, 6)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _row(y: int, number: int, is_stamped: bool) -> bytes:
    if not EDGE <= y < HEIGHT - EDGE:
        return SHEET * WIDTH
    row = bytearray(SHEET * EDGE + PAPER * (WIDTH - 2 * EDGE) + SHEET * EDGE)
    if number == 1 and 56 <= y < 74:
        _draw(row, 150, 346, HEAD)
    elif 110 <= y < 520 and (y - 110) % 24 < 7:
        # Every fourth line is the end of a paragraph.
        is_last = (y - 110) // 24 % 4 == (number + 1) % 4
        _draw(row, LEFT, RIGHT - (190 if is_last else 0), INK)
    if is_stamped:
        _stamp(row, y)
    return bytes(row)


def _stamp(row: bytearray, y: int) -> None:
    """A ring and a bar: the unit's round seal from afar."""
    across, down = CENTRE
    for x in range(across - OUTER, across + OUTER + 1):
        far = (x - across) ** 2 + (y - down) ** 2
        is_ring = INNER**2 <= far <= OUTER**2
        if is_ring or (abs(y - down) < 6 and abs(x - across) < 28):
            _draw(row, x, x + 1, STAMP)


def _draw(row: bytearray, first: int, end: int, colour: bytes) -> None:
    row[3 * first : 3 * end] = colour * (end - first)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
