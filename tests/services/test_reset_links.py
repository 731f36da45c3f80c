"""A link to a new password works once, for a day, until a newer one is issued; looking at it does not use it."""

from datetime import timedelta

import anyio
import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.periods import today
from jianxi.forms.passwords import NewPassword
from jianxi.services import account_locks, reset_links, sessions
from jianxi.services.accounts import open_with
from jianxi.services.log import SYSTEM
from jianxi.tables.accounts import Account, Session
from jianxi.tables.credentials import ResetLink
from jianxi.tables.log import LogEntry
from tests.cast import PASSWORD as OLD
from tests.cast import employer
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
GIVEN = NewPassword(password="晴天 散步 43 公里呀呀", password_again="晴天 散步 43 公里呀呀")


async def issued(account: int) -> str:
    row = await Account.select(Account.version).where(Account.id == account).first()
    assert row is not None
    return await reset_links.issue(SYSTEM, account, row["version"], NOW)


async def test_a_link_sets_the_password_and_ends_every_session() -> None:
    account = (await employer(username="yunshan")).account
    await sessions.start_for_account(account, NOW)
    await reset_links.use(await issued(account), GIVEN, NOW)

    assert await open_with("yunshan", GIVEN.password) is not None
    assert await open_with("yunshan", OLD) is None
    assert await Session.count() == 0


async def test_a_link_works_once() -> None:
    token = await issued((await employer()).account)
    await reset_links.use(token, GIVEN, NOW)

    with pytest.raises(Missing):
        await reset_links.use(token, GIVEN, NOW)


async def test_of_two_uses_at_once_one_is_taken() -> None:
    token, done = await issued((await employer()).account), []

    async def use() -> None:
        try:
            await reset_links.use(token, GIVEN, NOW)
            done.append(True)
        except Missing:
            done.append(False)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(use)
        tasks.start_soon(use)
    assert sorted(done) == [False, True]


async def test_looking_does_not_use_it() -> None:
    unit = await employer()
    token = await issued(unit.account)
    for _ in range(3):
        assert (await reset_links.look(token, NOW, today(NOW))).name == unit.name


async def test_a_newer_link_ends_the_older() -> None:
    account = (await employer()).account
    older, newer = await issued(account), await issued(account)

    with pytest.raises(Missing):
        await reset_links.use(older, GIVEN, NOW)
    await reset_links.use(newer, GIVEN, NOW)


@pytest.mark.parametrize(("hours", "stands"), [(23, True), (24, False)])
async def test_a_link_stands_for_a_day(hours: int, stands: bool) -> None:
    token, later = await issued((await employer()).account), NOW + timedelta(hours=hours)
    found = True
    try:
        await reset_links.look(token, later, today(later))
    except Missing:
        found = False
    assert found is stands


async def test_a_weak_password_leaves_the_link_for_another_try() -> None:
    token = await issued((await employer()).account)
    with pytest.raises(Invalid):
        await reset_links.use(token, NewPassword(password="1" * 12, password_again="1" * 12), NOW)

    await reset_links.use(token, GIVEN, NOW)


async def test_the_token_stands_nowhere() -> None:
    token = await issued((await employer()).account)

    assert token not in str(await ResetLink.select()) + str(await LogEntry.select())


async def test_issue_and_use_are_logged() -> None:
    unit = await employer()
    await reset_links.use(await issued(unit.account), GIVEN, NOW)

    entries = await LogEntry.select(LogEntry.verb, LogEntry.actor_name).order_by(LogEntry.id)
    assert [(entry["verb"], entry["actor_name"]) for entry in entries] == [
        ("issue_link", SYSTEM.name),
        ("reset_password", unit.name),
    ]


async def test_an_account_that_has_changed_since_it_was_shown_gets_no_link() -> None:
    with pytest.raises(Stale):
        await reset_links.issue(SYSTEM, (await employer()).account, 7, NOW)


async def test_a_locked_account_gets_no_link_and_loses_the_one_it_has() -> None:
    account = (await employer(username="yunshan")).account
    token = await issued(account)
    await account_locks.lock("yunshan", NOW)

    with pytest.raises(Missing):
        await reset_links.use(token, GIVEN, NOW)
    with pytest.raises(Refused):
        await issued(account)


async def test_a_locked_account_is_out_and_refused_like_a_wrong_password_until_it_is_unlocked() -> None:
    account = (await employer(username="yunshan")).account
    await sessions.start_for_account(account, NOW)
    await account_locks.lock("YunShan", NOW)

    assert (await Session.count(), await open_with("yunshan", OLD)) == (0, None)
    await account_locks.unlock("yunshan", NOW)
    assert await open_with("yunshan", OLD) is not None
