"""Reference numbers 编号 of papers and applications, such as JX3701-26-02H5T-8, with a check character."""

import re

from jianxi.domain.texts import Malformed, compact

ALPHABET = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
"""31 symbols without I, L, O, S and U, which are misread. 31 is prime: with distinct weights every single
wrong character and every two exchanged neighbours are found."""

SERIALS = len(ALPHABET) ** 5
"""How many numbers a city has in a year."""

_MISREAD = str.maketrans("ILOS", "1105")
_SHAPE = re.compile(f"JX([0-9]{{4}})([0-9]{{2}})([{ALPHABET}]{{5}})([{ALPHABET}])")


def compose(region: str, year: int, serial: int) -> str:
    """The number of the `serial`-th record (from 0) of a region's city in a year."""
    if not 0 <= serial < SERIALS:
        raise ValueError(f"a serial is 0 to {SERIALS - 1}")
    city, short_year, symbols = region[:4], f"{year % 100:02d}", _symbols(serial)
    check = _check_character(f"JX{city}{short_year}{symbols}")
    return f"JX{city}-{short_year}-{symbols}-{check}"


def check(text: str) -> str:
    """A typed number in its one spelling; raises `Malformed`. Misread letters are mended."""
    bare = mended(text)
    found = _SHAPE.fullmatch(bare)
    if found is None:
        raise Malformed("编号格式不正确，应与纸上印的一致，例如" + compose("370100", 26, 2561))
    if bare[-1] != _check_character(bare[:-1]):
        raise Malformed("编号校验位不正确，请与纸上印的编号核对")
    city, short_year, symbols, check_character = found.groups()
    return f"JX{city}-{short_year}-{symbols}-{check_character}"


def serial(text: str) -> int:
    """Which record of its city and year a typed number is, from 0; raises `Malformed`."""
    value = 0
    for symbol in check(text).split("-")[2]:
        value = value * len(ALPHABET) + ALPHABET.index(symbol)
    return value


def mended(text: str) -> str:
    """Typed symbols without spaces and hyphens, misread letters as what they were taken for."""
    return re.sub("[-‐‑–—−]", "", compact(text)).upper().translate(_MISREAD)


def _symbols(serial: int) -> str:
    symbols = ""
    for _ in range(5):
        serial, value = divmod(serial, len(ALPHABET))
        symbols = ALPHABET[value] + symbols
    return symbols


def _check_character(body: str) -> str:
    total = sum(pow(3, place, 31) * ALPHABET.index(symbol) for place, symbol in enumerate(body))
    return ALPHABET[-total % 31]
