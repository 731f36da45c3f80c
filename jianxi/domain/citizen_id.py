"""Citizen identity numbers 身份证号, GB 11643-1999."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from jianxi.domain.texts import Malformed, compact

Sex = Literal["男", "女"]

EARLIEST_BIRTH = date(1900, 1, 1)

PROVINCES = frozenset(
    str(number)
    for numbers in (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66))
    for number in numbers
) | {"71", "81", "82", "83"}
"""The first two digits that exist: GB/T 2260 provinces, and 81, 82, 83 of the residence permits.
The six-digit prefix is never looked up: numbers keep the codes of regions abolished long ago."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class CitizenId:
    """A checked number and what it says. The number stays out of `repr`, and so out of logs."""

    number: str = field(repr=False)
    born: date = field(repr=False)
    sex: Sex
    province: str
    """The first two digits."""

    @property
    def prefix(self) -> str:
        """The six digits of the region that first issued it, which may no longer exist."""
        return self.number[:6]

    @property
    def masked(self) -> str:
        return mask(self.number)


def parse(text: str, today: date) -> CitizenId:
    """Read a typed number; raises `Malformed` with the sentence for the field."""
    number = normalise(text)
    _check_characters(number)
    if number[:2] not in PROVINCES:
        raise Malformed(f"身份证号前两位“{number[:2]}”不是有效的地区代码，请核对")
    born = _birth_date(number[6:14], today)
    if number[17] != check_digit(number[:17]):
        raise Malformed("身份证号校验位不正确，请核对")
    return CitizenId(number, born, "男" if int(number[16]) % 2 else "女", number[:2])


def normalise(text: str) -> str:
    """Half-width, without spaces, x in upper case."""
    return compact(text).upper()


def check_digit(body: str) -> str:
    """The eighteenth character for the first seventeen."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True)) % 11]


def mask(number: str) -> str:
    """First two and last two characters, asterisks between."""
    if len(number) <= 4:
        return "*" * len(number)
    return number[:2] + "*" * (len(number) - 4) + number[-2:]


def compose(prefix: str, born: date, sequence: int) -> str:
    """A made-up number that passes the checks, for demonstrations and tests. Odd sequences (0–999) are 男."""
    body = f"{prefix}{born:%Y%m%d}{sequence:03d}"
    if not re.fullmatch("[0-9]{17}", body):
        raise ValueError("a prefix of six digits and a sequence of 0 to 999 are needed")
    return body + check_digit(body)


def _check_characters(number: str) -> None:
    if not number:
        raise Malformed("请输入身份证号")
    stranger = re.search("[^0-9X]", number)
    if stranger:
        raise Malformed(f"身份证号只能由数字和末位的X组成，请去掉“{_shown(stranger[0])}”")
    if len(number) == 15:
        raise Malformed("身份证号应为18位，您输入了15位；15位的旧号码已停用，请输入现在身份证上的18位号码")
    if len(number) != 18:
        raise Malformed(f"身份证号应为18位，您输入了{len(number)}位")
    if "X" in number[:17]:
        raise Malformed("身份证号中的X只能在最后一位，请核对")


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"


def _birth_date(digits: str, today: date) -> date:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        born = date(year, month, day)
    except ValueError:
        raise Malformed(f"身份证号中的出生日期{year}年{month}月{day}日不存在，请核对") from None
    if born < EARLIEST_BIRTH:
        raise Malformed(f"身份证号中的出生日期早于{EARLIEST_BIRTH.year}年，请核对")
    if born > today:
        raise Malformed(f"身份证号中的出生日期{year}年{month}月{day}日晚于今天，请核对")
    return born
