"""Ways to reach someone 联系方式: mobile, telephone, mail; and how each is masked."""

import re

from jianxi.domain.texts import Malformed, compact

_STROKES = re.compile("[-‐‑–—−]")
_TELEPHONE = re.compile(
    r"(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(?:(?:-|转)[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}"
)
_MAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


def clean_mobile(text: str) -> str:
    """A mobile number as its 11 digits; raises `Malformed`."""
    digits = re.sub(r"^(?:\+|00)86", "", _STROKES.sub("", compact(text)))
    if not digits:
        raise Malformed("请输入手机号码")
    if not re.fullmatch("[0-9]+", digits):
        raise Malformed("只能由数字组成，请核对")
    if len(digits) != 11:
        raise Malformed(f"应为11位，您输入了{len(digits)}位")
    if not re.match("1[3-9]", digits):
        raise Malformed("应以13至19开头，请核对")
    return digits


def clean_telephone(text: str) -> str:
    """A mobile, a land line (0531-88881234, extension after 转 or -) or a 400 number; raises `Malformed`."""
    number = _STROKES.sub("-", compact(text).replace("(", "").replace(")", "-"))
    if not number:
        raise Malformed("请输入联系电话")
    if re.fullmatch("1[3-9][0-9]{9}", number) or _TELEPHONE.fullmatch(number):
        return number
    try:
        return clean_mobile(number)
    except Malformed:
        raise Malformed("请输入11位手机号码，或带区号的电话，例如0531-88881234") from None


def clean_mail(text: str) -> str:
    """A mail address, its domain in lower case; raises `Malformed`."""
    address = compact(text)
    if not address:
        raise Malformed("请输入邮箱")
    local, _, domain = address.rpartition("@")
    if (
        len(address) > 254
        or not _MAIL.fullmatch(address)
        or ".." in local
        or local[0] == "."
        or local[-1] == "."
    ):
        raise Malformed("应类似name@example.com，请核对")
    return f"{local}@{domain.lower()}"


def mask_phone(number: str) -> str:
    """138****5678; of a shorter number only the last two digits stay."""
    if len(number) >= 11:
        return number[:3] + "*" * (len(number) - 7) + number[-4:]
    return "*" * max(len(number) - 2, 0) + number[-2:] if len(number) > 4 else "*" * len(number)


def mask_mail(address: str) -> str:
    """z***@example.com: the first letter and the domain, and not how long the rest is."""
    local, stroke, domain = address.rpartition("@")
    return f"{local[:1]}***{stroke}{domain}" if local else "***"


def mask_address(address: str) -> str:
    """The first half and never more than six characters stay: about the city, not the street."""
    return address[: min(6, len(address) // 2)] + "****" if address else ""
