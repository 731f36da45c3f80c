"""What an accepted 花名册 counts stays as it is, unless a 更正 of it is under way."""

from collections.abc import Iterator

from tests.model.plain import World
from tests.model.plain_records import Roster


def has_open_correction(world: World, id: int) -> bool:
    return any(each.corrects == id and each.state != "accepted" for each in world.rosters.values())


def _firm(world: World) -> Iterator[Roster]:
    if not world.lenient:
        known = world.rosters.items()
        yield from (each for id, each in known if each.counts and not has_open_correction(world, id))


def holds_placement(world: World, id: int) -> bool:
    """One of its months counts, paid or not."""
    return any(amount.is_counted for each in _firm(world) for amount in each.lines.get(id, {}).values())


def holds_departure(world: World, id: int) -> bool:
    """The one that stands, where an amount depends on one."""
    found = world.departures[id]
    return found.state == "approved" and any(found.placement in each.left for each in _firm(world))


def holds_retention(world: World, id: int) -> bool:
    """The one that stands, where an amount depends on one, or 留用率 of a year that was settled after it was recorded."""
    found = world.retentions[id]
    application = world.applications[world.placements[found.placement].application]
    unit = world.positions[application.position].owner
    return any(
        (found.state == "recorded" and found.placement in each.kept)
        or (
            each.kind == "settlement"
            and world.bases[each.place].owner is unit
            and each.first <= found.first <= each.last
            and found.moment <= each.moment
        )
        for each in _firm(world)
    )
