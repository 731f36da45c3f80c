"""Which tries are decided by 花名册 alone: there are few of them, and a fault in what holds them is dear."""

from collections.abc import Iterator
from dataclasses import replace

from tests.model.picks import Pick
from tests.model.plain import Actor, Deed, World
from tests.model.plain_records import last_of
from tests.model.roster_tries import serving
from tests.model.traineeship_tries import TRAINEESHIP_TRIES
from tests.model.tries import EVERYBODY, PICKS, TRIES, judge


def by_rosters(world: World, number: int) -> list[Deed]:
    """What nothing but an accepted 花名册 refuses, and what nothing but an open 更正 lets through."""
    accepted = {id: each for id, each in world.rosters.items() if each.state == "accepted"}
    lenient, firm = replace(world, lenient=True), replace(world, rosters=accepted)
    found: list[Deed] = []
    for noun in ("roster", *TRAINEESHIP_TRIES):
        known = [
            TRIES[noun](world, actor, Pick(number + turn)) for turn in range(PICKS) for actor in EVERYBODY
        ]
        for deed in dict.fromkeys(deed for some in known for deed in some):
            outcomes = judge(world, deed).outcomes
            if outcomes == {"Refused"}:
                found += [deed] if judge(lenient, deed).outcomes == {"done"} else []
            elif noun != "roster" and outcomes == {"done"} != judge(firm, deed).outcomes:
                found.append(deed)
    return found


def granting(world: World, place: int, office: Actor) -> Iterator[Deed]:
    """What leads to an accepted 花名册 of the first month in which somebody of the unit serves, as far as it may be done; each
    when the one before is."""
    unit = world.bases[place].owner
    starts = [each.start for each in serving(world, unit)]
    if not starts:
        return
    first, before = min(starts).replace(day=1), set(world.rosters)
    months = Deed("roster", "prepare", unit, day=first, until=last_of(first, 1), why="period")
    for verb, actor in (("prepare", unit), ("submit", unit), ("accept", office)):
        id = max(set(world.rosters) - before, default=0)
        version = world.rosters[id].version if id else 1
        deed = months if verb == "prepare" else Deed("roster", verb, actor, id, version)
        if judge(world, deed).outcomes != {"done"}:
            return
        yield deed
