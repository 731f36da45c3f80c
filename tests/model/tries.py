"""What somebody could try next, allowed or not: every verb that the services take from this kind of somebody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from tests.model import (
    plain_applications,
    plain_bases,
    plain_departures,
    plain_placements,
    plain_positions,
    plain_retentions,
    plain_rosters,
    plain_wages,
    roster_tries,
)
from tests.model.picks import Pick
from tests.model.plain import Actor, Deed, Verdict, World
from tests.model.plain_traineeships import chance_used, is_begun
from tests.model.town import OFFICES, PEOPLE, UNITS
from tests.model.traineeship_tries import TRAINEESHIP_TRIES, kinder, standing_of

MOST_POSITIONS, MOST_APPLICATIONS = 8, 24
PICKS = 10
"""So many are looked at for what is not done."""
EVERYBODY = (*UNITS, *OFFICES, *PEOPLE)
OF_OFFICES = (*plain_bases.REVIEW, *plain_bases.STANDING)


JUDGES = {
    "base": plain_bases.judge,
    "position": plain_positions.judge,
    "application": plain_applications.judge,
    "placement": plain_placements.judge,
    "departure": plain_departures.judge,
    "retention": plain_retentions.judge,
    "roster": plain_rosters.judge,
    "wage": plain_wages.judge,
}


def judge(world: World, deed: Deed) -> Verdict:
    return JUDGES[deed.noun](world, deed)


def able(world: World, verbs: Iterable[tuple[str, str]], number: int) -> list[Deed]:
    """Who may do the first of these verbs that anybody may do with one record, or with one of the next."""
    known: dict[str, list[Deed]] = {}
    for noun, verb in verbs:
        if noun not in known:
            picks = [Pick(number + turn) for turn in range(3)]
            known[noun] = [
                deed for pick in picks for actor in EVERYBODY for deed in TRIES[noun](world, actor, pick)
            ]
        mine = (deed for deed in known[noun] if deed.verb == verb)
        if found := [deed for deed in mine if judge(world, deed).outcomes == {"done"}]:
            return found
    return []


def wrong(world: World, noun: str, number: int) -> list[Deed]:
    """Who could do something with a record if a single rule did not stand in the way, and who could if what is typed were
    right; the records from that number on."""
    picks = [Pick(number + turn, reasoned=turn % 3 > 0) for turn in range(PICKS)]
    some = {deed: None for pick in picks for actor in EVERYBODY for deed in TRIES[noun](world, actor, pick)}
    outcomes = {deed: judge(world, deed).outcomes for deed in some}
    no = [deed for deed in some if outcomes[deed] == {"Refused"}]
    kind = kinder if noun in TRAINEESHIP_TRIES else _kinder
    worlds = {verb: kind(world, noun, verb) for verb in {deed.verb for deed in no}}
    refused = [deed for deed in no if judge(worlds[deed.verb], deed).outcomes == {"done"}]
    return refused + [deed for deed in some if outcomes[deed] == {"Invalid"}]


def _kinder(world: World, noun: str, verb: str) -> World:
    """The same world without anything that stands in the way of those whose turn it is: what is refused here, too, is
    refused for its state or its doer; what is not is refused by a single rule, and those are the ones to try."""
    if noun in roster_tries.ROSTER_TRIES:
        return roster_tries.kinder(world)
    bases = {place: replace(base, state="approved") for place, base in world.bases.items()}
    positions = {
        id: replace(
            each,
            deadline=date.max,
            headcount=999,
            state="published" if noun == "application" else each.state,
        )
        for id, each in world.positions.items()
    }
    mine = world.applications if noun == "application" and verb != "apply" else {}
    everybody = {person.name for person in PEOPLE}
    free = replace(world, placements={}, departures={}, retentions={})
    if noun == "base":
        return replace(free, positions={})
    return replace(free, bases=bases, positions=positions, applications=dict(mine), with_intention=everybody)


def anything(world: World, pick: Pick) -> list[Deed]:
    return [deed for actor in EVERYBODY for tries in TRIES.values() for deed in tries(world, actor, pick)]


def situation(world: World, deed: Deed) -> tuple[object, ...]:
    """All that a rule could look at, and what would come of it: of two tries in the same situation the second teaches
    less than one in another."""
    return (*_seen(world, deed), *sorted(judge(world, deed).outcomes))


def _seen(world: World, deed: Deed) -> tuple[object, ...]:
    who = (deed.noun, deed.verb, deed.actor.kind)
    if deed.noun in STANDINGS:
        return (*who, *STANDINGS[deed.noun](world, deed))
    if deed.noun == "base":
        base = world.bases[deed.record]
        return (
            *who,
            base.state,
            base.amendment,
            base.decided_by,
            len(base.levels),
            plain_bases.rests_on_new_level(world, base),
        )
    id = deed.record
    if deed.noun == "application" and deed.verb != "apply":
        id = deed.other if deed.verb == "switch" else 0
        if deed.record in world.applications:
            found = world.applications[deed.record]
            own = (found.state, found.person is deed.actor, is_begun(world, deed.record))
            who, id = (*who, *own), id or found.position  # type: ignore[assignment]
    if id not in world.positions:
        return who
    position, wishes = world.positions[id], deed.actor.name in world.with_intention
    used = deed.actor.kind == "person" and chance_used(world, deed.actor)
    able_today = wishes and plain_applications.is_eligible(deed.actor, world.today)
    seats, late = world.accepted(id) < position.headcount, world.today > position.deadline
    rest = (position.chain, position.state, world.base_of(position.owner).state, bool(world.of_position(id)))
    return (*who, *rest, seats, late, used, deed.actor.kind == "person" and able_today)


def _with_base(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    if actor.kind == "employer":
        own = UNITS.index(actor)
        version = max(world.bases[own].version - pick.behind, 0)
        yield from (Deed("base", verb, actor, own, version) for verb in plain_bases.OWN)
    if actor.is_office:
        place = pick.number % len(UNITS)
        version = world.bases[place].version - pick.behind
        for verb in OF_OFFICES:
            yield Deed("base", verb, actor, place, version, pick.reasoned, pick.level)


def _with_position(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    id = pick.one(sorted(world.positions))
    version = world.positions[id].version - pick.behind if id else 1
    if actor.kind == "employer":
        room = len(world.positions) < MOST_POSITIONS
        verbs = [verb for verb in plain_positions.OWN if room or verb not in {"add", "copy"}]
    else:
        verbs = list(plain_positions.OFFICE) if actor.is_office else []
    for verb in verbs:
        days = pick.days - 4 if verb == "extend" else pick.days
        yield Deed("position", verb, actor, id, version, pick.reasoned, headcount=pick.headcount, days=days)


def _with_application(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    id = pick.one(sorted(world.applications))
    version = world.applications[id].version - pick.behind if id else 1
    verbs = {"person": plain_applications.PERSON, "employer": plain_applications.EMPLOYER}
    wanted = pick.one(sorted(world.positions))
    for verb in verbs.get(actor.kind, ("cancel",)):
        new = verb in {"apply", "switch"}
        if new and len(world.applications) >= MOST_APPLICATIONS:
            continue
        record = wanted if verb == "apply" else id
        yield Deed("application", verb, actor, record, version, pick.reasoned, other=wanted)


TRIES = {
    "base": _with_base,
    "position": _with_position,
    "application": _with_application,
    **TRAINEESHIP_TRIES,
    **roster_tries.ROSTER_TRIES,
}
STANDINGS = {
    **dict.fromkeys(TRAINEESHIP_TRIES, standing_of),
    **dict.fromkeys(roster_tries.ROSTER_TRIES, roster_tries.standing_of),
}
