"""Makes a scan of a paper as a unit would send it: turned, blurred, grey, noisy, squeezed. Looks the same each time."""

import random
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

INCH = 72
"""Points of a PDF in an inch."""


@dataclass(frozen=True, slots=True)
class Scan:
    """How a page was scanned or photographed."""

    dpi: int = 150
    degrees: float = 0
    blur: float = 0
    """Radius in pixels."""
    grey: bool = False
    noise: int = 0
    """How far a pixel's brightness strays at most, of 255."""
    quality: int = 75
    """Of the JPEG."""

    def of(self, document: bytes, page: int = 1) -> bytes:
        """A JPEG of one page, counted from 1."""
        written = BytesIO()
        self.drawn(document, page).save(written, "JPEG", quality=self.quality)
        return written.getvalue()

    def drawn(self, document: bytes, page: int = 1) -> Image.Image:
        image = _page(document, page, self.dpi)
        if self.degrees:
            image = image.rotate(self.degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
        if self.blur:
            image = image.filter(ImageFilter.GaussianBlur(self.blur))
        if self.noise:
            image = _noisy(image, self.noise)
        return image.convert("L") if self.grey else image


def pdf_of(*pages: bytes) -> bytes:
    """A PDF of these JPEGs, one a page, as scanners write them."""
    first, *others = (Image.open(BytesIO(page)) for page in pages)
    written = BytesIO()
    first.save(written, "PDF", save_all=True, append_images=others, resolution=150)
    return written.getvalue()


@lru_cache(maxsize=4)
def _page(document: bytes, page: int, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(document) as pages:
        image: Image.Image = pages[page - 1].render(scale=dpi / INCH).to_pil().convert("RGB")
        return image


def _noisy(image: Image.Image, most: int) -> Image.Image:
    """The same noise each time."""
    grains = random.Random(most).randbytes(image.width * image.height)
    noise = Image.frombytes("L", image.size, grains).point(lambda grain: grain * 2 * most // 255)
    layers = Image.merge("RGB", (noise, noise, noise))
    return ImageChops.add(image, layers, offset=-most)
