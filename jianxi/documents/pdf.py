"""Draws paper: the only module that knows WeasyPrint. It runs in the processes of documents.pool, never in the server's."""

import logging
import re
from functools import cache
from importlib import resources
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SERIF = "font:serif"
"""The address by which the stylesheet names the font of this package."""
FONT = "fonts/NotoSerifSC-Regular.ttf"
STYLE = "documents/paper.css"
_UNDRAWN = re.compile(r"U\+([0-9A-F]+)")


class AddressInPaper(Exception):
    """Something in it was to be fetched from elsewhere: it is not drawn."""


class Refusing(URLFetcher):  # type: ignore[misc]
    """Fetches nothing: a paper brings everything with it. An address in one ends its drawing."""

    def __init__(self) -> None:
        super().__init__(fail_on_errors=True)

    def fetch(self, url: str, headers: Any = None) -> Any:
        raise PermissionError(f"paper fetches nothing: {url[:80]}")


class OwnFont(Refusing):
    """What the stylesheet of this package may ask for: the font beside it."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        if url != SERIF:
            return super().fetch(url, headers)
        font = resources.files("jianxi.data").joinpath(FONT)
        return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})


class _Undrawn(logging.Handler):
    """Listens for the characters that no font has."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if ".notdef" in text:
            self.characters |= {chr(int(code, 16)) for code in _UNDRAWN.findall(text)}


def draw(html: str) -> bytes:
    """The PDF of one paper. A character that no font has is printed as its number, 〔U+2EBF0〕, never left blank."""
    document, undrawn = _drawn(html)
    for character in undrawn:
        html = html.replace(character, f"〔U+{ord(character):04X}〕")
    return _drawn(html)[0] if undrawn else document


def undrawn(text: str) -> set[str]:
    """Those of its characters that no font has."""
    return _drawn(f'<html lang="zh-CN"><p>{text}')[1]


def _drawn(html: str) -> tuple[bytes, set[str]]:
    listener, logger = _Undrawn(), logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        document: bytes = HTML(string=html, url_fetcher=Refusing()).write_pdf(
            stylesheets=[_style()], font_config=fonts(), presentational_hints=False, pdf_tags=True
        )
    except FatalURLFetchingError as error:
        raise AddressInPaper from error
    finally:
        logger.removeHandler(listener)
    return document, listener.characters


@cache
def fonts() -> FontConfiguration:
    """One a process: making one costs more than a page, and many would grow the memory."""
    return FontConfiguration()


@cache
def _style() -> CSS:
    text = resources.files("jianxi.templates").joinpath(STYLE).read_text("utf-8")
    return CSS(string=text, font_config=fonts(), url_fetcher=OwnFont(), base_url="font:")
