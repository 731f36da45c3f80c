"""Which tries are decided by 花名册 alone: there are few of them, and a fault in what holds them is dear."""

from dataclasses import replace

from tests.model.picks import Pick
from tests.model.plain import Deed, World
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
