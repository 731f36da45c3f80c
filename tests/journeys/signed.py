"""A paper on its way: printed, signed and stamped, scanned, and uploaded by the employer."""

from dataclasses import dataclass
from io import BytesIO

from PIL import ImageDraw
from pypdfium2 import PdfDocument

from jianxi.storage import samples
from tests.journeys.attachments import File
from tests.journeys.visitor import Visitor
from tests.scans import Scan, pdf_of

SEAL = (208, 40, 36)
PHOTO: File = ("拍照.png", samples.picture().content)
"""A photograph on which no code can be read: it is for people to look at."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One paper as a unit sends it: its first page, then the others in one file."""

    first: File
    others: File

    @property
    def files(self) -> tuple[File, ...]:
        return (self.first, self.others) if self.others[1] else (self.first,)


def scanned(paper: File, degrees: float = 1.5) -> Scanned:
    """Rendered, stamped, laid on the glass at a slant and squeezed as JPEG, page by page."""
    name, document = paper
    assert name.endswith(".pdf"), name
    with PdfDocument(document) as pages:
        many = len(pages)
    how = Scan(dpi=110, degrees=degrees, quality=60)
    first, *others = (_stamped(how, document, page) for page in range(1, many + 1))
    rest = pdf_of(*others) if others else b""
    return Scanned(("扫描第1页.jpg", first), ("扫描其余各页.pdf", rest))


def _stamped(how: Scan, document: bytes, page: int) -> bytes:
    image = how.drawn(document, page).copy()
    across, down = image.width * 3 // 4, image.height * 5 // 6
    far = image.width // 12
    ring = (across - far, down - far, across + far, down + far)
    ImageDraw.Draw(image).ellipse(ring, outline=SEAL, width=5)
    written = BytesIO()
    image.save(written, "JPEG", quality=how.quality)
    return written.getvalue()


def sends(employer: Visitor, act: str, *files: File) -> None:
    """On the page of 上传协议 or 上传解除协议证明: choose, look, confirm."""
    employer.upload("选择文件", *files)
    for name, _ in files:
        employer.sees(name)
    employer.press(f"确认{act}")
    employer.sees("等待审核")
