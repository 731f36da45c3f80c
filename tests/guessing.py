"""Somebody who tries names, numbers and passwords, for the tests of what holds them back."""

import asyncio
from datetime import date, datetime, timedelta

from jianxi.domain import citizen_id
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import in_shanghai
from jianxi.domain.sign_in_limits import TooMany
from jianxi.forms.accounts import IdentitySignIn, SignIn
from jianxi.forms.reading import read
from jianxi.services import sign_in
from tests.conftest import NOW

HOME = "203.0.113.7"
MINUTE = timedelta(minutes=1)
RIGHT, WRONG, HELD_BACK = "right", "wrong", "held back"


def number(place: int = 0, born: date = date(1980, 5, 6), prefix: str = "370102") -> str:
    """Nobody of this age is let in but by a known name."""
    return citizen_id.compose(prefix, born + timedelta(days=place // 500), place % 500 * 2)


async def by_name(
    id_number: str, name: str = "林晓", address: str = HOME, now: datetime = NOW
) -> tuple[str, int]:
    """What came of it, and for somebody held back after how many seconds to come again, else the failures told."""
    given = read(IdentitySignIn, {"name": [name], "id_number": [id_number]}, in_shanghai(now).date())
    try:
        recognised = await sign_in.by_identity(given, address, "370000", now)
    except TooMany as no:
        return HELD_BACK, no.seconds
    except Invalid:
        return WRONG, 0
    return RIGHT, recognised.failures


async def by_password(
    username: str, password: str, address: str = HOME, now: datetime = NOW
) -> tuple[str, int]:
    """The same at 账号登录."""
    given = read(SignIn, {"username": [username], "password": [password]}, in_shanghai(now).date())
    try:
        entered = await sign_in.by_password(given, address, now)
    except TooMany as no:
        return HELD_BACK, no.seconds
    except Invalid:
        return WRONG, 0
    return RIGHT, entered.failures


async def wrong_names(id_number: str, times: int, now: datetime = NOW, address: str = HOME) -> list[str]:
    return [(await by_name(id_number, "赵敏", address, now))[0] for _ in range(times)]


async def at_once(*tries: object) -> list[str]:
    return [said for said, _ in await asyncio.gather(*tries)]  # type: ignore[call-overload]


def elsewhere(place: int) -> str:
    """An address that nobody else has."""
    return f"198.51.{place // 250}.{place % 250 + 1}"
