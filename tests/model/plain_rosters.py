"""What may be done to a 花名册, by the table of PRODUCT.md 2, and what section 12 lets nobody be paid twice for."""

from collections.abc import Iterator
from datetime import date

from tests.model import plain_amounts
from tests.model.plain import Actor, Deed, Verdict, World, city_of, holds_office, judged, missing
from tests.model.plain_records import Lines, Roster
from tests.model.plain_rostered import has_open_correction
from tests.model.plain_traineeships import person_of

EMPLOYER = ("prepare", "discard", "submit", "correct")
OFFICE = ("accept", "send_back", "correct")
FROM = {
    "discard": {"draft"},
    "submit": {"draft", "returned"},
    "accept": {"sent"},
    "send_back": {"sent"},
    "correct": {"accepted"},
}
IN_HAND = {"draft", "returned"}


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb == "prepare":
        return _prepare(world, deed)
    found = world.rosters.get(deed.record)
    invalid = deed.verb in {"send_back", "correct"} and not deed.reasoned
    if found is None or not sees(world, found, deed.actor):
        return missing(deed, invalid=invalid)
    if deed.version == found.version - 1 and deed.verb in {"submit", "accept"} and _was_done(found, deed):
        return Verdict(frozenset({"done"}), lambda _: None)
    allowed = found.state in FROM[deed.verb] and _is_theirs(world, found, deed)
    allowed = allowed and not objections(world, deed)
    return judged(deed, found.version, allowed, lambda id: _done(world, deed, found, id), invalid=invalid)


def _was_done(found: Roster, deed: Deed) -> bool:
    """Sent or accepted by the same hand just before: a second click."""
    return found.last_deed == (deed.verb, deed.actor.name)


def sees(world: World, found: Roster, actor: Actor) -> bool:
    county = world.bases[found.place].owner.region
    if actor.kind == "employer":
        return world.bases[found.place].owner is actor
    levels = {"county": county, "city": city_of(county)}
    return found.state != "draft" and levels.get(actor.kind) == actor.region


def _is_theirs(world: World, found: Roster, deed: Deed) -> bool:
    county = world.bases[found.place].owner.region
    return deed.actor.kind == "employer" or holds_office(deed.actor, found.level, county)


def objections(world: World, deed: Deed) -> frozenset[str]:
    """Every rule that stands in the way of a verb in a state in which there is one."""
    found = world.rosters[deed.record]
    if world.lenient or found.state not in FROM[deed.verb]:
        return frozenset()
    no: dict[str, bool] = {}
    if deed.verb == "discard":
        no["asked for by the office"] = found.by_office
    if deed.verb == "correct":
        no["another correction"] = has_open_correction(world, deed.record)
        no["an older version"] = not found.counts
    if deed.verb == "submit":
        now = _now(world, found)
        no["not over"] = found.last >= world.today
        no["waits elsewhere"] = _waits(world, deed.record, found.place, found.kind, found.first, found.last)
        no["nobody"] = not (now.lines or found.corrects)
        no["counted elsewhere"] = _is_twice(world, deed.record, now.lines)
    if deed.verb == "accept":
        now = _now(world, found)
        no["changed"] = (now.head, now.lines) != (found.head, found.lines)
        no["counted elsewhere"] = _is_twice(world, deed.record, found.lines)
    return frozenset(name for name, stands in no.items() if stands)


def _prepare(world: World, deed: Deed) -> Verdict:
    kind, first, last = asked(deed)
    place = next(place for place, base in world.bases.items() if base.owner is deed.actor)
    base = world.bases[place]
    same = [
        (id, each)
        for id, each in world.rosters.items()
        if (each.place, each.kind, each.first, each.last) == (place, kind, first, last)
    ]
    taken_up = base.state != "" and any(each.state in IN_HAND for _, each in same)
    stands = world.lenient or not (
        last >= world.today
        or _waits(world, 0, place, kind, first, last)
        or any(each.counts for _, each in same)
    )

    def done(id: int) -> None:
        if taken_up:
            assert id == max(one for one, each in same if each.state in IN_HAND)
        else:
            world.rosters[id] = Roster(place, kind, first, last, base.level)

    allowed = taken_up or (base.level != "" and stands)
    return Verdict(frozenset({"done" if allowed else "Refused"}), done)


def asked(deed: Deed) -> tuple[str, date, date]:
    assert deed.day and deed.until
    return deed.why, deed.day, deed.until


def _now(world: World, found: Roster) -> plain_amounts.Said:
    return plain_amounts.said(world, found.place, found.kind, found.first, found.last)


def _waits(world: World, but: int, place: int, kind: str, first: date, last: date) -> bool:
    """With the office or returned by it, for one of the months."""
    return any(
        (each.place, each.kind) == (place, kind)
        and each.state in {"sent", "returned"}
        and id != but
        and each.first <= last
        and each.last >= first
        for id, each in world.rosters.items()
    )


def _is_twice(world: World, id: int, lines: Lines) -> bool:
    found = world.rosters[id]
    others = (
        each
        for other, each in world.rosters.items()
        if each.counts and each.kind == found.kind and other not in {id, found.corrects}
    )
    taken = {key for each in others for key in _counted(world, each.lines)}
    return any(key in taken for key in _counted(world, lines))


def _counted(world: World, lines: Lines) -> Iterator[tuple[str, date]]:
    """Who and which month."""
    for placement, months in lines.items():
        name = person_of(world, world.placements[placement]).name
        yield from ((name, month) for month, amount in months.items() if amount.is_counted)


def _done(world: World, deed: Deed, found: Roster, id: int) -> None:
    if deed.verb == "discard":
        del world.rosters[deed.record]
        return
    found.version, found.last_deed = found.version + 1, (deed.verb, deed.actor.name)
    if deed.verb == "submit":
        now = _now(world, found)
        found.state, found.round, found.head, found.lines = "sent", found.round + 1, now.head, now.lines
        found.left, found.kept = now.left, now.kept
    elif deed.verb == "accept":
        if found.corrects:
            world.rosters[found.corrects].counts = False
        found.state, found.counts, found.moment = "accepted", True, world.moment
    elif deed.verb == "send_back":
        found.state = "returned"
    else:
        made = Roster(found.place, found.kind, found.first, found.last, found.level)
        made.serial, made.corrects, made.by_office = found.serial + 1, deed.record, deed.actor.is_office
        world.rosters[id] = made
