"""Signs the demo's people in, as the pages do, to act for them."""

from datetime import datetime
from typing import TypeVar

from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.queries import accounts
from jianxi.services import sessions

V = TypeVar("V", EmployerViewer, OfficialViewer, PersonViewer)


async def as_username(username: str, kind: type[V], now: datetime) -> V:
    """Whoever has this account. The demo does not type its passwords."""
    found = await accounts.credentials(username)
    if found is None:
        raise LookupError(f"the demo made no account {username}")
    return await as_account(found.account, kind, now)


async def as_account(account: int, kind: type[V], now: datetime) -> V:
    return await holding(await sessions.start_for_account(account, now), kind, now)


async def holding(token: str, kind: type[V], now: datetime) -> V:
    """The viewer of a session just begun."""
    found = await sessions.find(token, now, today(now))
    if found is None or not isinstance(found.viewer, kind):
        raise LookupError(f"this session is not that of an {kind.__name__}")
    return found.viewer
