"""Hostile files through the form of 见习基地申请: each told by its field, never a fault of the server, nothing attached."""

from html import unescape

import pytest

from tests.cast import employer
from tests.routes.base_desks import desk_of
from tests.storage import hostile_files
from tests.storage.hostile_files import Fate, Odd
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
SMALL = 1_000_000
EVERY = 11
"""Of those that are refused: as many as one record may have files."""
LONGEST = 256
"""Letters of a file's name; longer ones are no names of files, and the request is refused whole."""


def _some_refused() -> list[tuple[Odd, bytes]]:
    refused = [odd for odd in hostile_files.every() if odd.fate is Fate.REFUSED and odd.says != "请"]
    made = [(odd, odd.made()) for odd in refused[::EVERY]]
    return [(odd, data) for odd, data in made if len(data) < SMALL][:20]


async def test_hostile_files_are_each_told_by_their_field_and_none_is_attached() -> None:
    sent = _some_refused()
    files = [
        ("papers", (f"{place}号证件.pdf", data, "application/pdf")) for place, (_, data) in enumerate(sent)
    ]
    async with desk_of(await employer()) as desk:
        fields = {"csrf": await csrf_of(desk.visitor), "act": "upload", "v": "0", "staff": "7"}
        told = await desk.visitor.post("/employer/base", data=fields, files=files)
        page = await desk.get("/employer/base")

    said = unescape(told.text)
    assert told.status_code == 422
    assert len(sent) > 10
    assert [
        odd.title
        for place, (odd, _) in enumerate(sent)
        if f"“{place}号证件.pdf”" not in said or odd.says not in said
    ] == []
    assert "号证件.pdf" not in page.text


async def test_names_that_would_like_to_be_more_are_shown_as_plain_names() -> None:
    odd = [each for each in hostile_files.of("kinds") if each.fate is Fate.KEPT]
    typed = [each for each in odd if each.file.isprintable() and 0 < len(each.file) < LONGEST]
    files = [("papers", (each.file, each.made(), "image/png")) for each in typed]
    async with desk_of(await employer()) as desk:
        fields = {"csrf": await csrf_of(desk.visitor), "act": "upload", "v": "0"}
        told = await desk.visitor.post("/employer/base", data=fields, files=files)

    assert len(typed) > 10
    assert told.status_code == 200
    assert [word for word in ("<script>alert", "etc/passwd", "windows\\", "C:\\") if word in told.text] == []
