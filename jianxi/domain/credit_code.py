"""Unified social credit codes 统一社会信用代码, GB 32100-2015."""

import re

from jianxi.domain.texts import Malformed, compact

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 symbols: I, O, S, V and Z are not used. A symbol's place is its value."""


def parse(text: str) -> str:
    """The code in its one spelling; raises `Malformed` with the sentence for the field.

    Only the form and the check character are judged: real codes begin with letters that no list has.
    """
    code = compact(text).upper()
    if not code:
        raise Malformed("请输入统一社会信用代码")
    stranger = re.search(f"[^{ALPHABET}]", code)
    if stranger and stranger[0] in "IOSVZ":
        raise Malformed(f"统一社会信用代码不使用字母I、O、S、V、Z，请核对“{stranger[0]}”是否应为数字")
    if stranger:
        raise Malformed("统一社会信用代码只能由数字和大写字母组成，请核对")
    if len(code) != 18:
        raise Malformed(f"统一社会信用代码应为18位，您输入了{len(code)}位")
    if code[17] != check_character(code[:17]):
        raise Malformed("统一社会信用代码校验位不正确，请核对")
    return code


def check_character(body: str) -> str:
    """The eighteenth character for the first seventeen: weights are powers of three, modulo 31."""
    total = sum(pow(3, place, 31) * ALPHABET.index(symbol) for place, symbol in enumerate(body))
    return ALPHABET[-total % 31]


def suggested_region(code: str) -> str:
    """The six digits of the registering authority: only a hint for 注册地, it may be the city's."""
    return code[2:8]


def compose(region: str, sequence: int) -> str:
    """A made-up code of an enterprise that passes the check, for demonstrations and tests."""
    body = f"91{region}MA{sequence:07d}"
    return body + check_character(body)
