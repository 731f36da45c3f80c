"""A picture and a document that are known to be good, made by the standard library: for trying out and for tests."""

import struct
import zlib
from functools import cache

from jianxi.storage.checking import Checked, Kind

WIDTH, HEIGHT = 640, 404
"""The shape of an identity card."""
PAPER, INK = b"\xf4\xf1\xea", b"\x9a\xa5\xb1"
LINES = range(90, 330, 60)


@cache
def picture() -> Checked:
    """A framed card with four grey lines on it, where a photograph of a card would be."""
    rows = b"".join(b"\0" + _row(y) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
    return Checked(Kind.PNG, b"\x89PNG\r\n\x1a\n" + b"".join(chunks), 1)


def _row(y: int) -> bytes:
    if y < 6 or y >= HEIGHT - 6:
        return INK * WIDTH
    written = any(line <= y < line + 18 for line in LINES)
    inside = PAPER * 54 + (INK if written else PAPER) * 340 + PAPER * (WIDTH - 12 - 394)
    return INK * 6 + inside + INK * 6


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def document() -> Checked:
    """One A4 page that says what it is; a font that every reader of PDFs has, so that none is in it."""
    drawing = b"BT /F1 24 Tf 72 740 Td (Sample document) Tj ET 0.6 G 72 720 m 523 720 l S"
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return Checked(Kind.PDF, pdf_of(parts), 1)


def pdf_of(parts: tuple[bytes, ...]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalog."""
    written, place, places = [b"%PDF-1.4\n"], 9, []
    for number, part in enumerate(parts, 1):
        places.append(place)
        written.append(b"%d 0 obj\n%s\nendobj\n" % (number, part))
        place += len(written[-1])
    table = (b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, place)
    return b"".join([*written, head, *table, trailer])
