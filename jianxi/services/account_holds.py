"""The row of an account (账号), held: what opens it is changed by one after the other, and only as it was read."""

from dataclasses import dataclass, field

from piccolo.custom_types import Combinable

from jianxi.domain.outcomes import Invalid
from jianxi.tables.accounts import Account

WRONG = "登录名或密码不正确"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was shown for an account: the hash that the password fitted, and whether a second factor followed."""

    password_hash: str = field(repr=False)
    second: bool = False


def unchanged(account: int, password_hash: str) -> Combinable:
    """The account, while that is its password still and nobody has locked it."""
    return unlocked(account) & (Account.password_hash == password_hash)


def unlocked(account: int) -> Combinable:
    return (Account.id == account) & Account.disabled.eq(False)


async def hold(which: Combinable) -> bool:
    """Whether there is such an account, which nobody else then changes; inside a unit of work."""
    held = Account.update({Account.version: Account.version}).where(which)
    return bool(await held.returning(Account.id))


async def raise_version(which: Combinable) -> bool:
    """The same, for what whoever saw the account must not overlook."""
    raised = Account.update({Account.version: Account.version + 1}).where(which)
    return bool(await raised.returning(Account.id))


def overtaken() -> Invalid:
    """The password was right when it was looked at and is not any more: answered as a wrong one."""
    return Invalid({"username": WRONG})
