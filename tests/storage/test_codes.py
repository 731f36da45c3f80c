"""QR codes of scans: read in the child that checks the file, from bad scans too, and never a reason to refuse it."""

from io import BytesIO

import pytest
from PIL import Image

from jianxi.documents import pdf
from jianxi.storage import checking, codes, samples
from jianxi.storage.kinds import Kind
from tests.documents.contents import agreement_html
from tests.documents.reading import CODE, SITE
from tests.scans import Scan, pdf_of

pytestmark = pytest.mark.anyio
RIGHT = (f"{SITE}/verify/{CODE}",)


@pytest.fixture(scope="module")
def agreement() -> bytes:
    return pdf.draw(agreement_html())


async def test_codes_of_a_paper_and_of_its_scans_are_read_where_they_are_asked_for(agreement: bytes) -> None:
    poor = Scan(degrees=4, blur=1, grey=True, quality=50).of(agreement)
    for data in (agreement, poor, pdf_of(Scan(blur=4).of(agreement, 2), poor)):
        assert (await checking.checked(data, "协议", codes=True)).codes == RIGHT
    assert (await checking.checked(poor, "协议")).codes == ()


async def test_what_has_no_code_or_one_that_nobody_can_read_is_kept_unread(agreement: bytes) -> None:
    for data in (samples.picture().content, Scan(blur=6).of(agreement)):
        kept = await checking.checked(data, "协议", codes=True)
        assert (kept.codes, kept.pages) == ((), 1)


@pytest.mark.parametrize(
    "scan",
    [
        Scan(degrees=1),
        Scan(degrees=-3, blur=0.5, grey=True),
        Scan(degrees=5, blur=1, quality=50),
        Scan(degrees=7, blur=1.5, grey=True, quality=85),
        Scan(degrees=10, blur=1.5, quality=50),
        Scan(degrees=2, blur=2, grey=True, quality=85),
        Scan(degrees=92, blur=1, grey=True),
        Scan(degrees=3, blur=0.7, noise=30),
    ],
    ids=str,
)
def test_a_scan_that_a_person_can_read_is_read_and_says_nothing_else(agreement: bytes, scan: Scan) -> None:
    assert tuple(codes.read(scan.of(agreement), Kind.JPEG)) == RIGHT


def test_many_codes_and_long_ones_are_not_told_without_end(agreement: bytes) -> None:
    import zxingcpp

    texts = ["x" * 400, *(f"https://pay.test/{number}" for number in range(25))]
    page = Image.new("L", (1600, 1200), 255)
    for place, text in enumerate(texts):
        made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        code = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=4 if place else 3))
        page.paste(code, (20 + place % 7 * 220, 20 + place // 7 * 260))
    written = BytesIO()
    page.save(written, "PNG")
    found = codes.read(written.getvalue(), Kind.PNG)
    assert len(found) == codes.MOST
    assert all(text in texts[1:] for text in found)
