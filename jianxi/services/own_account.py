"""「账号与安全」: 修改密码, and ending one's own sessions elsewhere."""

from datetime import datetime
from typing import Any

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from jianxi.crypto.passwords import hash_password, verify_password
from jianxi.domain import passwords, periods
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import Viewer
from jianxi.forms.passwords import NewPassword, PasswordChange
from jianxi.queries import account_owners
from jianxi.queries import sign_in_limits as guesses
from jianxi.queries.account_owners import Owner
from jianxi.queries.own_sessions import Holder
from jianxi.services import log
from jianxi.services.account_holds import unchanged
from jianxi.services.sign_in_limits import Outcome, admit, settle
from jianxi.tables.accounts import Account, Session
from jianxi.tables.credentials import HalfOpen, ResetLink
from jianxi.tables.unit_of_work import unit_of_work

NO_PASSWORD = "您以姓名和身份证号登录，没有密码可以修改。"
WRONG_OLD = "密码不正确，请重新填写"
CHANGED = "没有保存。密码刚刚在别处被修改，请用新密码重新登录；不是您本人修改的，请立即重置密码。"
SAME = "新密码与原密码相同，请换一个"


async def change_password(holder: Holder, given: PasswordChange, address: str, now: datetime) -> None:
    """All other sessions end. Raises `Invalid` for a wrong old password or a weak new one, `TooMany` as sign-in does."""
    owner = await proven(holder, given.old_password, "old_password", address, now)
    if given.password == given.old_password:
        raise Invalid({"password": SAME})
    hashed = await fresh_hash(given, owner.username)
    async with unit_of_work():
        if not await write_password(unchanged(owner.account, owner.password_hash), hashed, now):
            raise Stale(CHANGED)
        await sign_out_everywhere(owner.account, but=holder.session)
        await log.record(owner.viewer, now, "account", owner.account, "change_password")


async def proven(holder: Holder, password: str, field: str, address: str, now: datetime) -> Owner:
    """Whoever sits there knows the password, too; a wrong one counts as it does at sign-in."""
    if holder.account is None:
        raise Refused(NO_PASSWORD)
    owner = await account_owners.of(holder.account, periods.today(now))
    tried = await admit(guesses.of_account(owner.username, address), now)
    fits = await verify_password(owner.password_hash, password)
    await settle(tried, Outcome.RIGHT if fits else Outcome.WRONG)
    if not fits:
        raise Invalid({field: WRONG_OLD})
    return owner


async def fresh_hash(given: NewPassword, username: str) -> str:
    try:
        return await hash_password(passwords.check(given.password, username))
    except Malformed as malformed:
        raise Invalid({"password": malformed.sentence}) from None


async def write_password(which: Combinable, hashed: str, now: datetime) -> bool:
    """Whether there was such an account; inside a unit of work."""
    values: dict[Column | str, Any] = {
        Account.password_hash: hashed,
        Account.password_changed_at: now,
        Account.version: Account.version + 1,
    }
    return bool(await Account.update(values).where(which).returning(Account.id))


async def sign_out_everywhere(account: int, but: int = 0) -> None:
    """Ends the sessions, sign-ins half done and links of an account; inside a unit of work."""
    await Session.delete().where(Session.account == account, Session.id != but)
    await HalfOpen.delete().where(HalfOpen.account == account)
    await ResetLink.delete().where(ResetLink.account == account)


async def end_others(viewer: Viewer, holder: Holder, now: datetime) -> int:
    """退出其他登录: how many ended."""
    async with unit_of_work():
        theirs = Session.delete().where(holder.sessions, Session.id != holder.session)
        ended = len(await theirs.returning(Session.id))
        await _log_end(viewer, holder, ended, now)
    return ended


async def end_one(viewer: Viewer, holder: Holder, session: int, now: datetime) -> None:
    """One of one's own, not the one that asks; `Missing` for any other."""
    if session == holder.session:
        raise Missing
    async with unit_of_work():
        if not await Session.delete().where(holder.sessions, Session.id == session).returning(Session.id):
            raise Missing
        await _log_end(viewer, holder, 1, now)


async def _log_end(viewer: Viewer, holder: Holder, ended: int, now: datetime) -> None:
    """Somebody provisional is nobody that a log could name."""
    noun, record = ("account", holder.account) if holder.account is not None else ("person", holder.person)
    if ended and record is not None:
        await log.record(viewer, now, noun, record, "end_sessions", facts={"ended": ended})
