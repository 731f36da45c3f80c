"""A QR code as a picture inside a page or a paper: an <svg> of its own, without style or script."""

import segno
from markupsafe import Markup


def svg(text: str, title: str) -> Markup:
    """For a page. `title` is what a screen reader says instead."""
    drawn = _made(text).svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None
    )
    return Markup('<span role="img" aria-label="{}">{}</span>').format(title, Markup(drawn))  # noqa: S704


def printed(text: str) -> Markup:
    """For a paper, whose stylesheet sets its size."""
    drawn = _made(text).svg_inline(border=4, dark="#000", omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawn)  # noqa: S704


def _made(text: str) -> segno.QRCode:
    return segno.make(text, error="m", micro=False)
