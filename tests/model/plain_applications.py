"""What may be done to a 报名, by the table of PRODUCT.md 2, and who may take part by sections 3 and 10."""

from datetime import date

from tests.model.plain import Actor, Application, Deed, Verdict, World, holds_office, judged, missing
from tests.model.plain_traineeships import chance_used, is_begun, of_application

PERSON = ("apply", "withdraw", "switch", "decline")
EMPLOYER = ("accept", "reject", "cancel")
REASONED = {"reject", "decline", "cancel"}
LIVE = {"waiting", "accepted"}
FROM = {
    "withdraw": "waiting",
    "switch": "waiting",
    "accept": "waiting",
    "reject": "waiting",
    "decline": "accepted",
    "cancel": "accepted",
}
TO = {
    "withdraw": "withdrawn",
    "switch": "withdrawn",
    "accept": "accepted",
    "reject": "rejected",
    "decline": "cancelled",
    "cancel": "cancelled",
}


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb == "apply":
        return _apply(world, deed)
    found = world.applications.get(deed.record)
    invalid = deed.verb in REASONED and not deed.reasoned
    if found is None or not _sees(world, found, deed.actor):
        return missing(deed, invalid=invalid)
    if deed.verb == "switch" and not _is_known(world, deed.other):
        return missing(deed)
    allowed = found.state == FROM[deed.verb] and _may(world, deed, found)
    return judged(deed, found.version, allowed, lambda new: _done(world, deed, found, new), invalid=invalid)


def _may(world: World, deed: Deed, found: Application) -> bool:
    if deed.verb == "accept":
        return has_seat(world, found.position) and _base_is_approved(world, found.position)
    if deed.verb in {"decline", "cancel"}:
        return not is_begun(world, deed.record)
    return deed.verb != "switch" or (
        deed.other != found.position and _may_apply(world, deed.actor, deed.other)
    )


def _done(world: World, deed: Deed, found: Application, new: int) -> None:
    found.state, found.version = TO[deed.verb], found.version + 1
    found.was_accepted |= deed.verb == "accept"
    placement = of_application(world, deed.record)
    if found.state == "cancelled" and placement is not None:
        placement.state, placement.version = "cancelled", placement.version + 1
    if deed.verb == "switch":
        world.applications[new] = Application(deed.actor, deed.other)


def _apply(world: World, deed: Deed) -> Verdict:
    if not _is_known(world, deed.record):
        return missing(deed)
    free = not any(each.person is deed.actor and each.state in LIVE for each in world.applications.values())
    allowed = free and _may_apply(world, deed.actor, deed.record)

    def done(new: int) -> None:
        world.applications[new] = Application(deed.actor, deed.record)

    return Verdict(frozenset({"done" if allowed else "Refused"}), done)


def _is_known(world: World, position: int) -> bool:
    """A person knows of a position once it was published."""
    return position in world.positions and world.positions[position].ever_published


def _may_apply(world: World, person: Actor, position: int) -> bool:
    """Everything but the live application that the person may have."""
    wanted = world.positions[position]
    opened = wanted.state == "published" and world.today <= wanted.deadline
    takes = opened and has_seat(world, position) and _base_is_approved(world, position)
    free = not chance_used(world, person)
    return free and takes and person.name in world.with_intention and is_eligible(person, world.today)


def has_seat(world: World, position: int) -> bool:
    return world.accepted(position) < world.positions[position].headcount


def _base_is_approved(world: World, position: int) -> bool:
    return world.base_of(world.positions[position].owner).state == "approved"


def is_eligible(person: Actor, today: date) -> bool:
    """A youth from the 16th birthday to the day before the 25th; a graduate of this year or of the three before."""
    if person.born is None:
        return today.year - 3 <= (person.cohort or 0) <= today.year
    born = person.born
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return 16 <= years < 25


def _sees(world: World, found: Application, actor: Actor) -> bool:
    position = world.positions[found.position]
    if actor.kind == "person":
        return found.person is actor
    if actor.kind == "employer":
        return position.owner is actor
    return found.was_accepted and holds_office(actor, position.level, position.owner.region)
