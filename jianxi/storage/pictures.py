"""Reads pictures that somebody sent and writes them anew: nothing but their pixels is kept. Runs in the child alone."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from jianxi.storage.kinds import LARGEST, MOST_PIXELS, Kind, Reason, Refusal

LONGEST_SIDE = 4000
"""A page of A4 at 300 dpi has 3508."""
AT_ONCE = 25_000_000
"""So many pixels are scaled at once; larger pictures are halved first, or scaling would need more memory than there is."""
MOST_COEFFICIENTS, FEW_COEFFICIENTS = 160 * 1024 * 1024, 80 * 1024 * 1024
"""What a progressive JPEG holds in memory besides its pixels while it is read, in bytes; from the lower one on its pixels
are halved, to leave room."""
BAND = 256
QUALITY = 88
GREYS = {"1", "L", "LA", "La", "I", "I;16", "I;16B", "I;16L", "F"}
BROKEN = (
    OSError, SyntaxError, ValueError, IndexError, KeyError, TypeError, AttributeError, ArithmeticError, struct.error,
    zlib.error,
)  # fmt: skip
"""What the readers of formats raise for files that are not in order."""

Image.MAX_IMAGE_PIXELS = None
"""Ours is the limit: the same for all, and asked before anything is decoded."""


def checked(data: bytes, kind: Kind) -> tuple[bytes, int]:
    """The picture upright, at most `LONGEST_SIDE` long, without anything but its pixels."""
    try:
        return _written(_pixels(data, kind), kind), 1
    except BROKEN as error:
        cut = "truncated" in str(error) or "unexpected end" in str(error)
        raise Refusal(Reason.TRUNCATED if cut else Reason.BROKEN) from error


def picture(data: bytes, kind: Kind, page: int, width: int) -> bytes:
    if page != 1:
        raise Refusal(Reason.PAGES)
    with Image.open(BytesIO(data), formats=[kind.name]) as image:
        image.draft("RGB", (width, width))
        return jpeg(image.convert("RGB"), width)


def jpeg(image: Image.Image, width: int) -> bytes:
    image.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
    written = BytesIO()
    image.save(written, "JPEG", quality=80)
    return written.getvalue()


def turned(jpeg: bytes, degrees: int) -> bytes:
    """A page picture turned clockwise by a quarter, a half or three quarters."""
    ways = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    written = BytesIO()
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
        image.transpose(ways[degrees]).save(written, "JPEG", quality=80)
    return written.getvalue()


def _pixels(data: bytes, kind: Kind) -> Image.Image:
    with Image.open(BytesIO(data), formats=[kind.name]) as image:
        _check_size(image)
        if image.width * image.height > AT_ONCE or _coefficients(image) > FEW_COEFFICIENTS:
            image.draft(None, (image.width // 2, image.height // 2))
        image.load()
        turned = _orientation(
            image
        )  # After loading: a PNG would be loaded by being asked, and its faults passed over.
        plain = _plain(image, 2 if image.width * image.height > AT_ONCE else 1)
        image.close()  # Frees its pixels: there is no room for them beside what follows.
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return plain if turned is None else plain.transpose(turned)


def _check_size(image: Image.Image) -> None:
    """By what the header says: nothing is decoded yet."""
    width, height = image.size
    if width * height > MOST_PIXELS or min(width, height) < 1:
        raise Refusal(Reason.PIXELS, f"{width}×{height}")
    if _coefficients(image) > MOST_COEFFICIENTS:
        raise Refusal(Reason.UNREADABLE)


def _coefficients(image: Image.Image) -> int:
    """Bytes; none where a picture is read row by row."""
    layers = getattr(image, "layer", ())
    if not image.info.get("progressive") or not layers:
        return 0
    widest, highest = max(layer[1] for layer in layers), max(layer[2] for layer in layers)
    points = sum(layer[1] * layer[2] for layer in layers) / (widest * highest)
    return int(image.width * image.height * 2 * points)


def _orientation(image: Image.Image) -> Image.Transpose | None:
    """How the camera was held. What cannot be understood says nothing."""
    ways = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        return ways.get(image.getexif().get(0x0112, 1))
    except BROKEN:
        return None


def _plain(image: Image.Image, divisor: int) -> Image.Image:
    """A new picture of its pixels, grey or coloured, on white where it is transparent, so many times smaller; made in
    bands, because a second whole copy of a large picture would be too much."""
    mode = "L" if image.mode in GREYS and "transparency" not in image.info else "RGB"
    made = Image.new(mode, (-(-image.width // divisor), -(-image.height // divisor)))
    for top in range(0, image.height, BAND):
        band = _opaque(image.crop((0, top, image.width, min(top + BAND, image.height))), mode)
        made.paste(band.reduce(divisor) if divisor > 1 else band, (0, top // divisor))
    return made


def _opaque(band: Image.Image, mode: str) -> Image.Image:
    if band.mode.startswith("I"):
        # Sixteen bits a pixel: the upper eight are what a screen shows, and plain conversion would cut at 255 instead.
        band = band.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if band.mode == "LA" or "A" in band.getbands() or "transparency" in band.info:
        band = band.convert("RGBA")
        white = Image.new("RGBA", band.size, "white")
        white.alpha_composite(band)
        band = white
    return band.convert(mode)


def _written(image: Image.Image, kind: Kind) -> bytes:
    """A photograph saved as PNG can grow by being written anew: it is halved until it is no larger than what may be sent."""
    while True:
        written = BytesIO()
        if kind is Kind.JPEG:
            image.save(written, "JPEG", quality=QUALITY)
        else:
            image.save(written, "PNG")
        if written.tell() <= LARGEST:
            return written.getvalue()
        image = image.reduce(2)
