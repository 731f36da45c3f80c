"""Which files can be kept, told by how they begin, and the reasons why one is not."""

from enum import StrEnum


class Kind(StrEnum):
    """What can be kept."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class Reason(StrEnum):
    """Why a file is not kept; `refusals` has the sentence of each."""

    EMPTY = "empty"
    LARGE = "large"
    KIND = "kind"
    NOT_HERE = "not here"
    PREFIX = "prefix"
    PIXELS = "pixels"
    TRUNCATED = "truncated"
    BROKEN = "broken"
    PAGES = "pages"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    UNDRAWN = "undrawn"
    UNREADABLE = "unreadable"


class Refusal(Exception):
    """A file that is not kept. `detail` is what its sentence needs besides: a size, a number, what is active in it;
    `memory` the most bytes that the child held, where it lived to tell."""

    def __init__(self, reason: Reason, detail: str = "", memory: int = 0) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
        self.memory = memory


BEGINS = {Kind.PDF: b"%PDF-", Kind.JPEG: b"\xff\xd8\xff", Kind.PNG: b"\x89PNG\r\n\x1a\n"}
LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_PAGES = 200

_OTHERS = (
    (b"BM", "BMP图片"),
    (b"GIF8", "GIF图片"),
    (b"II*\0", "TIFF图片"),
    (b"MM\0*", "TIFF图片"),
    (b"PK\x03\x04", "压缩包或Office、OFD文档"),
    (b"PK\x05\x06", "压缩包"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版Office文档"),
    (b"{\\rtf", "RTF文档"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"#!", "程序"),
    (b"%!PS", "PostScript文件"),
)
_MARKUP = ((b"<svg", "SVG图片"), (b"<!doctype html", "网页"), (b"<html", "网页"), (b"<script", "网页"))


def kind_of(data: bytes) -> Kind | None:
    return next((kind for kind, start in BEGINS.items() if data.startswith(start)), None)


def other_kind(data: bytes) -> str:
    """What a file that is none of ours is, in a person's words, where that is easily told; "" else."""
    for start, word in _OTHERS:
        if data.startswith(start):
            return word
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP图片"
    if data[4:8] == b"ftyp":
        return "HEIC图片" if data[8:12] in {b"heic", b"heix", b"mif1", b"hevc", b"avif"} else "视频"
    text = data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower()
    if text.startswith((b"<", b"\xff\xfe<")):
        return next((word for start, word in _MARKUP if start in text), "网页或XML文件")
    return ""
