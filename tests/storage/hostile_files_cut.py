"""Good files that were cut off on their way, and such with single bits turned over, the same ones each time."""

import io
import random
from collections.abc import Iterator

import pikepdf
from PIL import Image

from jianxi.storage import samples
from tests.storage.hostile_files import Odd, either, refused

CUT = range(10, 100, 10)
TURNED = 4


def _photograph() -> bytes:
    written = io.BytesIO()
    gradient = Image.radial_gradient("L").resize((160, 120))
    Image.merge("RGB", (gradient, gradient.rotate(180), gradient.rotate(90))).save(written, "JPEG")
    return written.getvalue()


def _packed() -> bytes:
    """A PDF as modern programs write it: its objects packed, its table a stream."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.document().content)) as pdf:
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    return written.getvalue()


def whole() -> dict[str, bytes]:
    return {
        "扫描件.png": samples.picture().content,
        "照片.jpg": _photograph(),
        "制度.pdf": samples.document().content,
        "制度（压缩）.pdf": _packed(),
    }


def turned(data: bytes, seed: int, bits: int) -> bytes:
    """So many bits turned over, none of them in the first bytes that tell the kind."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(bits):
        changed[chance.randrange(8, len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped(seeds: range) -> Iterator[Odd]:
    for name, data in whole().items():
        for seed in seeds:
            yield either(f"{name} with bits turned over, {seed}", name, turned(data, seed, 1 + seed % 5 * 4))


def every() -> Iterator[Odd]:
    for name, data in whole().items():
        for share in CUT:
            yield refused(f"{name} cut at {share} %", name, data[: len(data) * share // 100], "请")
    yield from flipped(range(TURNED))
