"""单位注册, and whether a user name and a password open an account."""

from dataclasses import dataclass
from datetime import datetime

from jianxi.crypto import sealing
from jianxi.crypto.passwords import hash_password, verify_password
from jianxi.domain.outcomes import Invalid
from jianxi.domain.texts import fold
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.accounts import EmployerRegistration
from jianxi.queries import accounts, regions
from jianxi.services import log
from jianxi.services.account_holds import Proof
from jianxi.tables.accounts import Account
from jianxi.tables.conflicts import Conflict
from jianxi.tables.employers import Employer
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

USERNAME_TAKEN = "该登录名已被使用，请换一个"
CODE_TAKEN = "该统一社会信用代码已注册，请用登录名登录；不知道登录名的，请联系注册地区县人社部门"
FOREIGN_PLACE = "请从列表中选择本省的区县"
_TAKEN = {
    "account_username_key_key": ("username", USERNAME_TAKEN),
    "employer_credit_code_key": ("credit_code", CODE_TAKEN),
}
"""What a constraint says, when two registrations came at once."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An account whose password was right; `previous` is the sign-in before this one.

    It begins nothing but with `proof`, which holds only while the password is the one that was looked at."""

    account: int
    kind: str
    previous: datetime | None
    proof: Proof


async def open_with(username: str, password: str) -> Opened | None:
    """None for every reason alike, and after the same work: unknown, wrong or disabled."""
    found = await accounts.credentials(username)
    fits = await verify_password(found.password_hash if found else None, password)
    if found is None or not fits or found.disabled:
        return None
    return Opened(found.account, found.kind, found.last_sign_in_at, Proof(found.password_hash))


async def register_employer(given: EmployerRegistration, province: str, now: datetime) -> int:
    """The new account's id. Two registrations at once are told apart by the database."""
    await _check_place(given, province)
    await _check_free(given)
    hashed = await hash_password(given.password)
    try:
        async with unit_of_work():
            account = await open_account(given.username, hashed, "employer", now)
            employer = await insert(_row(given, account, now))
            who = EmployerViewer(account, employer, given.name)
            await log.record(who, now, "employer", employer, "register")
    except Conflict as conflict:
        raise told(conflict) from None
    return account


async def open_account(username: str, hashed: str, kind: str, now: datetime) -> int:
    """A row of `account`; inside a unit of work."""
    row = Account(
        username=username,
        username_key=accounts.username_key(username),
        password_hash=hashed,
        kind=kind,
        created_at=now,
    )
    return await insert(row)


def told(conflict: Conflict) -> Exception:
    """The message by field that a conflict stands for; one that stands for none is a fault of ours."""
    if conflict.constraint_name not in _TAKEN:
        return conflict
    field, sentence = _TAKEN[conflict.constraint_name]
    return Invalid({field: sentence})


def _row(given: EmployerRegistration, account: int, now: datetime) -> Employer:
    return Employer(
        account=account,
        name=given.name,
        name_key=fold(given.name),
        credit_code=given.credit_code,
        county=given.county,
        contact=given.contact,
        phone=sealing.seal(given.phone, "employer.phone"),
        created_at=now,
    )


async def _check_place(given: EmployerRegistration, province: str) -> None:
    directory = await regions.directory()
    cities = {city.code for city in directory.cities_of(province)}
    counties = {county.code for county in directory.counties_of(given.city)}
    if given.city not in cities or given.county not in counties:
        raise Invalid({"county": FOREIGN_PLACE})


async def _check_free(given: EmployerRegistration) -> None:
    messages = {}
    if await accounts.credit_code_taken(given.credit_code):
        messages["credit_code"] = CODE_TAKEN
    if await accounts.username_taken(given.username):
        messages["username"] = USERNAME_TAKEN
    if messages:
        raise Invalid(messages)
