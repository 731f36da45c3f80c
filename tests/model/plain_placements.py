"""What may be done to a 上岗, by the table of PRODUCT.md 2, and what a 录用上岗登记 must keep to by sections 10 and 11."""

from datetime import date, timedelta

from tests.model.plain import Deed, Verdict, World, judged, missing
from tests.model.plain_applications import is_eligible
from tests.model.plain_records import DAY, Placement, last_of
from tests.model.plain_rostered import holds_placement
from tests.model.plain_traineeships import (
    chance_used,
    duty,
    has_started,
    is_its_office,
    is_kept,
    of_application,
    person_of,
    sees,
    standing,
    uses_chance,
    write_lapse,
)

EMPLOYER = ("record", "edit", "upload", "raise_allowance")
OFFICE = ("approve", "reject", "reopen")
PUBLIC_ALLOWANCE = 260_000
"""Of every position here; less deserves a warning, which nobody here ticks."""
FROM = {
    "edit": {"unsigned", "rejected"},
    "upload": {"unsigned", "rejected"},
    "raise_allowance": {"approved"},
    "approve": {"waiting"},
    "reject": {"waiting"},
    "reopen": {"approved", "rejected"},
}


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb == "record":
        return _record(world, deed)
    found = world.placements.get(deed.record)
    invalid = deed.verb == "reject" and not deed.reasoned
    if found is None or not sees(world, found, deed.actor):
        return missing(deed, invalid=invalid)
    if deed.verb == "edit":
        invalid = not _is_same(found, deed) and not _fits(world, deed, found.application, found)
    if deed.verb == "upload":
        invalid = not found.has_pages and not deed.reasoned
    if deed.verb == "raise_allowance":
        invalid = not _rises(world, deed, found)
    allowed = _may(world, deed, found)
    return judged(deed, found.version, allowed, lambda _: _done(world, deed, found), invalid=invalid)


def _record(world: World, deed: Deed) -> Verdict:
    found = world.applications.get(deed.record)
    if found is None or world.positions[found.position].owner is not deed.actor:
        return missing(deed)

    def done(id: int) -> None:
        assert deed.day and deed.until
        world.placements[id] = Placement(deed.record, deed.day, deed.until, deed.amount, world.today)

    if of_application(world, deed.record) is not None:
        return Verdict(frozenset({"Stale"}), done)
    wrong = {"Refused"} if found.state != "accepted" else set()
    if not _fits(world, deed, deed.record, None):
        wrong.add("Invalid")
    return Verdict(frozenset(wrong or {"done"}), done)


def _fits(world: World, deed: Deed, application: int, known: Placement | None) -> bool:
    """`reasoned` is that insurance covers every day."""
    start, end = deed.day, deed.until
    assert start and end
    found = world.applications[application]
    published = world.positions[found.position].first_published
    assert published
    registered = known.registered if known else world.today
    latest = world.today if known and known.was_on_duty else world.today + timedelta(days=365)
    begins = max(published, registered - 30 * DAY) <= start <= latest and is_eligible(found.person, start)
    ends = last_of(start, 3) <= end <= last_of(start, 12)
    pays = deed.amount >= PUBLIC_ALLOWANCE
    return begins and ends and pays and deed.reasoned and (known is None or _agrees(world, deed, known))


def _agrees(world: World, deed: Deed, known: Placement) -> bool:
    """With what was built on the registration since."""
    id = next(id for id, each in world.placements.items() if each is known)
    is_built_on = standing(world, id) is not None or is_kept(world, id)
    days_stand = (deed.day, deed.until) == (known.start, known.end)
    inside = all(deed.day <= day <= deed.until for day, _ in known.raises)  # type: ignore[operator]
    under = all(deed.amount < amount for _, amount in known.raises)
    return inside and under and (days_stand or not is_built_on)


def _is_same(found: Placement, deed: Deed) -> bool:
    """Nothing is different, so that nothing happens."""
    asked = (deed.day, deed.until, deed.amount)
    return deed.reasoned and asked == (found.start, found.end, found.allowance)


def _rises(world: World, deed: Deed, found: Placement) -> bool:
    assert deed.day
    id = next(id for id, each in world.placements.items() if each is found)
    departure, last = standing(world, id), found.end
    if departure is not None and departure.state == "approved":
        last = max(found.start, departure.last_day)
    later = not found.raises or deed.day > found.raises[-1][0]
    return found.start <= deed.day <= last and later and deed.amount > in_force(found, deed.day)


def in_force(found: Placement, day: date) -> int:
    return max([found.allowance, *(amount for since, amount in found.raises if since <= day)])


def _may(world: World, deed: Deed, found: Placement) -> bool:
    if found.state not in FROM[deed.verb]:
        return False
    if deed.verb in EMPLOYER:
        return deed.verb != "raise_allowance" or duty(world, deed.record) not in {"left", "retained"}
    free = True
    if deed.verb == "approve":
        person = person_of(world, found)
        free = not found.never_came and (uses_chance(found) or not chance_used(world, person))
    if deed.verb == "reopen":
        free = standing(world, deed.record) is None and not is_kept(world, deed.record)
        free = free and not holds_placement(world, deed.record)
    return free and is_its_office(world, found, deed.actor)


def _done(world: World, deed: Deed, found: Placement) -> None:
    if deed.verb == "edit" and _is_same(found, deed):
        return
    found.version += 1
    if deed.verb == "edit":
        assert deed.day and deed.until
        write_lapse(world, deed.record)
        found.start, found.end, found.allowance = deed.day, deed.until, deed.amount
        found.state, found.agreement, found.has_pages = "unsigned", found.agreement + 1, False
    elif deed.verb == "upload":
        found.state, found.uploads, found.has_pages = "waiting", found.uploads + 1, True
    elif deed.verb == "raise_allowance":
        assert deed.day
        found.raises.append((deed.day, deed.amount))
    elif deed.verb == "reopen":
        write_lapse(world, deed.record)
        found.was_on_duty = has_started(world, found)
        found.state = "waiting"
    else:
        found.state = {"approve": "approved", "reject": "rejected"}[deed.verb]
