"""Scans of real agreements, turned, blurred, grey and squeezed: how many QR codes are read as uploads are, how long it takes,
and that none is ever read wrongly."""

import argparse
import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from bench.figures import percentile, show
from jianxi.documents import pdf
from jianxi.storage import checking
from tests.documents.contents import agreement_html
from tests.documents.reading import CODE, SITE
from tests.scans import Scan, pdf_of

DEGREES = (1, 2, 3, 5, 7, 10)
BLURS = (0, 0.5, 1, 1.5, 2, 2.5, 3)
QUALITIES = (50, 85)
RIGHT = f"{SITE}/verify/{CODE}"
EASY = 1.5
"""Radius in pixels at 150 dpi up to which the small print can still be read, and every code must be."""
HEADINGS = ("", "scans", "read", "rate", "wrong", "p50 s", "p95 s", "longest s")


@dataclass(slots=True)
class Told:
    """What came of one group of scans."""

    read: int = 0
    wrong: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.read / len(self.seconds)

    def row(self, name: str) -> tuple[object, ...]:
        timed = (percentile(self.seconds, 0.5), percentile(self.seconds, 0.95), max(self.seconds))
        figures = (len(self.seconds), self.read, f"{self.rate:.1%}", self.wrong)
        return (name, *figures, *(f"{each:.2f}" for each in timed))


def measure(_: argparse.Namespace, __: Mapping[str, str]) -> bool:
    """Answers whether none was read wrongly, and each that a person can read."""
    document = pdf.draw(agreement_html())
    told = asyncio.run(_read_all(dict(_groups(document))))
    total = Told(
        sum(each.read for each in told.values()),
        sum(each.wrong for each in told.values()),
        [second for each in told.values() for second in each.seconds],
    )
    rows = [each.row(name) for name, each in told.items()]
    show("QR codes of agreements, two at once", HEADINGS, [*rows, total.row("all")])
    easy = [told[_blurred(blur)].rate for blur in BLURS if blur <= EASY]
    return total.wrong == 0 and min(easy) == 1


def _groups(document: bytes) -> Iterator[tuple[str, list[bytes]]]:
    pages = (1, 2)
    for blur in BLURS:
        kinds = product(DEGREES, (True, False), QUALITIES)
        scans = [Scan(150, turned, blur, grey, 0, quality) for turned, grey, quality in kinds]
        yield _blurred(blur), [scan.of(document, page) for scan in scans for page in pages]
    noisy = [Scan(150, turned, 0.7, True, noise) for turned, noise in product(DEGREES, (15, 30, 45))]
    yield "noise up to 45 of 255", [scan.of(document, page) for scan in noisy for page in pages]
    sharp = [Scan(300, turned, 1.5, noise=20, quality=50) for turned in DEGREES]
    yield "300 dpi, blur 1.5 px", [scan.of(document) for scan in sharp]
    lying = [Scan(150, degrees + 90, 1, True) for degrees in DEGREES]
    yield "lying, blur 1.0 px", [scan.of(document) for scan in lying]
    both = [Scan(150, turned, 1, True) for turned in DEGREES]
    yield "PDF of two scans", [pdf_of(scan.of(document), scan.of(document, 2)) for scan in both]


def _blurred(blur: float) -> str:
    return f"150 dpi, blur {blur:.1f} px"


async def _read_all(groups: Mapping[str, list[bytes]]) -> dict[str, Told]:
    told = {name: Told() for name in groups}
    waiting = iter([(name, scan) for name, scans in groups.items() for scan in scans])

    async def one_by_one() -> None:
        for name, scan in waiting:
            started = time.perf_counter()
            codes = (await checking.checked(scan, name, codes=True)).codes
            told[name].seconds.append(time.perf_counter() - started)
            told[name].read += RIGHT in codes
            told[name].wrong += any(code != RIGHT for code in codes)

    await asyncio.gather(one_by_one(), one_by_one())
    return told
