"""字号 and 高对比: chosen by a form, kept in a cookie by the server, shown as classes of the page."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from jianxi.web.cookies import look_cookie, set_cookie
from jianxi.web.requests import Fields

SIZES = {"standard": "", "large": "lg", "larger": "xl"}
"""Value of the button → class of the page: 标准, 大字, 特大."""
ONE_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Look:
    """What a visitor chose."""

    size: str = "standard"
    high_contrast: bool = False

    @property
    def classes(self) -> str:
        return " ".join(filter(None, (SIZES[self.size], "hc" if self.high_contrast else "")))


def look_of(request: Request) -> Look:
    size, _, contrast = request.cookies.get(look_cookie(request), "").partition(".")
    return Look(size if size in SIZES else "standard", contrast == "high")


def chosen(look: Look, fields: Fields) -> Look:
    """A size replaces the size; 高对比 pressed again is switched off."""
    size = fields.one("size")
    turned = look.high_contrast != (fields.one("contrast") == "high")
    return Look(size if size in SIZES else look.size, turned)


def keep_look(request: Request, response: Response, look: Look) -> None:
    value = f"{look.size}.{'high' if look.high_contrast else 'normal'}"
    set_cookie(request, response, look_cookie(request), value, ONE_YEAR)
