"""更正为登记本人 against what the person does at that moment: whoever comes first, nothing lives on under a lost number."""

import pytest

from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.viewers import OfficialViewer, PersonViewer
from jianxi.queries.invariants import violations
from jianxi.services import acceptances, account_locks, applications, identity_cases, sessions
from jianxi.tables.accounts import Account, Session
from jianxi.tables.applications import Application
from jianxi.tables.conflicts import Contended
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.identity_conflicts import case_of, contested
from tests.races import lived
from tests.races.stage import Stage, at_once, stage

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
PAUSES = range(8)
"""The order of beginning differs by the chance of the stage."""


async def conflict(seed: int) -> tuple[Stage, PersonViewer, OfficialViewer]:
    of = await stage()
    of.chance.seed(seed)
    squatter, office, _ = await contested()
    return of, squatter, office


async def hand_over(office: OfficialViewer) -> None:
    case = await case_of(office)
    await identity_cases.hand_over(office, case.id, case.version, "登记本人属实", NOW)


async def ended(said: list[object]) -> None:
    """The hand-over came through, nobody was in anybody's way, and nothing lives on."""
    strange = [each for each in said if isinstance(each, BaseException) and not _fair(each)]
    assert (said[0], strange) == (None, [])
    live = Application.state.is_in(["waiting", "accepted"])
    assert (await Application.count().where(live), await Session.count()) == (0, 0)
    assert [each.sentence for each in await violations() if each.invariant.name in LASTING] == []


LASTING = {"person-released", "identity-case-holder", "position-seats", "application-ended"}


def _fair(said: BaseException) -> bool:
    return isinstance(said, Refused | Stale) and not isinstance(said, Contended)


@pytest.mark.parametrize("seed", PAUSES)
async def test_against_an_application(seed: int) -> None:
    of, squatter, office = await conflict(seed)
    one, other = await lived.published(of.place), await lived.published(of.other)

    said = await at_once(
        of, hand_over(office), *(applications.apply(squatter, id, NOW) for id in (one, other))
    )

    await ended(said)


@pytest.mark.parametrize("seed", PAUSES)
async def test_against_a_change_to_another_position(seed: int) -> None:
    of, squatter, office = await conflict(seed)
    one, other = await lived.published(of.place), await lived.published(of.other)
    id = await lived.applied(squatter, one)

    said = await at_once(of, hand_over(office), applications.switch(squatter, id, 1, other, NOW))

    await ended(said)


@pytest.mark.parametrize("seed", PAUSES)
async def test_against_the_employers_acceptance_and_the_persons_withdrawal(seed: int) -> None:
    of, squatter, office = await conflict(seed)
    id = await lived.applied(squatter, await lived.published(of.place))

    said = await at_once(
        of,
        hand_over(office),
        acceptances.accept(of.place.unit, id, 1, NOW),
        applications.withdraw(squatter, id, 1, NOW),
    )

    await ended(said)


@pytest.mark.parametrize("seed", PAUSES)
async def test_against_a_sign_in(seed: int) -> None:
    of, squatter, office = await conflict(seed)
    signs_in = (sessions.start_for_person(squatter.person or 0, NOW) for _ in range(3))

    said = await at_once(of, hand_over(office), *signs_in)

    await ended(said)


@pytest.mark.parametrize("seed", PAUSES)
async def test_against_an_unlocking_of_the_account(seed: int) -> None:
    of, squatter, office = await conflict(seed)
    account = await cast.account("graduate", "squatter")
    async with unit_of_work():
        await Person.update({Person.account: account}).where(Person.id == squatter.person)
    await account_locks.lock("squatter", NOW)

    said = await at_once(of, hand_over(office), account_locks.unlock("squatter", NOW))

    await ended(said)
    assert await Account.select(Account.disabled).where(Account.id == account) == [{"disabled": True}]
