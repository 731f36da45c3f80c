"""The races: things that must not both happen are begun at once. Each answers whether the round was fair."""

from collections.abc import Awaitable, Callable, Mapping

from jianxi.domain.outcomes import Refused, Stale
from jianxi.services import (
    acceptances,
    applications,
    position_publication,
    position_review,
    positions,
)
from jianxi.tables.applications import Application
from jianxi.tables.positions import Position
from tests.cast_facts import MOMENT as NOW
from tests.races import lived
from tests.races.races_of_bases import approval_against_reopening, suspension_against_acceptance
from tests.races.races_of_departures import OF_DEPARTURES
from tests.races.races_of_filings import OF_FILINGS
from tests.races.races_of_placements import OF_PLACEMENTS
from tests.races.races_of_rosters import OF_ROSTERS
from tests.races.stage import Stage, all_apply, all_withdraw, are, at_once, free, sound

SEATS = 5
Race = Callable[[Stage], Awaitable[bool]]


async def few_seats(of: Stage) -> bool:
    """The whole crowd is accepted at once for 5 seats: exactly 5 are taken."""
    position = await lived.published(of.place, SEATS)
    ids = await all_apply(of, position)
    said = await at_once(of, *(acceptances.accept(of.place.unit, id, 1, NOW) for id in ids))
    taken = await _of_position(position, "accepted")
    fair = (said.count(None), are(said, Refused), taken) == (SEATS, len(ids) - SEATS, SEATS)
    kept = await sound(of, position)
    await all_withdraw(of)
    return fair and kept and await sound(of, position)


async def one_application(of: Stage) -> bool:
    """20 acceptances of one application: one wins, the others learn that they came second."""
    position = await lived.published(of.place)
    id = await lived.applied(of.person, position)
    said = await at_once(of, *(acceptances.accept(of.place.unit, id, 1, NOW) for _ in range(20)))
    fair = (said.count(None), are(said, Stale), await _of_position(position, "accepted")) == (1, 19, 1)
    kept = await sound(of, position)
    await free(of)
    return fair and kept


async def one_record(of: Stage) -> bool:
    """50 approvals of one position: one passes it, once."""
    id = await lived.waiting(of.place)
    said = await at_once(of, *(position_review.approve(of.place.city, id, 1, NOW) for _ in range(50)))
    shown = (await _of_position(id, "state"), await _of_position(id, "version"))
    return (said.count(None), are(said, Stale), shown) == (1, 49, ("approved", 2)) and await sound(of, id)


async def two_employers(of: Stage) -> bool:
    """One person applies with two units at once, twice each, and both units accept whoever they have: one has them."""
    one, other = await lived.published(of.place), await lived.published(of.other)

    async def applied_and_accepted(position: int) -> None:
        id = await lived.applied(of.person, position)
        await acceptances.accept((of.place if position == one else of.other).unit, id, 1, NOW)

    said = await at_once(of, *(applied_and_accepted(position) for position in (one, other, one, other)))
    taken = int(str(await _of_position(one, "accepted"))) + int(str(await _of_position(other, "accepted")))
    fair = (said.count(None), are(said, Refused), taken) == (1, 3, 1)
    kept = await sound(of, one, other)
    await free(of)
    return fair and kept


async def switch_against_acceptance(of: Stage) -> bool:
    """改报 while the unit that is left accepts: the person is at one of the two, not at both and not at none."""
    one, other = await lived.published(of.place, 1), await lived.published(of.other, 1)
    id = await lived.applied(of.person, one)
    switched, accepted = await at_once(
        of, applications.switch(of.person, id, 1, other, NOW), acceptances.accept(of.place.unit, id, 1, NOW)
    )
    here, there = await _states(one), await _states(other)
    if isinstance(switched, int):
        fair = isinstance(accepted, Stale) and (here, there) == (["withdrawn"], ["waiting"])
    else:
        fair = accepted is None and isinstance(switched, Stale) and (here, there) == (["accepted"], [])
    kept = await sound(of, one, other)
    await free(of)
    return fair and kept


async def review_against_withdrawal(of: Stage) -> bool:
    """The unit accepts and rejects while the person withdraws: one of the three is done."""
    position = await lived.published(of.place, 1)
    id, unit = await lived.applied(of.person, position), of.place.unit
    said = await at_once(
        of,
        acceptances.accept(unit, id, 1, NOW),
        acceptances.reject(unit, id, 1, ["major"], "", NOW),
        applications.withdraw(of.person, id, 1, NOW),
    )
    fair = (said.count(None), are(said, Stale)) == (1, 2)
    became = ("accepted", "rejected", "withdrawn")[said.index(None)] if fair else ""
    fair = fair and await _states(position) == [became] and await sound(of, position)
    await free(of)
    return fair


async def publication_against_edit(of: Stage) -> bool:
    """The office passes and publishes what it saw while the unit edits it: nothing unseen is ever published."""
    id = await lived.waiting(of.place, 1)

    async def passed_and_published() -> None:
        await position_review.approve(of.place.city, id, 1, NOW)
        await position_publication.publish(of.place.city, id, 2, NOW)

    published, edited = await at_once(
        of, passed_and_published(), positions.edit(of.place.unit, id, 1, lived.form(9), NOW)
    )
    shown = (await _of_position(id, "state"), await _of_position(id, "headcount"))
    first = published is None and isinstance(edited, Stale) and shown == ("published", 1)
    second = edited is None and isinstance(published, Stale) and shown == ("waiting_city", 9)
    return (first or second) and await sound(of, id)


async def reopening_against_application(of: Stage) -> bool:
    """The office takes a position back, publication and review, while somebody applies: nobody is left in the air."""
    id = await lived.published(of.place)

    async def taken_back() -> None:
        await position_publication.withdraw(of.place.city, id, 3, NOW)
        await position_review.reopen(of.place.city, id, 4, NOW)

    back, applied = await at_once(of, taken_back(), lived.applied(of.person, id))
    state = await _of_position(id, "state")
    first = back is None and isinstance(applied, Refused) and state == "waiting_city"
    second = isinstance(applied, int) and isinstance(back, Refused) and state == "approved"
    kept = await sound(of, id)
    await free(of)
    return (first or second) and kept


RACES: Mapping[str, Race] = {
    "20 acceptances of one application": one_application,
    "50 approvals of one record": one_record,
    "two employers and one person": two_employers,
    "改报 against acceptance": switch_against_acceptance,
    "review against withdrawal": review_against_withdrawal,
    "publication against edit": publication_against_edit,
    "撤销审核 against 报名": reopening_against_application,
    "暂停 against acceptance": suspension_against_acceptance,
    "审核通过 against 撤销审核 of a base": approval_against_reopening,
    **OF_FILINGS,
    **OF_PLACEMENTS,
    **OF_DEPARTURES,
    **OF_ROSTERS,
    "200 applicants for 5 seats": few_seats,
}


async def _of_position(id: int, column: str) -> object:
    row = await Position.select(
        Position.state, Position.version, Position.accepted, Position.headcount
    ).where(Position.id == id)
    return row[0][column]


async def _states(position: int) -> list[str]:
    rows = await Application.select(Application.state).where(Application.position == position)
    return [row["state"] for row in rows]
