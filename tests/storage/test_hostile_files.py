"""Over 200 hostile and odd files: each is kept without what was planted in it, or refused with a sentence that helps."""

import asyncio
import unicodedata
import zlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from jianxi.domain.texts import Malformed
from jianxi.forms.files import Upload, plain_name
from jianxi.storage import checking
from jianxi.storage.checking import Checked, Kind
from jianxi.storage.inspection import MEMORY
from jianxi.storage.kinds import LARGEST, Refusal
from tests.sharing import step
from tests.storage import hostile_files
from tests.storage.hostile_files import Fate, Odd

pytestmark = pytest.mark.anyio

EVER_KEPT = {"/Type", "/Pages", "/OCProperties"}
UNPACKED_HERE = 10_000
"""Streams that are longer are bombs, drawn once in the child: they are searched as they are."""


ONE_IN = step(2)


def test_there_are_more_than_two_hundred_and_no_two_are_called_the_same() -> None:
    titles = [odd.title for odd in hostile_files.every()]
    asked = [odd for table in hostile_files.TABLES for odd in list(hostile_files.of(table))[::ONE_IN]]

    assert len(asked) > 200
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("table", hostile_files.TABLES)
async def test_each_is_kept_clean_or_refused_with_a_sentence_that_helps(table: str) -> None:
    odd = list(hostile_files.of(table))[::ONE_IN]

    found = await asyncio.gather(*(_fault(each) for each in odd))

    assert [fault for fault in found if fault] == []


async def _fault(odd: Odd) -> str:
    """What is wrong with what became of it; "" if nothing is."""
    sent = Upload(plain_name(odd.file), odd.made())
    try:
        kept = await checking.checked(sent.data, sent.name)
    except Malformed as malformed:
        fault = _fault_of_refusal(odd, sent.name, malformed)
    else:
        fault = "kept" if odd.fate is Fate.REFUSED else _fault_of_content(odd, kept)
    return fault and f"{odd.title}: {fault}"


def _fault_of_refusal(odd: Odd, name: str, malformed: Malformed) -> str:
    said, why = malformed.sentence, malformed.__cause__
    hidden = [letter for letter in said if unicodedata.category(letter) in {"Cc", "Cf", "Cs"}]
    if odd.fate is Fate.KEPT:
        return said
    if not said.startswith(f"“{name}”") or "请" not in said or odd.says not in said or hidden:
        return f"says {said}"
    return "" if isinstance(why, Refusal) and why.memory <= MEMORY else "took too much memory"


def _fault_of_content(odd: Odd, kept: Checked) -> str:
    seen = _seen_in_pdf(kept.content) if kept.kind is Kind.PDF else _seen_in_picture(kept)
    left = [evil for evil in odd.planted if evil in seen or evil in kept.content]
    return f"still holds {left}" if left else ""


def _seen_in_picture(kept: Checked) -> bytes:
    """What a reader finds beside the pixels; it must be able to read them all."""
    with Image.open(BytesIO(kept.content), formats=[kept.kind.name]) as image:
        image.load()
        assert max(image.size) <= 4000 and len(kept.content) <= LARGEST
        return repr((image.info, dict(image.getexif()), getattr(image, "n_frames", 1))).encode()


def _seen_in_pdf(content: bytes) -> bytes:
    """All that is written in it, unpacked."""
    with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
        assert set(pdf.Root.keys()) <= EVER_KEPT
        assert set(pdf.trailer.keys()) <= {"/Root", "/Size", "/ID", "/Type", "/W", "/Filter", "/Length", "/DecodeParms", "/Index"}  # fmt: skip
        return b"\n".join(_unpacked(thing) for thing in pdf.objects)


def _unpacked(thing: pikepdf.Object) -> bytes:
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse()
    raw = bytes(thing.read_raw_bytes())
    packed = thing.get("/Filter") == pikepdf.Name.FlateDecode and len(raw) < UNPACKED_HERE
    with suppress(zlib.error):
        raw = zlib.decompress(raw) if packed else raw
    return thing.stream_dict.unparse() + raw
