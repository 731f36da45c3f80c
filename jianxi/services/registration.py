"""应届毕业生注册: an account for somebody whom 生源信息库 knows, with the facts that it has."""

from datetime import datetime
from typing import Any

from jianxi.crypto import marks, sealing
from jianxi.crypto.passwords import hash_password
from jianxi.domain.cohorts import label
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import in_shanghai
from jianxi.domain.texts import fold
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.forms.accounts import GraduateRegistration
from jianxi.queries import accounts
from jianxi.queries.accounts import Holder, Registered
from jianxi.services import log
from jianxi.services.accounts import USERNAME_TAKEN, open_account, told
from jianxi.services.register_people import hold
from jianxi.tables.accounts import Session
from jianxi.tables.conflicts import Conflict
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import change, insert

MISMATCH = (
    "姓名、身份证号、毕业院校与{cohort}生源信息不一致。请核对后重新填写，或联系学校、生源地人社部门核实；"
    "往届毕业生和社会青年无需注册，请用姓名和身份证号登录"
)
ALREADY = "您已注册过，请用登录名和密码登录。忘记密码的，请联系人社部门"
HELD_BY_ANOTHER = "该身份证号已以其他姓名登录过，须由区县人社部门核实身份后才能注册。请携带身份证前往办理"
COPIED = (
    Graduate.nation,
    Graduate.politics,
    Graduate.degree,
    Graduate.school,
    Graduate.major,
    Graduate.cohort,
)
"""Facts of the register that stand in the person's row; only an office corrects them."""
CONTACTS = (Graduate.household, Graduate.address, Graduate.mail)
"""Prefilled from the register and the person's to change. Sealed for the same purposes in both tables."""


async def register_graduate(given: GraduateRegistration, province: str, now: datetime) -> int:
    """The new account's id. One message for whatever does not match: it must not tell who is in the register."""
    row = await _matching(given, province, now)
    hashed = await hash_password(given.password)
    try:
        async with unit_of_work():
            await hold(row.id)
            row = await _matching(given, province, now)
            holder = await accounts.holder(given.id_number.number)
            _check_holder(given, holder)
            account = await open_account(given.username, hashed, "graduate", now)
            person = await _write_person(given, row, holder, account, now)
            who = PersonViewer(person, PersonKind.CURRENT_GRADUATE, row.name, by_identity=False)
            await log.record(who, now, "person", person, "register")
    except Conflict as conflict:
        if conflict.constraint_name == "person_id_index_key":
            raise Invalid({"": ALREADY}) from None
        raise told(conflict) from None
    return account


async def _matching(given: GraduateRegistration, province: str, now: datetime) -> Registered:
    limits = await accounts.limits(province, in_shanghai(now).date())
    row = await accounts.registered(given.id_number.number)
    messages = {}
    if not (row and row.cohort == limits.cohort and _same_person(given, row)):
        messages[""] = MISMATCH.format(cohort=label(limits.cohort))
    if await accounts.username_taken(given.username):
        messages["username"] = USERNAME_TAKEN
    if messages or row is None:
        raise Invalid(messages)
    return row


def _same_person(given: GraduateRegistration, row: Registered) -> bool:
    return same_name(given.name, row.name) and _school_key(given.school) == _school_key(row.school)


def _school_key(school: str) -> str:
    """Spaces, width and case of letters and brackets do not make another school."""
    return "".join(fold(school).split())


def _check_holder(given: GraduateRegistration, holder: Holder | None) -> None:
    """Somebody who came as a youth before the register had them registers all the same, under the same name."""
    if holder is None:
        return
    if not same_name(holder.name, given.name):
        raise Invalid({"": HELD_BY_ANOTHER})
    if holder.account is not None:
        raise Invalid({"": ALREADY})


async def _write_person(
    given: GraduateRegistration, row: Registered, holder: Holder | None, account: int, now: datetime
) -> int:
    """A new row, or the one that was written at an intention form before, which keeps its applications."""
    facts = await Graduate.select(*COPIED, *CONTACTS).where(Graduate.id == row.id)
    values = _values(given, row, facts[0], account)
    if holder is None:
        number = given.id_number
        return await insert(Person(**values, sex=number.sex, born=number.born, created_at=now))
    await _take_over(holder, values)
    return holder.id


def _values(
    given: GraduateRegistration, row: Registered, facts: dict[str, Any], account: int
) -> dict[str, Any]:
    return {
        **facts,
        "account": account,
        "graduate": row.id,
        "kind": "graduate",
        "name": row.name,
        "id_index": sealing.blind_index(given.id_number.number),
        "id_number": sealing.seal(given.id_number.number, "person.id"),
        "phone": sealing.seal(given.phone, "person.phone"),
        "phone_mark": marks.of_phone(given.phone),
    }


async def _take_over(holder: Holder, values: dict[str, Any]) -> None:
    """What the person wrote about contacts stays; whoever is signed in by name and ID number alone is signed out."""
    column = Person._meta.get_column_by_name
    kept = (
        await Person.select(Person.household, Person.address, Person.mail)
        .where(Person.id == holder.id)
        .first()
    )
    own = {name: value for name, value in (kept or {}).items() if value is not None}
    written = {column(name): value for name, value in {**values, **own}.items()}
    if await change(Person, holder.id, version=holder.version, states=None, values=written) is None:
        raise Invalid({"": ALREADY})
    await Session.delete().where(Session.person == holder.id)
