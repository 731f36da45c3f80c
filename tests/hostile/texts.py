"""What people, programs and attackers type into fields that expect something else."""

from datetime import date

from jianxi.domain import citizen_id
from jianxi.domain.citizen_id import check_digit

_BODIES = ("37010220030231001", "37010220030229001", "37010220031301001", "37010220991231001")


def _numbers() -> dict[str, str]:
    """ID numbers: right but for one thing."""
    good = citizen_id.compose("370102", date(2003, 5, 6), 901)
    wrong = good[:17] + ("1" if good[17] != "1" else "2")
    found = {body: body + check_digit(body) for body in _BODIES}
    return {**found, "wrong check digit": wrong, "15 digits": "370102030506901", "17 digits": good[:17]}


MARKS = ("<script>alert", "<img src=x", "233333331")
"""What no page shows unless it let something through; the number is 77777777 times 3, and too long to stand in a random
token by chance, as 23331 once did."""

TEXTS: dict[str, str] = {
    **_numbers(),
    "nothing": "",
    "spaces": " \t\u3000 ",
    "one character": "李",
    "50 characters": "䶮" * 50,
    "51 characters": "䶮" * 51,
    "10,000 characters": "见习" * 5000,
    "rare characters": "䶮㛃𬭎𫍲𠮷",
    "dot": "阿依古丽·买买提",
    "look-alike dots": "阿依•古丽・买买提‧甲∙乙",
    "dots alone": "···",
    "compatibility ideograph": "\uf9dc李",
    "private use": "\ue000李",
    "combining": "e\u0301" * 30,
    "control characters": "甲\x01\x08\x1b[31m乙",
    "NUL": "甲\x00乙",
    "lone surrogate": "甲\ud800乙",
    "surrogates the wrong way": "\udfff\ud800",
    "noncharacter": "甲\ufffe\uffff乙",
    "bidi": "甲\u202e乙\u2066",
    "zero width": "甲\u200b\u200d\ufeff乙",
    "emoji": "👩‍👩‍👧‍👦见习🎓",
    "right to left": "مرحبا שלום",
    "lines": "甲\r\n乙\n丙\u2028丁",
    "script": '"><script>alert(1)</script>',
    "picture": "'><img src=x onerror=alert(1)>",
    "template": "{{77777777*3}}{% for a in b %}${77777777*3}#{77777777*3}",
    "quotes": "'; DROP TABLE account; --",
    "double quotes": '" OR ""="',
    "wild cards": "%_%!_\\",
    "formula": "=CMD|' /C calc'!A0",
    "negative": "-1",
    "zero": "0",
    "huge": "1" + "0" * 30,
    "4,300 digits and more": "9" * 5000,
    "beyond four bytes": "2147483648",
    "beyond eight bytes": "9223372036854775808",
    "full width": "１２",
    "decimals": "2600.555",
    "scientific": "1e3",
    "Arabic-Indic digits": "١٢٣",
    "superscript": "²³",
    "infinite": "inf",
    "not a number": "NaN",
    "hexadecimal": "0x10",
    "underscored": "1_000",
    "31 February": "2026-02-31",
    "29 February of a common year": "2027-02-29",
    "year 0": "0000-01-01",
    "year 9999": "9999-12-31",
    "year 10000": "10000-01-01",
    "day in Arabic-Indic digits": "٢٠٢٦-١٢-١٥",
    "county of another province": "110101",
    "unknown region": "379999",
    "region of letters": "37010a",
    "option not offered": "superuser",
    "path": "../../../../etc/passwd",
    "foreign address": "//evil.example/",
    "header": "/a\r\nSet-Cookie: x=1",
}
