"""What somebody could try next about 花名册 and 最低工资标准."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tests.model import plain_rosters
from tests.model.picks import Pick
from tests.model.plain import Actor, Deed, World
from tests.model.plain_records import DAY, Placement, last_of
from tests.model.town import UNITS

MOST_ROSTERS, MOST_IN_HAND, MOST_WAGES = 14, 3, 12
LONG = (1, 2, 1, 3)
"""Months of a roster."""
AMOUNTS = (200_000, 250_000, 268_000)
"""The last is more than most are given to live on."""


def _with_roster(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    id = pick.one(sorted(world.rosters))
    version = world.rosters[id].version - pick.behind if id else 1
    verbs: tuple[str, ...] = plain_rosters.OFFICE if actor.is_office else ()
    if actor.kind == "employer":
        verbs = plain_rosters.EMPLOYER
        in_hand = [each for each in world.rosters.values() if each.state in plain_rosters.IN_HAND]
        if len(in_hand) < MOST_IN_HAND and len(world.rosters) < MOST_ROSTERS:
            kind, first, last = _months(world, actor, pick)
            yield Deed("roster", "prepare", actor, day=first, until=last, why=kind)
    for verb in verbs:
        if verb != "prepare" and (verb != "correct" or len(world.rosters) < MOST_ROSTERS):
            yield Deed("roster", verb, actor, id, version, pick.reasoned)


def _months(world: World, actor: Actor, pick: Pick) -> tuple[str, date, date]:
    """From one in which somebody began, rather; every fourth time of the year. Sometimes with months that are accepted."""
    accepted = [each for each in world.rosters.values() if each.counts and each.kind == "period"]
    mine = [each for each in accepted if world.bases[each.place].owner is actor]
    if mine and pick.number % 3 == 0:
        found = pick.among(mine, 3)
        return "period", _back(found.first, 1), found.last
    starts = sorted({each.start.replace(day=1) for each in serving(world, actor)})
    first = pick.among(starts, 2) if starts and pick.number % 7 else _back(world.today, 1)
    if pick.number % 4 == 3:
        return "settlement", date(first.year, 1, 1), date(first.year, 12, 31)
    first = pick.among((first, first, last_of(first, 1) + DAY), 3)
    return "period", first, last_of(first, pick.among(LONG, 2))


def serving(world: World, unit: Actor) -> Iterator[Placement]:
    for each in world.placements.values():
        if world.positions[world.applications[each.application].position].owner is unit:
            yield each


def _back(day: date, months: int) -> date:
    first = day.replace(day=1)
    for _ in range(months):
        first = (first - DAY).replace(day=1)
    return first


def _with_wage(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    """Never the same amount twice, so that a change is always one."""
    if actor.is_office and len(world.wages) < MOST_WAGES:
        place, count = pick.number % len(UNITS), len(world.wages)
        since = _back(world.today, pick.among((0, 1, 2))) + pick.among((0, 0, 14), 3) * DAY
        amount = pick.among(AMOUNTS, 2) + 100 * count
        yield Deed("wage", "set", actor, place, int(not pick.behind), day=since, amount=amount)


ROSTER_TRIES = {"roster": _with_roster, "wage": _with_wage}


def kinder(world: World) -> World:
    """The same world without what stands in the way of those whose turn it is."""
    return replace(world, lenient=True)


def standing_of(world: World, deed: Deed) -> tuple[object, ...]:
    """All that a rule could look at, where there is such a record."""
    if deed.noun == "wage":
        return (deed.record, deed.version)
    if deed.verb == "prepare":
        kind, first, last = plain_rosters.asked(deed)
        mine = [each for each in world.rosters.values() if world.bases[each.place].owner is deed.actor]
        near = {
            each.state for each in mine if each.kind == kind and each.first <= last and each.last >= first
        }
        return (kind, last >= world.today, *sorted(near))
    if deed.record not in world.rosters:
        return (deed.reasoned,)
    found = world.rosters[deed.record]
    own = plain_rosters.sees(world, found, deed.actor)
    told = (found.state, found.kind, found.counts, found.by_office, bool(found.corrects), own)
    return (
        deed.reasoned,
        deed.version == found.version,
        *told,
        *sorted(plain_rosters.objections(world, deed)),
    )
