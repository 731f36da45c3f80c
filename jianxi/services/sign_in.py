"""Every way in at which a secret is guessed (登录、注册), with its limits: counted first, looked at then, told last."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonKind
from jianxi.forms.accounts import EmployerRegistration, GraduateRegistration, IdentitySignIn, SignIn
from jianxi.queries import accounts as accounts_known
from jianxi.queries import sign_in_limits as guesses
from jianxi.queries.sessions import Claim
from jianxi.services import accounts, identity, identity_cases, registration
from jianxi.services.account_holds import WRONG
from jianxi.services.accounts import Opened
from jianxi.services.identity import ByAccount, Known
from jianxi.services.sign_in_limits import Outcome, Tried, admit, one_by_one, settle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who name and ID number are, and how many wrong names there were for this number since the last right one."""

    found: Known | Claim | ByAccount
    failures: int


@dataclass(frozen=True, slots=True)
class Entered:
    """The account whose password was right, and how many wrong ones there were since the last right one."""

    opened: Opened
    failures: int


async def by_identity(given: IdentitySignIn, address: str, province: str, now: datetime) -> Recognised:
    """往届毕业生/社会青年登录. Raises `TooMany`, or `Invalid` as `identity.recognise` does."""
    tried = await admit(guesses.of_identity(given.id_number, given.name, address), now)
    found = await _settled(tried, identity.recognise(given, province, today(now)))
    if isinstance(found, Claim) and await accounts_known.is_contested(found):
        await identity_cases.open_case(found, now)
    told_later = isinstance(found, Claim) and await accounts_known.has_another_name(found)
    return Recognised(found, await settle(tried, _outcome(found), told_later=told_later))


async def by_password(given: SignIn, address: str, now: datetime) -> Entered:
    """账号登录. Raises `TooMany`, or `Invalid` for every other reason alike."""
    guess = guesses.of_account(given.username, address)
    async with one_by_one(guess):
        tried = await admit(guess, now)
        opened = await accounts.open_with(given.username, given.password)
        failures = await settle(tried, Outcome.RIGHT if opened is not None else Outcome.WRONG)
    if opened is None:
        raise Invalid({"username": WRONG})
    return Entered(opened, failures)


async def register_graduate(given: GraduateRegistration, address: str, province: str, now: datetime) -> int:
    """应届毕业生注册, which tells who is in the register as 往届毕业生/社会青年登录 does, and counts with it."""
    tried = await admit(guesses.of_identity(given.id_number, given.name, address), now)
    account = await _settled(tried, registration.register_graduate(given, province, now))
    await settle(tried, Outcome.RIGHT)
    return account


async def register_employer(given: EmployerRegistration, address: str, province: str, now: datetime) -> int:
    """单位注册."""
    tried = await admit(guesses.of_employer(address), now)
    account = await _settled(tried, accounts.register_employer(given, province, now))
    await settle(tried, Outcome.RIGHT)
    return account


async def _settled(tried: Tried, act: Awaitable[T]) -> T:
    """A refusal is a wrong try, unless it only speaks of the user name that was to be made."""
    try:
        return await act
    except Invalid as invalid:
        only_the_name = set(invalid.messages) == {"username"}
        await settle(tried, Outcome.RIGHT if only_the_name else Outcome.WRONG)
        raise


def _outcome(found: Known | Claim | ByAccount) -> Outcome:
    """By what the answer shows alone, never by what was looked up: else the limits would tell who is in the register.
    Somebody of the right age is let in whatever name they give."""
    return Outcome.LET_IN if isinstance(found, Claim) and found.kind is PersonKind.YOUTH else Outcome.RIGHT
