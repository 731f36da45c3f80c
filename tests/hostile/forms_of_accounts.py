"""The forms of 账号与安全 and 账号管理; those that ask for a password have tests of their own."""

from jianxi.crypto import tokens
from jianxi.crypto.tokens import token_hash
from jianxi.domain.viewers import PersonKind
from jianxi.queries import own_sessions
from jianxi.services import second_factors, sessions
from jianxi.tables.accounts import Session
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import PASSWORD, employer, id_number, person
from tests.conftest import NOW
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
STEP = ("v", "back")


async def others(town: Town, _: int) -> Filled:
    """With one in another browser, at least."""
    await begun(town.unit.account)
    return "/account/sessions", {}


async def other(town: Town, _: int) -> Filled:
    """A session of the unit in another browser."""
    return f"/account/sessions/{await begun(town.unit.account)}", {}


async def begun(account: int) -> int:
    hashed = token_hash(await sessions.start_for_account(account, NOW))
    row = await Session.select(Session.id).where(Session.token_hash == hashed).first()
    assert row is not None
    assert (await own_sessions.holder(row["id"])).account == account
    return int(row["id"])


async def enrolment(town: Town, _: int) -> Filled:
    """Whatever was begun before is given up."""
    async with unit_of_work():
        await Session.update({Session.enrolment: None}).where(Session.account == town.county.account)
    return "/account/totp", {"current_password": [PASSWORD]}


async def confirmation(town: Town, _: int) -> Filled:
    """Wrong as every code is that nobody reads from a telephone."""
    async with unit_of_work():
        shown = Session.update({Session.enrolment: second_factors.fresh_secret()})
        await shown.where(Session.account == town.county.account)
    return "/account/totp/confirmation", {"code": ["abcdef"]}


async def graduate(_: Town, __: int) -> Filled:
    number = id_number(PersonKind.CURRENT_GRADUATE)
    await person(number=number)
    return "/authority/accounts", {"name": ["赵敏"], "id_number": [number]}


async def unit_reset(_: Town, __: int) -> Filled:
    return f"/authority/accounts/{(await employer()).account}/reset", {"v": ["1"]}


async def graduate_reset(town: Town, _: int) -> Filled:
    row = await Person.select(Person.account).where(Person.id == (await person()).person).first()
    assert row is not None
    token = tokens.sign([row["account"], town.county.official], "graduate account")
    return f"/authority/accounts/graduates/{token}", {"v": ["1"]}
