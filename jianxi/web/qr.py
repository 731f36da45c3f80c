"""A QR code as a picture inside the page: an <svg> of its own, without style or script."""

import segno
from markupsafe import Markup


def svg(text: str, title: str) -> Markup:
    """`title` is what a screen reader says instead."""
    made = segno.make(text, error="m", micro=False)
    drawn = made.svg_inline(scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return Markup('<span role="img" aria-label="{}">{}</span>').format(title, Markup(drawn))  # noqa: S704
