"""修改密码 needs the old one, ends every other session and is logged; one's own sessions end, and nobody else's."""

import pytest

from jianxi.crypto.tokens import token_hash
from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.sign_in_limits import TooMany
from jianxi.domain.viewers import EmployerViewer, PersonKind
from jianxi.forms.passwords import PasswordChange
from jianxi.queries import own_sessions
from jianxi.queries.own_sessions import Holder
from jianxi.services import own_account, sessions
from jianxi.services.accounts import open_with
from jianxi.services.sessions import Origin
from jianxi.tables.accounts import Account, Session
from jianxi.tables.log import LogEntry
from tests.cast import PASSWORD, employer, person
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEW = "晴天 散步 43 公里呀呀"
HOME = "203.0.113.7"


async def browser(account: int, words: str = "Chrome 108 · Windows") -> Holder:
    token = await sessions.start_for_account(account, NOW, origin=Origin(words, HOME))
    hashed = token_hash(token)
    row = await Session.select(Session.id).where(Session.token_hash == hashed).first()
    assert row is not None
    return await own_sessions.holder(row["id"])


def change(old: str = PASSWORD, new: str = NEW) -> PasswordChange:
    return PasswordChange(old_password=old, password=new, password_again=new)


async def username(unit: EmployerViewer) -> str:
    row = await Account.select(Account.username).where(Account.id == unit.account).first()
    assert row is not None
    return str(row["username"])


async def test_the_new_password_opens_the_account_and_the_old_one_does_not() -> None:
    unit = await employer()
    await own_account.change_password(await browser(unit.account), change(), HOME, NOW)

    assert await open_with(await username(unit), NEW) is not None
    assert await open_with(await username(unit), PASSWORD) is None


async def test_every_other_session_of_the_account_ends_and_no_stranger_s() -> None:
    unit, stranger = await employer(), await employer()
    here, _, other = await browser(unit.account), await browser(unit.account), await browser(stranger.account)
    await own_account.change_password(here, change(), HOME, NOW)

    left = {row["id"] for row in await Session.select(Session.id)}
    assert left == {here.session, other.session}


async def test_a_change_is_logged_under_the_owner_s_name() -> None:
    unit = await employer()
    await own_account.change_password(await browser(unit.account), change(), HOME, NOW)

    entry = await LogEntry.select(LogEntry.noun, LogEntry.verb, LogEntry.actor_name).first()
    assert entry == {"noun": "account", "verb": "change_password", "actor_name": unit.name}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (change(old="wrong"), "old_password"),
        (change(new=PASSWORD), "password"),
        (change(new="123456789012"), "password"),
        (change(new="short"), "password"),
    ],
)
async def test_a_wrong_old_or_a_weak_new_password_changes_nothing(given: PasswordChange, field: str) -> None:
    unit = await employer()
    with pytest.raises(Invalid) as told:
        await own_account.change_password(await browser(unit.account), given, HOME, NOW)

    assert list(told.value.messages) == [field]
    assert await open_with(await username(unit), PASSWORD) is not None


async def test_wrong_old_passwords_count_as_they_do_at_sign_in() -> None:
    here = await browser((await employer()).account)
    for _ in range(5):
        with pytest.raises(Invalid):
            await own_account.change_password(here, change(old="wrong"), HOME, NOW)

    with pytest.raises(TooMany):
        await own_account.change_password(here, change(), HOME, NOW)


async def test_who_came_by_name_and_number_has_no_password_to_change() -> None:
    with pytest.raises(Refused):
        await own_account.change_password(Holder(1, None, 1), change(), HOME, NOW)


async def test_other_sessions_end_and_the_one_that_asks_stays() -> None:
    unit = await employer()
    here, _ = await browser(unit.account), await browser(unit.account)

    assert await own_account.end_others(unit, here, NOW) == 1
    assert [line.is_current for line in await own_sessions.standing(here, NOW)] == [True]


async def test_a_session_of_somebody_else_or_the_own_one_is_not_ended_by_number() -> None:
    unit, stranger = await employer(), await employer()
    here, other = await browser(unit.account), await browser(stranger.account)

    for session in (other.session, here.session):
        with pytest.raises(Missing):
            await own_account.end_one(unit, here, session, NOW)


async def test_a_person_by_name_and_number_sees_their_own_sessions_alone() -> None:
    me, other = await person(PersonKind.YOUTH), await person(PersonKind.YOUTH)
    assert me.person is not None and other.person is not None
    await sessions.start_for_person(me.person, NOW, origin=Origin("Chrome 107 · Android", HOME))
    await sessions.start_for_person(other.person, NOW)
    row = await Session.select(Session.id).where(Session.person == me.person).first()
    assert row is not None
    mine = await own_sessions.holder(row["id"])

    lines = await own_sessions.standing(mine, NOW)
    assert [(line.browser, line.address) for line in lines] == [("Chrome 107 · Android", HOME)]
    assert [sign.address for sign in await own_sessions.arrivals(mine)] == [HOME]


async def test_the_ten_newest_sign_ins_are_kept() -> None:
    unit = await employer()
    for number in range(12):
        here = await browser(unit.account, f"Chrome {number}")

    signs = await own_sessions.arrivals(here)
    assert [sign.browser for sign in signs] == [f"Chrome {number}" for number in range(11, 1, -1)]


async def test_no_address_stands_in_the_clear() -> None:
    here = await browser((await employer()).account)

    row = await Session.select(Session.address).where(Session.id == here.session).first()
    assert row is not None and HOME.encode() not in bytes(row["address"])
