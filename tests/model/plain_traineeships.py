"""What follows from the days, the papers and one another, by PRODUCT.md 2: whether a traineeship goes on, whether the one
chance is used, what a departure or retention stands in the way of."""

from tests.model.plain import Actor, World, city_of, holds_office
from tests.model.plain_records import Departure, Placement

OVER = {"recalled", "lapsed"}


def of_application(world: World, application: int) -> Placement | None:
    return next((each for each in world.placements.values() if each.application == application), None)


def person_of(world: World, placement: Placement) -> Actor:
    return world.applications[placement.application].person


def has_started(world: World, placement: Placement) -> bool:
    """An approval has stood on or after the start."""
    return placement.was_on_duty or (placement.state == "approved" and world.today >= placement.start)


def is_begun(world: World, application: int) -> bool:
    """Nobody gives the acceptance up any more."""
    placement = of_application(world, application)
    return placement is not None and has_started(world, placement)


def uses_chance(placement: Placement) -> bool:
    return (placement.state == "approved" or placement.was_on_duty) and not placement.never_came


def chance_used(world: World, person: Actor) -> bool:
    return any(uses_chance(each) and person_of(world, each) is person for each in world.placements.values())


def is_void(world: World, departure: Departure) -> bool:
    """The period has ended before the employer answered."""
    return departure.state == "waiting_employer" and world.today > world.placements[departure.placement].end


def standing(world: World, placement: int) -> Departure | None:
    """The departure that is open or approved."""
    mine = (each for each in world.departures.values() if each.placement == placement)
    return next((each for each in mine if each.state not in OVER and not is_void(world, each)), None)


def is_kept(world: World, placement: int) -> bool:
    """Retained."""
    return any(each.placement == placement and each.state == "recorded" for each in world.retentions.values())


def duty(world: World, id: int) -> str:
    """Where the person stands today; nothing while no approval stands or stood."""
    placement, departure = world.placements[id], standing(world, id)
    if placement.state != "approved" and not placement.was_on_duty:
        return ""
    if is_kept(world, id):
        return "retained"
    if departure is not None and departure.state == "approved" and departure.last_day <= world.today:
        return "left"
    if world.today > placement.end:
        return "expired"
    return "on_duty" if has_started(world, placement) else "ahead"


def shown(world: World, id: int) -> str:
    """What everybody reads: where the person stands, else where the papers are."""
    state = world.placements[id].state
    return duty(world, id) if state == "approved" else state


def sees(world: World, placement: Placement, actor: Actor) -> bool:
    """Employer and person; of the offices the county and its city, whatever the level of the base."""
    found = world.applications[placement.application]
    county = world.positions[found.position].owner.region
    if actor.kind == "person":
        return found.person is actor
    if actor.kind == "employer":
        return world.positions[found.position].owner is actor
    if actor.kind == "county":
        return actor.region == county
    return actor.kind == "city" and actor.region == city_of(county)


def is_its_office(world: World, placement: Placement, actor: Actor) -> bool:
    """The one of the base's level, which acts."""
    position = world.positions[world.applications[placement.application].position]
    return holds_office(actor, position.level, position.owner.region)


def write_lapse(world: World, placement: int) -> None:
    """A void request is written down as such by what goes past it."""
    for each in world.departures.values():
        if each.placement == placement and is_void(world, each):
            each.state, each.since, each.version = "lapsed", world.today, each.version + 1
