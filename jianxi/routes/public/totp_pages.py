"""What the pages of 动态口令 share, in 「账号与安全」 and at sign-in: the secret as text and picture, the 恢复码."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jianxi.crypto import totp
from jianxi.documents.qr import svg
from jianxi.queries import account_owners
from jianxi.web.pages import respond

ISSUER = "就业见习管理系统"
PICTURE = "动态口令二维码，内容与下面的密钥相同"


async def shown(account: int, secret: str, today: date) -> dict[str, Any]:
    """`secret` in groups of four and its `picture`; "" where none waits for its first code."""
    if not secret:
        return {"secret": "", "picture": ""}
    owner = await account_owners.of(account, today)
    groups = [secret[place : place + 4] for place in range(0, len(secret), 4)]
    return {"secret": " ".join(groups), "picture": svg(totp.address(secret, ISSUER, owner.username), PICTURE)}


def codes_page(request: Request, codes: Sequence[str], onward: str, word: str) -> Response:
    """Once and never again."""
    context = {"codes": codes, "onward": onward, "word": word}
    return respond(request, "pages/account/recovery_codes.html", context)
