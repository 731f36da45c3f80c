"""What the pages of 动态口令 share, in 「账号与安全」 and at sign-in: the secret as text and picture, the 恢复码."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jianxi.crypto import totp
from jianxi.queries import account_owners
from jianxi.queries import second_factors as reading
from jianxi.web.pages import respond
from jianxi.web.qr import svg

ISSUER = "就业见习管理系统"
PICTURE = "动态口令二维码，内容与下面的密钥相同"


async def secret_of(account: int, today: date) -> dict[str, Any]:
    """`secret` in groups of four and its `picture` while it waits for a first code, else ""."""
    factor = await reading.of(account)
    if factor is None or factor.is_on:
        return {"is_on": factor is not None, "secret": "", "picture": ""}
    owner = await account_owners.of(account, today)
    groups = [factor.secret[place : place + 4] for place in range(0, len(factor.secret), 4)]
    picture = svg(totp.address(factor.secret, ISSUER, owner.username), PICTURE)
    return {"is_on": False, "secret": " ".join(groups), "picture": picture}


def codes_page(request: Request, codes: Sequence[str], onward: str, word: str) -> Response:
    """Once and never again."""
    context = {"codes": codes, "onward": onward, "word": word}
    return respond(request, "pages/account/recovery_codes.html", context)
