"""Pictures that carry more than a picture, claim to be larger than they are, or are none behind their first bytes."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import Image, PngImagePlugin

from tests.storage.hostile_files import PLANTED, Odd, cleaned, either, refused
from tests.storage.hostile_files_kinds import SCRIPT, zipped

ZIP = zipped({"evil.html": SCRIPT}) + PLANTED
PLACE = b"N36.651216"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
MEGA = 1024 * 1024


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **settings: object) -> bytes:
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    written = io.BytesIO()
    picture.save(written, kind, **settings)
    return written.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(
    width: int, height: int, depth: int, colour: int, pixels: bytes, *between: bytes, lace: int = 0
) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, lace))
    return SIGNATURE + header + b"".join(between) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def with_chunk(name: bytes, data: bytes) -> bytes:
    """A good PNG with one more chunk before its pixels."""
    good = saved("PNG")
    return good[:33] + chunk(name, data) + good[33:]


def with_segment(marker: int, data: bytes) -> bytes:
    """A good JPEG with one more segment at its beginning."""
    good = saved("JPEG")
    return good[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data + good[2:]


def of_size(width: int, height: int) -> bytes:
    """A JPEG that claims to be so large."""
    good = saved("JPEG")
    place = good.index(b"\xff\xc0") + 5
    return good[:place] + struct.pack(">HH", height, width) + good[place + 4 :]


def _placed(kind: str) -> Callable[[], bytes]:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = PLACE.decode()
    exif[0x010E] = PLANTED.decode()
    return lambda: saved(kind, exif=exif.tobytes())


def _texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", PLANTED.decode())
    texts.add_itxt("XML:com.adobe.xmp", SCRIPT.decode())
    return saved("PNG", pnginfo=texts)


def _moving() -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "PNG", save_all=True, append_images=frames[1:])
    return written.getvalue()


GOOD = zlib.compress((b"\0" + bytes(30)) * 10)
MODES = ("1", "L", "LA", "P", "RGBA", "I;16")
KEPT: tuple[tuple[str, bytes | Callable[[], bytes]], ...] = (
    ("a JPEG with a zip behind it", saved("JPEG") + ZIP),
    ("a PNG with a zip behind it", saved("PNG") + ZIP),
    ("a JPEG with a page behind it", saved("JPEG") + SCRIPT),
    ("a PNG with a page behind it", saved("PNG") + SCRIPT),
    ("a JPEG with a PDF behind it", saved("JPEG") + b"%PDF-1.4 " + PLANTED),
    ("a PNG with a program behind it", saved("PNG") + b"MZ" + PLANTED * 99),
    ("a JPEG whose comment is a page", saved("JPEG", comment=SCRIPT)),
    ("a JPEG whose comment is a script of a server", with_segment(0xFE, b"<?php " + PLANTED)),
    ("a JPEG with XMP that holds a script", with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SCRIPT)),
    ("a JPEG with a segment of a stranger", with_segment(0xEB, PLANTED * 50)),
    ("a JPEG with a false thumbnail", with_segment(0xE0, b"JFXX\0\x10" + PLANTED)),
    ("a JPEG with a broken EXIF", with_segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff" + PLANTED)),
    ("a JPEG with a profile of colours", saved("JPEG", icc_profile=PLANTED * 400)),
    ("a PNG with a profile of colours", saved("PNG", icc_profile=PLANTED * 400)),
    ("a JPEG with the place where it was taken", _placed("JPEG")),
    ("a PNG with the place where it was taken", _placed("PNG")),
    ("a PNG with texts", _texts),
    ("a PNG with a chunk of a stranger", with_chunk(b"evIl", PLANTED * 20)),
    ("a PNG with a broken EXIF", with_chunk(b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + PLANTED)),
    ("a PNG that moves", _moving),
    ("an interlaced PNG", png(1, 1, 8, 0, zlib.compress(b"\0\x80"), lace=1)),
    ("a progressive JPEG", saved("JPEG", progressive=True)),
    ("a JPEG of four inks", saved("JPEG", "CMYK")),
    ("a JPEG in grey", saved("JPEG", "L")),
    ("a JPEG of more than one picture", saved("MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])),
    ("a PNG of one pixel", saved("PNG", size=(1, 1))),
    ("a picture as a long thread", saved("PNG", "L", (1, 30_000))),
    ("40 MP of one colour", lambda: saved("PNG", "1", (8000, 5000))),
    *((f"a PNG in mode {mode}", saved("PNG", mode)) for mode in MODES),
    *((f"a JPEG held the way {way}", with_segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes((way, 0, 0, 0, 0, 0, 0)))) for way in (0, 5, 8, 99)),
)  # fmt: skip
REFUSED: tuple[tuple[str, bytes | Callable[[], bytes], str], ...] = (
    ("a PNG of 50,000 × 50,000 by its header", png(50_000, 50_000, 8, 2, GOOD), "尺寸为50000×50000像素"),
    ("a PNG of 2³¹ by 2³¹", png(2**31 - 1, 2**31 - 1, 8, 2, GOOD), "请缩小后上传"),
    ("one bit a pixel, a row above 40 MP", lambda: saved("PNG", "1", (8000, 5001)), "超过4000万像素"),
    ("a JPEG of 65,500 × 65,500 by its header", of_size(65_500, 65_500), "尺寸为65500×65500像素"),
    ("a PNG without size", png(0, 0, 8, 2, GOOD), "请"),
    ("a JPEG without height", of_size(60, 0), "请"),
    ("a PNG of a depth that is none", png(10, 10, 7, 2, GOOD), "已损坏"),
    ("a PNG of a colour that is none", png(10, 10, 8, 5, GOOD), "已损坏"),
    ("a PNG whose header's sum is wrong", SIGNATURE + b"\0\0\0\x0dIHDR" + bytes(40), "已损坏"),
    ("a PNG without pixels", SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0)) + chunk(b"IEND", b""), "请"),
    ("a PNG whose pixels do not unpack", png(10, 10, 8, 2, PLANTED), "请"),
    ("a PNG with far too few pixels", png(900, 900, 8, 2, GOOD), "请"),
    ("only a PNG's signature", SIGNATURE, "请"),
    ("a PNG's signature before a page", SIGNATURE + SCRIPT, "已损坏"),
    ("only a JPEG's first bytes", b"\xff\xd8\xff", "请"),
    ("a JPEG's first bytes before a page", b"\xff\xd8\xff\xe0" + SCRIPT, "已损坏"),
    ("a JPEG's first bytes before a PDF", b"\xff\xd8\xff%PDF-1.7", "已损坏"),
    ("a JPEG of segments only", b"\xff\xd8" + b"\xff\xe1\0\x02" * 9000 + b"\xff\xd9", "已损坏"),
    ("a JPEG of twelve bits", saved("JPEG").replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), "请"),
    ("a text of 100 MB packed into a PNG", lambda: with_chunk(b"zTXt", b"x\0\0" + zlib.compress(bytes(100 * MEGA))), "请"),
    ("an international text of 100 MB packed into a PNG", lambda: with_chunk(b"iTXt", b"x\0\x01\0\0\0" + zlib.compress(bytes(100 * MEGA))), "请"),
)  # fmt: skip
EITHER: tuple[tuple[str, bytes | Callable[[], bytes]], ...] = (
    ("a PNG that unpacks to more than it has", lambda: png(10, 10, 8, 2, zlib.compress(bytes(99 * MEGA)))),
    ("a palette that is too short", png(10, 10, 8, 3, zlib.compress((b"\0" + b"\xff" * 10) * 10), chunk(b"PLTE", b"abc"))),
    ("a palette that is missing", png(10, 10, 8, 3, GOOD)),
    ("two headers", SIGNATURE + png(10, 10, 8, 2, GOOD)[8:33] + png(9999, 9999, 8, 2, GOOD)[8:]),
    ("a profile that unpacks to 100 MB", lambda: with_chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(100 * MEGA)))),
    ("a thousand texts", SIGNATURE + saved("PNG")[8:33] + chunk(b"tEXt", b"a\0" + b"b" * 9000) * 900 + saved("PNG")[33:]),
    ("an animation of four thousand million pictures", with_chunk(b"acTL", b"\xff" * 8)),
    ("a chunk that claims 2 GB", saved("PNG")[:33] + b"\x7f\xff\xff\xffevIl" + saved("PNG")[33:]),
    ("two beginnings of a JPEG", saved("JPEG")[:2] + saved("JPEG")),
    ("a JPEG that claims twice its height", of_size(60, 80)),
    ("a JPEG of 40 MP with almost nothing in it", of_size(8000, 5000)),
    ("a JPEG without its tables", saved("JPEG").replace(b"\xff\xc4", b"\xff\xef")),
    ("sixteen bits in four channels", png(4, 4, 16, 6, zlib.compress((b"\0" + bytes(32)) * 4))),
)  # fmt: skip


def every() -> Iterator[Odd]:
    yield from (cleaned(title, "证件照.jpg", data, PLACE) for title, data in KEPT)
    yield from (refused(title, "证件照.png", data, says) for title, data, says in REFUSED)
    yield from (either(title, "证件照.png", data) for title, data in EITHER)
