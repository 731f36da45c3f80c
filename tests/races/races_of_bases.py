"""Races about a base: two offices decide at once about the same submission."""

from jianxi.domain.outcomes import Stale
from jianxi.queries import invariants
from jianxi.services import base_review
from jianxi.tables.employers import Base
from tests.cast_facts import MOMENT as NOW
from tests.races import lived
from tests.races.stage import Stage, are, at_once


async def approval_against_reopening(of: Stage) -> bool:
    """The city passes a base while the county takes its own approval back: one of the two is done, and whoever came
    second reads who was first."""
    city, county = of.place.city, of.place.county
    _, base, version = await lived.at_city(county)
    said = await at_once(
        of,
        base_review.approve(city, base, version, NOW),
        base_review.reopen(county, base, version, NOW),
    )
    became = (await Base.select(Base.state).where(Base.id == base))[0]["state"]
    wanted = "approved" if said[0] is None else "waiting_county"
    fair = (said.count(None), are(said, Stale), became) == (1, 1, wanted)
    return fair and await invariants.among("base", base, base) == []
