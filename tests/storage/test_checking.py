"""What is kept of a sent file: the picture alone, the pages alone, made by a child with limits."""

import asyncio
import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from jianxi.domain.texts import Malformed
from jianxi.storage import checking, limited, samples
from jianxi.storage.checking import PICTURES, Kind
from jianxi.storage.kinds import MOST_PAGES, Reason, Refusal

pytestmark = pytest.mark.anyio


def _saved(image: Image.Image, kind: str, **settings: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **settings)
    return written.getvalue()


def _opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


async def test_the_samples_pass_come_out_the_same_each_time_and_pass_again() -> None:
    for sample in (samples.picture(), samples.document()):
        first, second = await asyncio.gather(*(checking.checked(sample.content, "样本") for _ in range(2)))
        again = await checking.checked(first.content, "样本")

        assert (first.kind, first.pages, first.digest) == (sample.kind, 1, second.digest)
        assert (again.kind, again.pages) == (sample.kind, 1)


async def test_a_photograph_is_turned_upright_and_loses_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N36.6512"
    photograph = _saved(Image.linear_gradient("L").resize((60, 40)), "JPEG", exif=exif, comment=b"planted")

    kept = await checking.checked(photograph, "门头.jpg")

    image = _opened(kept.content)
    assert (image.size, dict(image.getexif()), image.info.get("comment")) == ((40, 60), {}, None)
    assert image.getpixel((35, 30)) < image.getpixel((5, 30))  # type: ignore[operator]  # greys are numbers.
    assert b"N36.6512" not in kept.content


async def test_sixteen_bits_transparency_and_four_inks_come_out_as_they_look() -> None:
    grey = _saved(Image.new("I;16", (9, 9), 0x8000), "PNG")
    clear = _saved(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "PNG")
    inks = _saved(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG")

    kept = [_opened((await checking.checked(data, "图")).content) for data in (grey, clear, inks)]

    assert kept[0].getpixel((4, 4)) == 128
    assert kept[1].getpixel((4, 4)) == (255, 255, 255)
    red, green, blue = kept[2].getpixel((4, 4))  # type: ignore[misc]  # three colours.
    assert red > 220 and green < 40 and blue < 40


async def test_forty_megapixels_fit_into_the_childs_memory_and_one_row_more_does_not_pass() -> None:
    large, fitting = (6400, 6250), (5000, 5000)
    for image in (
        _saved(Image.new("RGBA", large), "PNG", compress_level=1),
        _saved(Image.new("CMYK", large), "JPEG"),
        _saved(Image.new("RGBA", fitting), "PNG", compress_level=1),
        _saved(Image.new("RGB", fitting), "JPEG", progressive=True, subsampling=0),
    ):
        kept = await checking.checked(image, "大图")
        assert 2500 <= max(_opened(kept.content).size) <= 4000

    with pytest.raises(Malformed, match=r"“大图”的尺寸为6400×6251像素，超过4000万像素，请缩小后上传"):
        await checking.checked(_saved(Image.new("1", (6400, 6251)), "PNG"), "大图")


async def test_a_page_becomes_a_picture_of_the_width_asked_for_and_no_other_page_does() -> None:
    document, card = samples.document(), samples.picture()

    page = _opened(await checking.picture(document.content, document.kind, 1, 620))
    small = _opened(await checking.picture(card.content, card.kind, 1, 320))

    assert (page.format, page.size, small.size) == ("JPEG", (620, 878), (320, 202))
    for number in (0, 2):
        with pytest.raises(LookupError):
            await checking.picture(document.content, document.kind, number)
        with pytest.raises(LookupError):
            await checking.picture(card.content, card.kind, number)


async def test_an_office_document_with_links_layers_and_stamps_is_kept_as_it_looks() -> None:
    with pikepdf.open(BytesIO(samples.document().content)) as pdf:
        stamp = pdf.make_stream(b"1 0 0 rg 0 0 60 60 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 60, 60])
        pdf.pages[0].Annots = pikepdf.Array([
            pikepdf.Dictionary(
                Subtype=pikepdf.Name.Stamp, Rect=[100, 100, 160, 160], F=4, AP=pikepdf.Dictionary(N=stamp)
            ),
            pikepdf.Dictionary(
                Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://planted.example"),
            ),
        ])  # fmt: skip
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
        written = BytesIO()
        pdf.save(written)

    kept = await checking.checked(written.getvalue(), "公章.pdf")

    page = _opened(await checking.picture(kept.content, Kind.PDF, 1, 595))
    assert page.getpixel((130, 842 - 130)) == pytest.approx((254, 0, 0), abs=3)
    with pikepdf.open(BytesIO(kept.content)) as pdf:
        assert (set(pdf.Root.keys()), "/Annots" in pdf.pages[0].obj) == ({"/Type", "/Pages"}, False)


async def test_two_hundred_pages_pass_and_one_more_does_not() -> None:
    def many(pages: int) -> bytes:
        with pikepdf.new() as pdf:
            for _ in range(pages):
                pdf.add_blank_page()
            written = BytesIO()
            pdf.save(written)
        return written.getvalue()

    assert (await checking.checked(many(MOST_PAGES), "制度.pdf")).pages == MOST_PAGES
    with pytest.raises(Malformed, match=r"“制度\.pdf”有201页，超过200页，请拆分后上传"):
        await checking.checked(many(MOST_PAGES + 1), "制度.pdf")


async def test_where_only_pictures_are_wanted_a_pdf_is_told_what_it_is() -> None:
    with pytest.raises(Malformed, match=r"“身份证\.pdf”是PDF文件，这里请上传JPEG或PNG文件"):
        await checking.checked(samples.document().content, "身份证.pdf", PICTURES)


def _children() -> list[str]:
    """The children of this process that read files."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    ids = " ".join(path.read_text() for path in tasks.glob("*/children")).split()
    lines = [Path(f"/proc/{each}/cmdline") for each in ids]
    return [str(path) for path in lines if path.exists() and limited.CHILD in path.read_text()]


async def test_who_leaves_while_a_file_is_read_leaves_no_child_behind() -> None:
    content = samples.document().content
    readings = [asyncio.create_task(checking.checked(content, "制度.pdf")) for _ in range(6)]
    _, waiting = await asyncio.wait(readings, return_when=asyncio.FIRST_COMPLETED)
    started = _children()

    for reading in waiting:
        reading.cancel()
    ended = await asyncio.gather(*waiting, return_exceptions=True)

    assert len(started) <= limited.AT_ONCE["check"]
    assert {type(each) for each in ended} == {asyncio.CancelledError}
    assert _children() == []


async def test_a_child_that_dies_is_one_clear_refusal() -> None:
    with pytest.raises(Refusal) as refused:
        await limited.ask({"task": "check", "kind": "no such kind"}, b"x" * 1_000_000)

    assert refused.value.reason is Reason.UNREADABLE
