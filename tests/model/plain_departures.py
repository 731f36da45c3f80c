"""What may be done to a 离岗, by the table of PRODUCT.md 2; 未上岗 gives seat and chance back, 撤销审核 takes both again."""

from datetime import date

from tests.model.plain import Deed, Verdict, World, judged, missing
from tests.model.plain_applications import LIVE, has_seat
from tests.model.plain_records import DAY, Departure, Placement, working_days
from tests.model.plain_rostered import holds_departure
from tests.model.plain_traineeships import (
    OVER,
    chance_used,
    duty,
    is_its_office,
    is_void,
    person_of,
    sees,
    standing,
    write_lapse,
)

PERSON = ("request", "recall", "appeal")
EMPLOYER = ("record", "consent", "refuse", "edit", "cancel", "upload")
OFFICE = ("approve", "reject", "reopen")
BEGIN = {"request", "record"}
PAPERS_OPEN, DECIDABLE = {"waiting_certificate", "rejected"}, {"waiting", "waiting_office"}
APPEAL_AFTER = 5
FROM = {
    "consent": {"waiting_employer", "refused"},
    "refuse": {"waiting_employer"},
    "appeal": {"waiting_employer", "refused", "waiting_certificate"},
    "edit": PAPERS_OPEN,
    "cancel": PAPERS_OPEN,
    "upload": PAPERS_OPEN,
    "approve": DECIDABLE,
    "reject": DECIDABLE,
    "reopen": {"approved", "rejected"},
}
TO = {
    "recall": "recalled",
    "consent": "waiting_certificate",
    "refuse": "refused",
    "appeal": "waiting_office",
    "edit": "waiting_certificate",
    "cancel": "recalled",
    "upload": "waiting",
    "approve": "approved",
    "reject": "rejected",
}


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb in BEGIN:
        return _begin(world, deed)
    found = world.departures.get(deed.record)
    invalid = deed.verb in {"refuse", "reject"} and not deed.reasoned
    if found is None or not sees(world, world.placements[found.placement], deed.actor):
        return missing(deed, invalid=invalid)
    placement = world.placements[found.placement]
    invalid |= _is_invalid(world, deed, found, placement)
    allowed = _may(world, deed, found, placement)
    return judged(deed, found.version, allowed, lambda _: _done(world, deed, found), invalid=invalid)


def _begin(world: World, deed: Deed) -> Verdict:
    placement = world.placements.get(deed.record)
    if placement is None or not sees(world, placement, deed.actor):
        return missing(deed)
    by_person = deed.verb == "request"
    now = duty(world, deed.record)
    fits = now == "on_duty" or (now == "expired" and not by_person)
    invalid = not _is_inside(deed, placement, world.today, recorded=not by_person)
    allowed = fits and standing(world, deed.record) is None

    def done(id: int) -> None:
        write_lapse(world, deed.record)
        state = "waiting_employer" if by_person else "waiting_certificate"
        day = _last_day(deed, placement)
        made = Departure(deed.record, by_person, deed.why, day, state, world.today)
        made.certificate = int(not by_person)
        world.departures[id] = made

    return judged(deed, placement.version, allowed, done, invalid=invalid)


def _last_day(deed: Deed, placement: Placement) -> date:
    if deed.why == "never_came":
        return placement.start - DAY
    assert deed.day
    return deed.day


def _is_inside(deed: Deed, placement: Placement, today: date, *, recorded: bool) -> bool:
    """The period; what an employer records has happened already, and 未上岗 has a day of its own, typed or not."""
    if recorded and deed.why == "never_came":
        return deed.day in (None, placement.start - DAY)
    assert deed.day
    return placement.start <= deed.day <= placement.end and (deed.day <= today or not recorded)


def _is_invalid(world: World, deed: Deed, found: Departure, placement: Placement) -> bool:
    if deed.verb == "consent":
        return not _is_inside(deed, placement, world.today, recorded=False)
    if deed.verb == "edit":
        return not _is_inside(deed, placement, world.today, recorded=not found.by_person)
    if deed.verb == "upload":
        return not found.has_pages and not deed.reasoned
    if deed.verb == "approve" and found.state == "waiting_office" and found.reason != "never_came":
        return not _is_inside(deed, placement, world.today, recorded=False)
    return False


def _is_same(deed: Deed, found: Departure, placement: Placement) -> bool:
    """Nothing would be different on the certificate, so that nothing happens."""
    return found.certificate > 0 and _edited(deed, found, placement) == (found.last_day, found.reason)


def _edited(deed: Deed, found: Departure, placement: Placement) -> tuple[date, str]:
    """Of a person's own request only the day is the employer's to say."""
    if found.by_person:
        assert deed.day
        return deed.day, found.reason
    return _last_day(deed, placement), deed.why


def _may(world: World, deed: Deed, found: Departure, placement: Placement) -> bool:
    verb = deed.verb
    if verb == "recall":
        return found.by_person and found.state not in {*OVER, "approved"} and not is_void(world, found)
    if found.state not in FROM[verb] or (verb in {"consent", "refuse", "appeal"} and is_void(world, found)):
        return False
    if verb == "appeal":
        waited = found.state == "refused" or working_days(found.since, world.today) >= APPEAL_AFTER
        return found.by_person and waited
    if verb == "cancel":
        return not found.by_person
    if verb == "upload":
        return found.certificate > 0
    if verb in OFFICE and not is_its_office(world, placement, deed.actor):
        return False
    if verb == "reopen" and holds_departure(world, deed.record):
        return False
    return verb != "reopen" or not placement.never_came or _may_come_back(world, placement)


def _may_come_back(world: World, placement: Placement) -> bool:
    person = person_of(world, placement)
    mine = [each for each in world.applications.values() if each.person is person]
    elsewhere = any(each.state in LIVE for each in mine) or chance_used(world, person)
    return not elsewhere and has_seat(world, world.applications[placement.application].position)


def _done(world: World, deed: Deed, found: Departure) -> None:
    placement, before = world.placements[found.placement], found.state
    if deed.verb == "edit" and _is_same(deed, found, placement):
        return
    found.version += 1
    found.state = (found.decided_from or "waiting") if deed.verb == "reopen" else TO[deed.verb]
    if found.state != before:
        found.since = world.today
    if deed.verb in {"consent", "edit"}:
        found.last_day, found.reason = _edited(deed, found, placement)
        found.certificate, found.has_pages = found.certificate + 1, False
    if deed.verb == "upload":
        found.uploads, found.has_pages = found.uploads + 1, True
    if deed.verb in {"edit", "upload", "reopen"}:
        found.decided_from = ""
    if deed.verb in OFFICE:
        _decide(world, deed, found, before)


def _decide(world: World, deed: Deed, found: Departure, before: str) -> None:
    placement = world.placements[found.placement]
    if deed.verb == "reopen":
        found.last_day = found.said or found.last_day
    else:
        found.decided_from, found.said = before, found.last_day
    never_came = deed.verb == "approve" and found.reason == "never_came"
    if deed.verb == "approve" and before == "waiting_office" and not never_came:
        assert deed.day
        found.last_day = deed.day
    if never_came or (deed.verb == "reopen" and placement.never_came):
        application = world.applications[placement.application]
        placement.never_came = never_came
        application.state = "cancelled" if never_came else "accepted"
        application.version += 1
