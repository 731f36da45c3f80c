"""Numbers of a person (身份证号, 手机号码) inside a text that is kept as it was typed and read by the other side."""

import re
from datetime import date

from jianxi.domain import citizen_id
from jianxi.domain.texts import Malformed, halfwidth

_ID = re.compile(r"(?<![0-9])[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])")


def kinds(text: str) -> tuple[str, ...]:
    """What of them stands whole in it, by its name; a masked one is none, nor is an account of as many digits."""
    narrow = halfwidth(text)
    found = ["身份证号"] if any(_is_valid(each) for each in _ID.findall(narrow)) else []
    return (*found, "手机号码") if _MOBILE.search(narrow) else tuple(found)


def _is_valid(digits: str) -> bool:
    try:
        citizen_id.parse(digits.replace("-", ""), date.max)
    except Malformed:
        return False
    return True
