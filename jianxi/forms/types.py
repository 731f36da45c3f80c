"""The kinds of value that forms hold. Each turns typed text into a clean value or says what to do."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from jianxi.domain import citizen_id, credit_code, money, names, phones, regions
from jianxi.domain.texts import Malformed, clean_line, clean_text, compact, halfwidth

_DAY = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?")
_WHOLE = re.compile(r"-?[0-9]{1,11}")
_LARGEST = 999_999_999


def field(label: str, *, choose: bool = False, tick: bool = False) -> Any:
    """A field with its label; `choose` where a person picks and `tick` where one ticks instead of typing."""
    return Field(title=label, json_schema_extra={"verb": "勾选" if tick else "选择" if choose else "填写"})


def optional(label: str) -> Any:
    """A field that may stay blank."""
    return Field(default=None, title=label)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Malformed("填写的内容无法识别，请重新填写")
    return value


def _within(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Malformed(f"最多{longest}个字，您输入了{len(text)}个字")
    return text


def line(longest: int) -> BeforeValidator:
    """One line of text."""
    return BeforeValidator(lambda value: _within(clean_line(_text(value)), longest))


def text(shortest: int, longest: int) -> BeforeValidator:
    """Text of several lines."""

    def check(value: Any) -> str:
        cleaned = _within(clean_text(_text(value)), longest)
        if len(cleaned) < shortest:
            raise Malformed(f"至少{shortest}个字，您输入了{len(cleaned)}个字")
        return cleaned

    return BeforeValidator(check)


def whole(least: int, most: int = _LARGEST, *, write: str = ",") -> BeforeValidator:
    """A whole number between two bounds; `write` is how messages write it, with thousands parted by commas."""

    def check(value: Any) -> int:
        typed = clean_line(_text(value))
        digits = halfwidth(typed).replace(",", "")
        if not _WHOLE.fullmatch(digits):
            raise Malformed(f"应为整数，您填写了“{typed[:20]}”")
        number = int(digits)
        if not least <= number <= most:
            bounds = (
                f"{least:{write}}以上" if most == _LARGEST > number else f"{least:{write}}至{most:{write}}"
            )
            raise Malformed(f"应为{bounds}的整数，您填写了{number:{write}}")
        return number

    return BeforeValidator(check)


def a_year(earliest: int, latest: int) -> BeforeValidator:
    """A year, which is written without commas."""
    return whole(earliest, latest, write="d")


def one_of(allowed: Collection[str]) -> BeforeValidator:
    """One of the values that were offered."""

    def check(value: Any) -> str:
        if value not in allowed:
            raise Malformed("请从列表中选择一项")
        return str(value)

    return BeforeValidator(check)


def _parsed(parse: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(_text(value)))


def _day(typed: str) -> date:
    found = _DAY.fullmatch(compact(halfwidth(typed)))
    if found is None:
        raise Malformed("应写成2026-11-20这样的年月日")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise Malformed("没有这一天，请核对年月日") from None


def _region(level: regions.Level) -> Callable[[str], str]:
    def check(typed: str) -> str:
        code = regions.parse_code(typed)
        if regions.level_of(code) is not level:
            raise Malformed("请从列表中选择一项")
        return code

    return check


def _account_number(typed: str) -> str:
    digits = compact(halfwidth(typed)).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and 8 <= len(digits) <= 30):
        raise Malformed("应为8至30位数字，请核对")
    return digits


def today_of(info: ValidationInfo) -> date:
    """The day on which the form is read, in Asia/Shanghai."""
    today: date = (info.context or {})["today"]
    return today


def _citizen_id(value: Any, info: ValidationInfo) -> citizen_id.CitizenId:
    return citizen_id.parse(_text(value), today_of(info))


Line = Annotated[str, line(100)]
PersonName = Annotated[str, _parsed(names.clean_person_name)]
UnitName = Annotated[str, _parsed(names.clean_unit_name)]
Mobile = Annotated[str, _parsed(phones.clean_mobile)]
Telephone = Annotated[str, _parsed(phones.clean_telephone)]
Mail = Annotated[str, _parsed(phones.clean_mail)]
CitizenIdNumber = Annotated[citizen_id.CitizenId, BeforeValidator(_citizen_id)]
CreditCode = Annotated[str, _parsed(credit_code.parse)]
Fen = Annotated[int, _parsed(money.parse_yuan)]
Day = Annotated[date, _parsed(_day)]
City = Annotated[str, _parsed(_region(regions.Level.CITY))]
County = Annotated[str, _parsed(_region(regions.Level.COUNTY))]
AccountNumber = Annotated[str, _parsed(_account_number)]
