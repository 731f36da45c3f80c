"""What somebody could try next about 上岗, 离岗 or 留用; the days that are typed are those at which something changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.model import plain_departures, plain_placements, plain_retentions
from tests.model.picks import Pick
from tests.model.plain import Actor, Deed, World
from tests.model.plain_records import DAY, Placement, last_of, working_days
from tests.model.plain_rostered import holds_departure, holds_placement, holds_retention
from tests.model.plain_traineeships import (
    duty,
    is_its_office,
    is_kept,
    is_void,
    of_application,
    standing,
)

STARTS = (0, 14, 0, -20, 0, 3, -45, 400)
"""Days from today to 上岗日期."""
MONTHS = (3, 3, 6, 3, 12, 2, 13)
Tries = Callable[[World, Actor, Pick], Iterator[Deed]]


def _with_placement(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    id = pick.one(sorted(world.placements))
    known = world.placements.get(id)
    version = known.version - pick.behind if known else 1
    if actor.kind == "employer":
        amount = pick.among((260_000, 260_000, 250_000, 270_000, 280_000), 3)
        typed = (pick.reasoned, *_period(world, pick, None), amount)
        yield _deed("placement", "record", actor, pick.one(sorted(world.applications)), 1, *typed)
        typed = (pick.reasoned, *_period(world, pick, known), amount)
        yield _deed("placement", "edit", actor, id, version, *typed)
        yield Deed("placement", "upload", actor, id, version, pick.reasoned)
        since, amount = _day(world, pick, known), 270_000 + pick.number % 7 * 10_000
        yield Deed("placement", "raise_allowance", actor, id, version, day=since, amount=amount)
    if actor.is_office:
        for verb in plain_placements.OFFICE:
            yield Deed("placement", verb, actor, id, version, pick.reasoned)


def _deed(
    noun: str,
    verb: str,
    actor: Actor,
    id: int,
    version: int,
    reasoned: bool,
    day: date,
    until: date,
    amount: int = 0,
) -> Deed:
    return Deed(noun, verb, actor, id, version, reasoned, day=day, until=until, amount=amount)


def _period(world: World, pick: Pick, known: Placement | None) -> tuple[date, date]:
    """As it is, every third time, where something is."""
    if known is not None and pick.number % 3 == 0:
        return known.start, known.end if pick.number % 2 else last_of(known.start, 6)
    first = world.today + timedelta(days=pick.among(STARTS))
    return first, last_of(first, pick.among(MONTHS, len(STARTS)))


def _day(world: World, pick: Pick, known: Placement | None) -> date:
    """A day of the period or beside it."""
    days = [world.today, world.today, world.today + 7 * DAY, world.today - 3 * DAY]
    if known is not None:
        days += [known.start, known.end, known.end + DAY, known.start - DAY]
    return pick.among(days)


def _with_departure(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    begins, id = pick.one(sorted(world.placements)), pick.one(sorted(world.departures))
    found = world.departures.get(id)
    verbs: tuple[str, ...] = plain_departures.OFFICE if actor.is_office else ()
    whys: tuple[str, ...] = ("ill", "never_came", "absent", "never_came", "unwilling")
    if actor.kind == "person":
        verbs, whys = plain_departures.PERSON, ("ill", "unpaid")
    if actor.kind == "employer":
        verbs = plain_departures.EMPLOYER
    by_person = found is None or found.by_person
    for verb in verbs:
        new = verb in plain_departures.BEGIN
        of = begins if new else found.placement if found else 0
        shown = world.placements.get(of) if new else found
        version = shown.version - pick.behind if shown else 1
        day, why = _day(world, pick, world.placements.get(of)), pick.among(whys, 3)
        has_own_day = why == "never_came" and (verb == "record" or (verb == "edit" and not by_person))
        typed = None if has_own_day and pick.number % 4 else day
        record = begins if new else id
        yield Deed("departure", verb, actor, record, version, pick.reasoned, day=typed, why=why)


def _with_retention(world: World, actor: Actor, pick: Pick) -> Iterator[Deed]:
    if actor.kind != "employer":
        return
    begins, id = pick.one(sorted(world.placements)), pick.one(sorted(world.retentions))
    found = world.retentions.get(id)
    for verb in plain_retentions.EMPLOYER:
        of = begins if verb == "record" else found.placement if found else 0
        known = world.placements.get(of)
        days = [known.end + DAY, known.start, known.end + 500 * DAY] if known else []
        first = pick.among([world.today, world.today + DAY, *days])
        last = pick.among((last_of(first, 24), last_of(first, 6), last_of(first, 24), first), 2)
        shown = known if verb == "record" else found
        version = shown.version - pick.behind if shown else 1
        record = begins if verb == "record" else id
        yield _deed("retention", verb, actor, record, version, pick.reasoned, first, last)


TRAINEESHIP_TRIES: dict[str, Tries] = {
    "placement": _with_placement,
    "departure": _with_departure,
    "retention": _with_retention,
}


def kinder(world: World, noun: str, verb: str) -> World:
    """The same world without what stands in the way of those whose turn it is."""
    accepted = {id: replace(each, state="accepted") for id, each in world.applications.items()}
    came = {id: replace(each, never_came=False) for id, each in world.placements.items()}
    free = replace(world, departures={}, retentions={}, applications=accepted, placements=came, lenient=True)
    if noun == "placement":
        return free
    if verb in {"record", "request"}:
        return replace(free, placements={id: _going_on(world, each) for id, each in came.items()})
    ended = {id: replace(each, state="cancelled") for id, each in world.applications.items()}
    by_person = verb in {"recall", "appeal"}
    patient = {
        id: replace(each, since=date(2020, 1, 1), by_person=by_person, certificate=1)
        for id, each in world.departures.items()
    }
    return replace(world, departures=patient, applications=ended, placements=came, lenient=True)


def _going_on(world: World, each: Placement) -> Placement:
    start, end = min(each.start, world.today), max(each.end, world.today)
    return replace(each, state="approved", start=start, end=end)


def standing_of(world: World, deed: Deed) -> tuple[object, ...]:
    """All that a rule could look at, where there is such a record."""
    known: tuple[object, ...] = (deed.reasoned,)
    of = deed.record
    if (deed.noun, deed.verb) == ("placement", "record"):
        if deed.record not in world.applications:
            return known
        found = world.applications[deed.record]
        return (*known, found.state, of_application(world, deed.record) is None)
    if deed.noun == "retention" and deed.verb != "record":
        known = (*known, of in world.retentions and holds_retention(world, of))
        of = world.retentions[of].placement if of in world.retentions else 0
    if deed.noun == "departure" and of in world.departures and deed.verb not in {"record", "request"}:
        one = world.departures[of]
        known = (*known, holds_departure(world, of))
        of = one.placement
        waited = working_days(one.since, world.today) >= plain_departures.APPEAL_AFTER
        known = (*known, one.state, one.by_person, one.decided_from, waited, one.reason == "never_came")
    if of not in world.placements:
        return known
    placement, departure = world.placements[of], standing(world, of)
    held = (placement.never_came, placement.was_on_duty, is_kept(world, of), placement.has_pages)
    left = (departure and departure.state, any(is_void(world, each) for each in world.departures.values()))
    office = deed.actor.is_office and is_its_office(world, placement, deed.actor)
    rostered = holds_placement(world, of)
    return (*known, placement.state, duty(world, of), rostered, *held, *left, office)
