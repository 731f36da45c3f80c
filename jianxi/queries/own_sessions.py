"""「账号与安全」: the sessions (登录状态) of whoever is signed in, and the sign-ins of before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import unseal
from jianxi.domain.browsers import UNKNOWN
from jianxi.domain.outcomes import Missing
from jianxi.tables.accounts import Session
from jianxi.tables.credentials import Arrival

ADDRESS = "session.address"
MOST = 50


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a session is: of an account, of a person without one, or of nobody known yet (both None)."""

    session: int
    account: int | None
    person: int | None

    @property
    def sessions(self) -> Combinable:
        """All that are theirs. Somebody provisional has the one that asks."""
        if self.account is not None:
            return Session.account == self.account
        if self.person is not None:
            return (Session.person == self.person) & Session.account.is_null()
        return Session.id == self.session


@dataclass(frozen=True, slots=True)
class Line:
    """A browser that is signed in."""

    id: int
    browser: str
    address: str
    begun_at: datetime
    seen_at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign-in of before."""

    at: datetime
    browser: str
    address: str


async def holder(session: int) -> Holder:
    row = await Session.select(Session.account, Session.person).where(Session.id == session).first()
    if row is None:
        raise Missing
    return Holder(session, row["account"], row["person"])


async def standing(of: Holder, now: datetime) -> list[Line]:
    """The one that asks first, then the others as they were used last."""
    query = Session.select().where(of.sessions, Session.ends_at > now)
    rows = await query.order_by(Session.seen_at, ascending=False).limit(MOST)
    lines = [_line(row, of) for row in rows if now - row["seen_at"] < timedelta(seconds=row["idle_seconds"])]
    return sorted(lines, key=lambda line: not line.is_current)


async def arrivals(of: Holder) -> list[Sign]:
    """The newest first."""
    if of.account is None and of.person is None:
        return []
    mine = Arrival.account == of.account if of.account is not None else Arrival.person == of.person
    rows = await Arrival.select().where(mine).order_by(Arrival.id, ascending=False)
    return [Sign(row["at"], row["browser"] or UNKNOWN, _address(row)) for row in rows]


def _line(row: Mapping[str, Any], of: Holder) -> Line:
    return Line(
        row["id"],
        row["browser"] or UNKNOWN,
        _address(row),
        row["created_at"],
        row["seen_at"],
        row["id"] == of.session,
    )


def _address(row: Mapping[str, Any]) -> str:
    return unseal(row["address"], ADDRESS) if row["address"] else "未记录"
