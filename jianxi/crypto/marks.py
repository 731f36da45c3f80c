"""Keyed marks of a phone 手机号码 and a bank account 银行账号: equal where the numbers are, while both lie sealed."""

import re

from jianxi.crypto.sealing import blind_index


def of_phone(number: str) -> str | None:
    return _mark("phone", number)


def of_account(number: str) -> str | None:
    return _mark("account", number)


def _mark(kind: str, number: str) -> str | None:
    """None without digits, which the database holds equal to nothing. The kind keeps a mark from ever being that of an ID number."""
    digits = re.sub("[^0-9]", "", number)
    return blind_index(f"{kind}:{digits}") if digits else None
