"""动态口令: time-based one-time passwords of RFC 6238 (SHA-1, 6 digits, 30 seconds), as every authenticator makes them."""

import base64
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote

SECONDS = 30
DIGITS = 6
AROUND = (0, -1, 1)
"""Clocks may be half a minute apart in either direction."""


def new_secret() -> str:
    """160 bits in base32, as they are typed into an authenticator."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def step_at(now: datetime) -> int:
    return int(now.timestamp()) // SECONDS


def code(secret: str, step: int, digits: int = DIGITS) -> str:
    """The code of one half minute."""
    mac = hmac.new(base64.b32decode(secret), step.to_bytes(8, "big"), "sha1").digest()
    place = mac[-1] & 15
    number = int.from_bytes(mac[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**digits:0{digits}d}"


def fitting(secret: str, typed: str, now: datetime, after: int = 0) -> int | None:
    """The half minute whose code was typed, newer than the one whose code was taken last; None if it is none."""
    near = [step_at(now) + apart for apart in AROUND]
    fits = [step for step in near if hmac.compare_digest(code(secret, step).encode(), typed.encode())]
    return next((step for step in fits if step > after), None)


def address(secret: str, issuer: str, name: str) -> str:
    """What the QR code says to an authenticator; digits and seconds are what each takes when nothing is said."""
    return f"otpauth://totp/{quote(name)}?secret={secret}&issuer={quote(issuer)}"
