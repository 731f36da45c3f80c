"""Nothing is fetched for a paper, whatever somebody gets into it."""

from urllib import request

import pytest

from jianxi.documents import pdf
from jianxi.documents.pdf import SERIF, AddressInPaper, OwnFont

ADDRESSES = ("http://127.0.0.1:9/a", "file:///etc/hostname", "data:text/css,p{}", SERIF)
FETCHING = (
    '<img src="{}">',
    '<link rel="stylesheet" href="{}">',
    '<link rel="attachment" href="{}">',
    "<style>p {{ background: url({}) }}</style><p>一",
    "<style>@import url({});</style>",
    "<style>@font-face {{ font-family: x; src: url({}) }}</style>",
    '<object data="{}"></object>',
    '<embed src="{}">',
)
DRAWN = ('<svg><image href="{}"/></svg>', '<a href="{}">一</a>', '<iframe src="{}"></iframe>')
"""Places where an address is passed over or only written down."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the library behind would have opened."""
    found: list[str] = []
    monkeypatch.setattr(request.OpenerDirector, "open", lambda _self, url, **_more: found.append(str(url)))
    return found


@pytest.mark.parametrize("place", FETCHING)
def test_an_address_that_would_be_fetched_ends_the_drawing(place: str, opened: list[str]) -> None:
    for address in ADDRESSES:
        with pytest.raises(AddressInPaper):
            pdf.draw(f"<body>{place.format(address)}</body>")

    assert opened == []


@pytest.mark.parametrize("place", DRAWN)
def test_an_address_elsewhere_is_not_fetched_either(place: str, opened: list[str]) -> None:
    for address in ADDRESSES:
        assert pdf.draw(f"<body>{place.format(address)}</body>").startswith(b"%PDF")

    assert opened == []


@pytest.mark.parametrize("address", [*ADDRESSES[:3], "font:other", "font:../../etc/passwd"])
def test_the_stylesheet_gets_its_font_and_nothing_else(address: str) -> None:
    with pytest.raises(PermissionError):
        OwnFont().fetch(address)

    assert OwnFont().fetch(SERIF).read(4) == b"\x00\x01\x00\x00"
