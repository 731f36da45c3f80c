"""忘记密码: a link that gives an account a new password, once and within a day. Only the hash of its token is kept."""

import secrets
from datetime import date, datetime, timedelta

from jianxi.crypto.tokens import token_hash
from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.passwords import NewPassword
from jianxi.queries import account_owners
from jianxi.queries.account_owners import Owner
from jianxi.services import log
from jianxi.services.own_account import fresh_hash, sign_out_everywhere, write_password
from jianxi.tables.accounts import Account
from jianxi.tables.credentials import ResetLink
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

PATH = "/password/"
VALID = timedelta(hours=24)
LOCKED = "该账号已锁定，不能重置密码。须由系统管理员解锁后再办理。"
CHANGED = "您的操作未执行。该账号刚刚有变化，可能已另行重置密码，请核对后再办理。"


async def issue(by: OfficialViewer | log.System, account: int, version: int, now: datetime) -> str:
    """The link's token, told only now. An older link of the account ends. The caller has seen that `by` may do it."""
    async with unit_of_work():
        return await issue_with(by, account, version, now)


async def issue_with(by: OfficialViewer | log.System, account: int, version: int, now: datetime) -> str:
    """The same beside something else; inside a unit of work, which then holds the account."""
    token = secrets.token_urlsafe(32)
    as_shown = (Account.id == account) & (Account.version == version)
    query = Account.update({Account.version: Account.version + 1}).where(as_shown)
    rows = await query.returning(Account.disabled)
    if not rows:
        raise Stale(CHANGED)
    if rows[0]["disabled"]:
        raise Refused(LOCKED)
    await ResetLink.delete().where(ResetLink.account == account)
    row = ResetLink(account=account, token_hash=token_hash(token), issued_at=now, ends_at=now + VALID)
    await insert(row)
    await log.record(by, now, "account", account, "issue_link")
    return token


async def look(token: str, now: datetime, today: date) -> Owner:
    """Whose password the link sets; looking does not use it. `Missing` when it is unknown, used, replaced or over."""
    stands = (ResetLink.token_hash == token_hash(token)) & (ResetLink.ends_at > now)
    row = await ResetLink.select(ResetLink.account).where(stands).first()
    if row is None:
        raise Missing
    owner = await account_owners.of(row["account"], today)
    if owner.disabled:
        raise Missing
    return owner


async def use(token: str, given: NewPassword, now: datetime) -> Owner:
    """Sets the password, ends every session and the link itself."""
    owner = await look(token, now, periods.today(now))
    hashed = await fresh_hash(given, owner.username)
    async with unit_of_work():
        stands = (ResetLink.token_hash == token_hash(token)) & (ResetLink.ends_at > now)
        if not await ResetLink.delete().where(stands).returning(ResetLink.id):
            raise Missing
        unlocked = (Account.id == owner.account) & Account.disabled.eq(False)
        if not await write_password(unlocked, hashed, now):
            raise Missing
        await sign_out_everywhere(owner.account)
        await log.record(owner.viewer, now, "account", owner.account, "reset_password")
    return owner
