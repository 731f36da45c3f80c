"""锁定 and 解锁 of an account by the command line: a locked one is out at once and refused like a wrong password."""

from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused
from jianxi.queries import account_owners
from jianxi.queries.account_owners import Owner
from jianxi.services import log, second_factors
from jianxi.services.own_account import sign_out_everywhere
from jianxi.services.reset_links import issue
from jianxi.tables.accounts import Account
from jianxi.tables.unit_of_work import unit_of_work

UNKNOWN = "没有登录名为{}的账号，请核对。"
LOCKED = "账号{}已经是锁定状态。"
UNLOCKED = "账号{}没有锁定。"


async def known(username: str, now: datetime) -> Owner:
    """The account of that user name, or a sentence."""
    try:
        return await account_owners.named(username, periods.today(now))
    except Missing:
        raise Refused(UNKNOWN.format(username)) from None


async def lock(username: str, now: datetime) -> Owner:
    """Every session of it ends."""
    owner = await known(username, now)
    async with unit_of_work():
        if not await _set(owner, True):
            raise Refused(LOCKED.format(owner.username))
        await sign_out_everywhere(owner.account)
        await log.record(log.SYSTEM, now, "account", owner.account, "lock")
    return owner


async def unlock(username: str, now: datetime) -> Owner:
    owner = await known(username, now)
    async with unit_of_work():
        if not await _set(owner, False):
            raise Refused(UNLOCKED.format(owner.username))
        await log.record(log.SYSTEM, now, "account", owner.account, "unlock")
    return owner


async def reset(username: str, now: datetime, *, totp: bool = False) -> tuple[Owner, str]:
    """A link's token, and on request no 动态口令 any more: for officials who lost their telephone, too."""
    owner = await known(username, now)
    token = await issue(log.SYSTEM, owner.account, owner.version, now)
    if totp:
        await second_factors.clear(log.SYSTEM, owner.account, now)
    return owner, token


async def _set(owner: Owner, locked: bool) -> bool:
    """Whether it was not so before."""
    other = (Account.id == owner.account) & Account.disabled.eq(not locked)
    raised = Account.update({Account.disabled: locked}).values({Account.version: Account.version + 1})
    return bool(await raised.where(other).returning(Account.id))
