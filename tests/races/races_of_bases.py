"""Races about a base: two offices decide at once about the same submission, one stops it while its unit accepts."""

from jianxi.domain.outcomes import Refused, Stale
from jianxi.queries import invariants
from jianxi.services import acceptances, base_review, base_standing
from jianxi.tables.employers import Base
from jianxi.tables.log import LogEntry
from tests.cast_facts import MOMENT as NOW
from tests.races import lived
from tests.races.stage import Stage, are, at_once, free, sound


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


async def suspension_against_acceptance(of: Stage) -> bool:
    """暂停 while the unit accepts: whoever is second finds what the first has done."""
    position = await lived.published(of.place)
    id, office, base = await lived.applied(of.person, position), of.place.city, of.place.base
    version = await _version(base)
    suspended, accepted = await at_once(
        of,
        base_standing.suspend(office, base, version, "演练", NOW),
        acceptances.accept(of.place.unit, id, 1, NOW),
    )
    entries = (
        await LogEntry.select(LogEntry.verb)
        .where(
            LogEntry.verb.is_in(["accept", "suspend"]),
            ((LogEntry.noun == "application") & (LogEntry.record == id))
            | ((LogEntry.noun == "base") & (LogEntry.record == base)),
        )
        .order_by(LogEntry.id, ascending=False)
        .limit(2)
    )
    order = [row["verb"] for row in entries]
    fair = suspended is None and (isinstance(accepted, Refused) or order == ["suspend", "accept"])
    kept = await sound(of, position)
    await base_standing.resume(office, base, version + 1, "演练", NOW)
    await free(of)
    return fair and kept


async def _version(base: int) -> int:
    return int((await Base.select(Base.version).where(Base.id == base))[0]["version"])
