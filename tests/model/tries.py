"""What somebody could try next, allowed or not: every verb that the services take from this kind of somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tests.model import plain_applications, plain_bases, plain_positions
from tests.model.plain import Actor, Deed, Verdict, World
from tests.model.town import OFFICES, PEOPLE, UNITS

MOST_POSITIONS, MOST_APPLICATIONS = 8, 24
EVERYBODY = (*UNITS, *OFFICES, *PEOPLE)
OF_OFFICES = (*plain_bases.REVIEW, *plain_bases.STANDING)
NOBODYS = 0
"""The id of no record."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which records, how they were shown, and what is typed."""

    number: int
    reasoned: bool = True
    behind: int = 0
    """So many versions ago the record was shown."""

    def one(self, ids: Sequence[int]) -> int:
        return ids[self.number % len(ids)] if ids else NOBODYS

    @property
    def level(self) -> str:
        return ("county", "city")[self.number % 2]

    @property
    def headcount(self) -> int:
        return 1 + self.number % 3

    @property
    def days(self) -> int:
        return (0, 5, 30, 90)[self.number % 4]


def judge(world: World, deed: Deed) -> Verdict:
    if deed.noun == "base":
        return plain_bases.judge(world, deed)
    if deed.noun == "position":
        return plain_positions.judge(world, deed)
    return plain_applications.judge(world, deed)


def able(world: World, noun: str, verb: str, number: int) -> list[Deed]:
    """Who may do this with one record, or with one of the next where nobody may."""
    for turn in range(3):
        pick = Pick(number + turn)
        some = [deed for actor in EVERYBODY for deed in TRIES[noun](world, actor, pick) if deed.verb == verb]
        found = [deed for deed in some if judge(world, deed).outcomes == {"done"}]
        if found:
            return found
    return []


def refused(world: World, noun: str, verb: str) -> list[Deed]:
    """Who could do this with a record if a single rule did not stand in the way; for every record of the kind."""
    picks = [Pick(number) for number in range(MOST_APPLICATIONS if noun == "application" else MOST_POSITIONS)]
    some = {deed for pick in picks for actor in EVERYBODY for deed in TRIES[noun](world, actor, pick)}
    mine = sorted((deed for deed in some if deed.verb == verb), key=repr)
    no = [deed for deed in mine if judge(world, deed).outcomes == {"Refused"}]
    kind = _kinder(world, noun, verb)
    return [deed for deed in no if judge(kind, deed).outcomes == {"done"}]


def _kinder(world: World, noun: str, verb: str) -> World:
    """The same world without anything that stands in the way of those whose turn it is: what is refused here, too, is
    refused for its state or its doer; what is not is refused by a single rule, and those are the ones to try."""
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
    if noun == "base":
        return replace(world, positions={})
    return replace(world, bases=bases, positions=positions, applications=dict(mine), with_intention=everybody)


def anything(world: World, pick: Pick) -> list[Deed]:
    return [deed for actor in EVERYBODY for tries in TRIES.values() for deed in tries(world, actor, pick)]


def situation(world: World, deed: Deed) -> tuple[object, ...]:
    """All that a rule could look at: of two tries in the same situation the second teaches less than one in another."""
    who = (deed.noun, deed.verb, deed.actor.kind)
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
            who, id = (*who, found.state, found.person is deed.actor), id or found.position  # type: ignore[assignment]
    if id not in world.positions:
        return who
    position, wishes = world.positions[id], deed.actor.name in world.with_intention
    able_today = wishes and plain_applications.is_eligible(deed.actor, world.today)
    seats, late = world.accepted(id) < position.headcount, world.today > position.deadline
    rest = (position.chain, position.state, world.base_of(position.owner).state, bool(world.of_position(id)))
    return (*who, *rest, seats, late, deed.actor.kind == "person" and able_today)


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


TRIES = {"base": _with_base, "position": _with_position, "application": _with_application}
