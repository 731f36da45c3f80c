"""Officials who turn 动态口令 on and sign in with it, for the tests."""

from datetime import datetime

from jianxi.crypto import totp
from jianxi.crypto.tokens import token_hash
from jianxi.domain.periods import today
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import own_sessions
from jianxi.queries import second_factors as reading
from jianxi.queries.own_sessions import Holder
from jianxi.services import half_open, policies, second_factors, sessions
from jianxi.services.account_holds import Proof
from jianxi.services.accounts import Opened
from jianxi.tables.accounts import Account, Session
from tests.cast import JINAN, PASSWORD
from tests.conftest import NOW

HOME = "203.0.113.7"


async def seated(who: OfficialViewer, now: datetime = NOW) -> Holder:
    """In a browser of their own."""
    hashed = token_hash(await sessions.start_for_account(who.account, now))
    row = await Session.select(Session.id).where(Session.token_hash == hashed).first()
    assert row is not None
    return await own_sessions.holder(row["id"])


async def shown(who: OfficialViewer, now: datetime = NOW) -> Holder:
    """In a browser that a secret is shown to."""
    holder = await seated(who, now)
    await second_factors.begin(holder, PASSWORD, HOME, now)
    return holder


async def turned_on(who: OfficialViewer, now: datetime = NOW) -> list[str]:
    """The 恢复码."""
    holder = await shown(who, now)
    return await second_factors.confirm(
        who, holder.session, code(await reading.shown_to(holder.session), now), now
    )


def code(secret: str, at: datetime = NOW) -> str:
    return totp.code(secret, totp.step_at(at))


async def code_of(account: int, at: datetime = NOW) -> str:
    factor = await reading.of(account)
    assert factor is not None
    return code(factor.secret, at)


async def opened(account: int) -> Opened:
    """As the password was found right just now."""
    row = await Account.select(Account.password_hash, Account.kind).where(Account.id == account).first()
    assert row is not None
    return Opened(account, row["kind"], None, Proof(row["password_hash"]))


async def half_in(account: int, now: datetime = NOW) -> str:
    """The token of a browser that waits for the second factor or enrols it."""
    begun = await half_open.begin(await opened(account), now)
    assert begun is not None
    return begun.token


async def secret_for(token: str, now: datetime = NOW) -> str:
    standing = await half_open.look(token, now)
    assert standing is not None
    return standing.secret


async def ask_for_it() -> None:
    """In 济南市."""
    await policies.set_value("officials_need_totp", "是", JINAN, today(NOW), "市局通知", NOW)
