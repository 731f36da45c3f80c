"""锁定 and 解锁 of an account by the command line: a locked one is out at once and refused like a wrong password."""

from collections.abc import Mapping
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import Viewer
from jianxi.queries import account_owners
from jianxi.queries.account_owners import Owner
from jianxi.services import holds, log, second_factors
from jianxi.services.log import System
from jianxi.services.own_account import sign_out_everywhere
from jianxi.services.reset_links import issue_with
from jianxi.tables.accounts import Account
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work

UNKNOWN = "没有登录名为{}的账号，请核对。"
LOCKED = "账号{}已经是锁定状态。"
UNLOCKED = "账号{}没有锁定。"
UNLOCK_FIRST = "账号{0}已锁定，不能重置密码。请先执行 jianxi account unlock {0} 解锁，再重置。"
GIVEN_UP = (
    "账号{}不能解锁：经人社部门核实，持有人登录时用的身份证号已更正为登记本人，该账号已停用。"
    "登记本人请用姓名和身份证号登录；持有人如有异议，请到作出核实的人社部门办理。"
)


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
        if not await shut(log.SYSTEM, owner.account, now):
            raise Refused(LOCKED.format(owner.username))
    return owner


async def shut(
    by: Viewer | System, account: int, now: datetime, facts: Mapping[str, object] | None = None
) -> bool:
    """Whether it was open before; inside the unit of work of whatever it follows from. Every session of it ends."""
    was_open = await _set(account, True)
    await sign_out_everywhere(account)
    if was_open:
        await log.record(by, now, "account", account, "lock", facts=facts)
    return was_open


async def unlock(username: str, now: datetime) -> Owner:
    owner = await known(username, now)
    async with unit_of_work():
        await _check_number(owner)
        if not await _set(owner.account, False):
            raise Refused(UNLOCKED.format(owner.username))
        await log.record(log.SYSTEM, now, "account", owner.account, "unlock")
    return owner


async def reset(username: str, now: datetime, *, totp: bool = False) -> tuple[Owner, str]:
    """A link's token, and on request no 动态口令 any more: for officials who lost their telephone, too."""
    owner = await known(username, now)
    if owner.disabled:
        raise Refused(UNLOCK_FIRST.format(owner.username))
    async with unit_of_work():
        token = await issue_with(log.SYSTEM, owner.account, owner.version, now)
        if totp:
            await second_factors.switch_off(log.SYSTEM, owner.account, now)
    return owner, token


async def _check_number(owner: Owner) -> None:
    """Whoever lost the ID number to whom the register names does not come in again. Held: nobody hands it over now."""
    row = await Person.select(Person.id).where(Person.account == owner.account).first()
    if row is not None and (await holds.person(row["id"])).is_released:
        raise Refused(GIVEN_UP.format(owner.username))


async def _set(account: int, locked: bool) -> bool:
    """Whether it was not so before."""
    other = (Account.id == account) & Account.disabled.eq(not locked)
    raised = Account.update({Account.disabled: locked}).values({Account.version: Account.version + 1})
    return bool(await raised.where(other).returning(Account.id))
