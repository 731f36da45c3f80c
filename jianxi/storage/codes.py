"""Reads the QR codes (二维码) on a picture or on the pages of a PDF. Runs in the child alone; what it cannot read it
leaves unread, and never does a file fail by it."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageFilter
from PIL.ImageFilter import UnsharpMask

from jianxi.storage.kinds import Kind

SECONDS = 5
"""Of processor, counted from the child's start: after that nothing new is tried. The child's own limit is ten."""
WAITED = 8
"""The same by the clock, counted from the first look: where much else runs, the file must not be lost for its code."""
PAGES = 20
"""Of a PDF, so many are looked at."""
WIDTH = 1654
"""Pixels across a page of a PDF: A4 at 200 dpi."""
MOST, LONGEST = 20, 300
"""Codes told of one file, and characters of each; an address of ours has under a hundred."""
SMALL = 6_000_000
"""Pixels up to which a picture is tried at twice its size; beyond, it has enough of them."""


def read(content: bytes, kind: Kind) -> list[str]:
    """What the codes say, each once. A page with none that is read at once is tried in other ways while none was found
    on any."""
    found: dict[str, None] = {}
    hard: list[int] = []
    until = time.monotonic() + WAITED
    # Whatever a strange file makes its readers raise: the file itself was found good before.
    with suppress(Exception):
        for number, page in _pages(content, kind):
            texts = _texts(page)
            found.update(dict.fromkeys(texts))
            if not texts:
                hard.append(number)
            if _is_late(until):
                break
        if not found and hard:
            found.update(dict.fromkeys(_harder(content, kind, set(hard), until)))
    return list(found)[:MOST]


def _sharper(image: Image.Image) -> Image.Image:
    return image.filter(UnsharpMask(2, 400, 0))


def _calmer(image: Image.Image) -> Image.Image:
    """Without the grains of a poor sensor."""
    return image.filter(ImageFilter.MedianFilter(3))


def _redrawn(image: Image.Image) -> Image.Image:
    """Twice as large, its edges steepened again and again: for what is out of focus."""
    if image.width * image.height > SMALL:
        return image.reduce(2).filter(UnsharpMask(2, 400, 0))
    large = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
    for radius, percent in ((5, 300), (5, 300), (4, 200)):
        large = large.filter(UnsharpMask(radius, percent, 0))
    return large


WAYS: tuple[Callable[[Image.Image], Image.Image], ...] = (_sharper, _calmer, _redrawn)
"""In which a page is tried of which nothing could be read, the cheapest first. Turned ones are read as they are."""


def _harder(content: bytes, kind: Kind, numbers: set[int], until: float) -> list[str]:
    for number, page in _pages(content, kind):
        if number in numbers:
            for way in WAYS:
                if _is_late(until):
                    return []
                if texts := _texts(way(page)):
                    return texts
    return []


def _pages(content: bytes, kind: Kind) -> Iterator[tuple[int, Image.Image]]:
    """In grey."""
    if kind is not Kind.PDF:
        with Image.open(BytesIO(content), formats=[kind.name]) as image:
            yield 1, image.convert("L")
        return
    from jianxi.storage.pdfs import drawn

    for number, page in drawn(content, PAGES, WIDTH):
        yield number, page.convert("L")


def _texts(image: Image.Image) -> list[str]:
    import zxingcpp

    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    texts = [each.text for each in zxingcpp.read_barcodes(image, formats=wanted) if each.valid]
    return [text for text in texts if 0 < len(text) <= LONGEST]


def _is_late(until: float) -> bool:
    return time.process_time() > SECONDS or time.monotonic() > until
