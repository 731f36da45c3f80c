"""What stands for a sent file in demonstrations and tests is what real readers of such files take it for."""

from io import BytesIO

import pikepdf
from PIL import Image

from jianxi.storage import samples
from jianxi.storage.checking import Kind


def test_the_sample_picture_is_a_whole_png() -> None:
    kept = samples.picture()

    with Image.open(BytesIO(kept.content)) as image:
        image.load()
        assert (kept.kind, image.format, image.size) == (Kind.PNG, "PNG", (640, 404))


def test_the_sample_document_is_a_whole_pdf_of_one_page() -> None:
    kept = samples.document()

    with pikepdf.open(BytesIO(kept.content), attempt_recovery=False) as pdf:
        assert (kept.kind, len(pdf.pages), kept.pages, pdf.check_pdf_syntax()) == (Kind.PDF, 1, 1, [])
