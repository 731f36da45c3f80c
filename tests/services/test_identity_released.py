"""Whoever lost an ID number to whom the register names (更正为登记本人) does nothing more under it."""

import pytest

from jianxi.crypto import keys
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.forms.intentions import GraduateIntention
from jianxi.forms.reading import read
from jianxi.queries.invariants import violations
from jianxi.services import account_locks, applications, intentions, sessions
from jianxi.services import identity_cases as services
from jianxi.tables.accounts import Account, Session
from jianxi.tables.applications import Application
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests import cast
from tests.conftest import NOW, SECRET
from tests.identity_conflicts import case_of, contested, row_of
from tests.services.test_register_people import FORM

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEXT = "the secret after it that only the tests know"


async def handed_over(office: OfficialViewer) -> None:
    case = await case_of(office)
    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)


async def with_account(of: PersonViewer) -> int:
    account = await cast.account("graduate", "squatter")
    async with unit_of_work():
        await Person.update({Person.account: account}).where(Person.id == of.person)
    return account


def typed_intention() -> GraduateIntention:
    return read(GraduateIntention, FORM, NOW.date())


async def another_case(of: PersonViewer, state: str) -> int:
    """Of the same person with another row of the register, at the office of Shizhong."""
    graduate = await cast.graduate(cast.id_number(PersonKind.EARLIER_GRADUATE), 2024, "林笑")
    row = IdentityCase(
        person=of.person,
        graduate=graduate,
        person_name=of.name,
        graduate_name="林笑",
        region=cast.SHIZHONG,
        state=state,
        opened_at=NOW,
    )
    async with unit_of_work():
        return await insert(row)


async def test_they_apply_nowhere() -> None:
    squatter, office, _ = await contested()
    position = await cast.position(await cast.base(await cast.employer()))
    await handed_over(office)

    with pytest.raises(Refused, match="已更正为登记本人"):
        await applications.apply(squatter, position, NOW)

    assert await Application.count() == 0


async def test_a_sign_in_that_was_under_way_comes_too_late() -> None:
    squatter, office, _ = await contested()
    await handed_over(office)

    with pytest.raises(Refused, match="已更正为登记本人"):
        await sessions.start_for_person(squatter.person or 0, NOW)

    assert await Session.count() == 0


async def test_their_row_is_never_sealed_anew_over_the_mark_of_the_case() -> None:
    squatter, office, _ = await contested()
    await handed_over(office)
    before = await row_of(squatter)
    keys.configure(NEXT, old=SECRET)

    with pytest.raises(Refused, match="已更正为登记本人"):
        await intentions.submit(squatter, None, 1, typed_intention(), "370000", NOW)

    assert await row_of(squatter) == before


async def test_their_account_is_locked_with_a_log_entry_and_another_version() -> None:
    squatter, office, case = await contested()
    account = await with_account(squatter)

    await handed_over(office)

    row = await Account.select(Account.disabled, Account.version).where(Account.id == account).first()
    of_account = (LogEntry.noun == "account") & (LogEntry.record == account)
    entry = await LogEntry.select(LogEntry.verb, LogEntry.actor, LogEntry.facts).where(of_account).first()
    assert row == {"disabled": True, "version": 2}
    assert entry == {"verb": "lock", "actor": office.official, "facts": f'{{"case":{case.id}}}'}


async def test_their_account_is_not_unlocked_again() -> None:
    squatter, office, _ = await contested()
    await with_account(squatter)
    await handed_over(office)

    with pytest.raises(Refused, match="账号squatter不能解锁"):
        await account_locks.unlock("squatter", NOW)


async def test_what_another_office_was_still_asked_about_them_is_answered() -> None:
    squatter, office, _ = await contested()
    other = await another_case(squatter, "pending")

    await handed_over(office)

    row = await IdentityCase.select(IdentityCase.state, IdentityCase.reason).where(IdentityCase.id == other)
    assert row == [{"state": "dismissed", "reason": services.ANSWERED}]
    assert [each.sentence for each in await violations() if each.invariant.table == "identity_case"] == []


async def test_a_dismissed_case_about_them_is_not_looked_at_again() -> None:
    squatter, office, _ = await contested()
    other = await another_case(squatter, "dismissed")
    await handed_over(office)

    with pytest.raises(Refused, match="不需要重新核实"):
        await services.reopen(await cast.official(cast.SHIZHONG), other, 1, "再核实", NOW)


async def test_a_row_sealed_under_the_newest_secret_still_agrees_with_the_register() -> None:
    squatter, office, _ = await contested()
    keys.configure(NEXT, old=SECRET)
    await intentions.submit(squatter, None, 1, typed_intention(), "370000", NOW)
    case = await case_of(office)

    await services.merge(office, case.id, case.version, "同一人，曾用名", NOW)

    assert (await row_of(squatter))["name"] == case.graduate_name
