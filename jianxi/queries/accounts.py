"""Who is known here: accounts by user name, persons and register rows by ID number. For sign-in and registration only."""

from dataclasses import dataclass
from datetime import date, datetime

from jianxi.crypto.sealing import indexes
from jianxi.domain.eligibility import Limits
from jianxi.domain.names import same_name
from jianxi.domain.texts import halfwidth
from jianxi.queries import policies
from jianxi.queries.sessions import Claim
from jianxi.tables.accounts import Account
from jianxi.tables.employers import Employer
from jianxi.tables.persons import Graduate, Person


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a password is held against."""

    account: int
    kind: str
    password_hash: str
    disabled: bool
    last_sign_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Holder:
    """The person (个人) who holds an ID number here."""

    id: int
    name: str
    account: int | None
    version: int
    last_sign_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Registered:
    """What 生源信息库 says of an ID number, as far as a comparison needs it."""

    id: int
    name: str
    school: str
    cohort: int


async def limits(province: str, today: date) -> Limits:
    """Ages and cohorts in force in the installation's province."""
    return (await policies.snapshot(province, today)).limits


def username_key(typed: str) -> str:
    """User names differ in more than case and width."""
    return halfwidth(typed).strip().lower()


async def credentials(username: str) -> Credentials | None:
    columns = (Account.id, Account.kind, Account.password_hash, Account.disabled, Account.last_sign_in_at)
    row = await Account.select(*columns).where(Account.username_key == username_key(username)).first()
    return Credentials(row.pop("id"), **row) if row else None


async def username_taken(username: str) -> bool:
    return bool(await Account.exists().where(Account.username_key == username_key(username)))


async def credit_code_taken(code: str) -> bool:
    return bool(await Employer.exists().where(Employer.credit_code == code))


async def holder(id_number: str) -> Holder | None:
    columns = (Person.id, Person.name, Person.account, Person.version, Person.last_sign_in_at)
    row = await Person.select(*columns).where(Person.id_index.is_in(list(indexes(id_number)))).first()
    return Holder(**row) if row else None


async def registered(id_number: str) -> Registered | None:
    columns = (Graduate.id, Graduate.name, Graduate.school, Graduate.cohort)
    row = await Graduate.select(*columns).where(Graduate.id_index.is_in(list(indexes(id_number)))).first()
    return Registered(**row) if row else None


async def is_contested(claim: Claim) -> bool:
    """Whether the claimed ID number is held here under another name: only the county office can clear that."""
    found = await holder(claim.id_number)
    return found is not None and not same_name(found.name, claim.name)


async def has_another_name(claim: Claim) -> bool:
    """Whether anybody is known by the claimed ID number, here or in 生源信息库, under another name than the claimed one."""
    row = await registered(claim.id_number)
    return await is_contested(claim) or (row is not None and not same_name(row.name, claim.name))
