"""Money: whole 分 inside, 元 with two decimals on the page."""

import re

from jianxi.domain.texts import Malformed, compact

LARGEST = 1_000_000_000
"""Ten million yuan, in 分: more in one field is a slip of the keyboard, and it fits a four-byte column."""

_YUAN = re.compile(r"(?P<yuan>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<fen>[0-9]*))?")


def format_yuan(fen: int) -> str:
    """260000 → 2,600.00."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def format_short(fen: int) -> str:
    """260000 → 2,600; what is not whole yuan keeps its two decimals."""
    return format_yuan(fen).removesuffix(".00")


def in_capitals(fen: int) -> str:
    """260050 → 贰仟陆佰元伍角整: the 大写 of a paper, below a hundred million yuan. A missing 角 before 分 is a 零."""
    if not 0 <= fen < 10**10:
        raise ValueError("an amount from nothing to below a hundred million yuan")
    yuan, jiao, odd = fen // 100, fen // 10 % 10, fen % 10
    text = _whole(yuan) + "元" if yuan or not fen else ""
    text += _DIGITS[jiao] + "角" if jiao else "零" if odd and yuan else ""
    return text + (_DIGITS[odd] + "分" if odd else "整")


_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def _whole(number: int) -> str:
    """Zeros in between are one 零, those at the end none."""
    if number < 10_000:
        return _thousands(number)
    high, low = divmod(number, 10_000)
    if not low:
        return _thousands(high) + "万"
    return f"{_thousands(high)}万{'零' if low < 1_000 else ''}{_thousands(low)}"


def _thousands(number: int) -> str:
    text, is_gap = "", False
    for unit, place in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit = number // place % 10
        if digit:
            text += ("零" if is_gap and text else "") + _DIGITS[digit] + unit
        is_gap = not digit
    return text or _DIGITS[0]


def parse_yuan(text: str) -> int:
    """Typed yuan as 分, with or without 元, ¥ and separators; raises `Malformed`."""
    typed = compact(text).removesuffix("元").lstrip("¥￥")
    if not typed:
        raise Malformed("请输入金额")
    if typed.startswith(("-", "−")):
        raise Malformed("金额不能是负数，请核对")
    found = _YUAN.fullmatch(typed)
    if found is None:
        raise Malformed("请输入以元为单位的金额，例如2600或2,600.50")
    decimals = found["fen"] or ""
    if len(decimals.rstrip("0")) > 2:
        raise Malformed("金额最多保留两位小数，请核对")
    yuan = found["yuan"].replace(",", "").lstrip("0") or "0"
    # The length is looked at first: reading an endless row of digits takes endless time.
    if len(yuan) > 12 or (fen := int(yuan) * 100 + int(f"{decimals:0<2}"[:2])) > LARGEST:
        raise Malformed(f"金额不能超过{format_short(LARGEST)}元，请核对")
    return fen
