"""Races about 报省厅备案: the city files bases while another of its officials takes one of them away."""

from collections.abc import Awaitable, Callable, Mapping

from jianxi.domain.outcomes import Refused, Stale
from jianxi.queries import invariants
from jianxi.services import base_review, base_standing, filings
from jianxi.tables.employers import Base
from jianxi.tables.filings import FiledBase
from tests.cast_facts import MOMENT as NOW
from tests.races import lived
from tests.races.stage import Stage, are, at_once

VERSION = 4
"""Of a base that was kept, submitted and passed by both offices."""
Taking = Callable[[Stage, int, int], Awaitable[object]]


async def filing_against_reopening(of: Stage) -> bool:
    """撤销审核 of a chosen base and 报送: one of the two is done, whole, and the other is told why not."""

    def reopened(of: Stage, base: int, version: int) -> Awaitable[object]:
        return base_review.reopen(of.place.city, base, version, NOW)

    said, ids = await _filed_against(of, reopened)
    one = (said.count(None), are(said, Stale) + are(said, Refused)) == (int(not isinstance(said[0], int)), 1)
    return one and await _sound(said, ids, "waiting_city")


async def filing_against_suspension(of: Stage) -> bool:
    """暂停 is done in any case; the filing holds both bases or neither."""

    def suspended(of: Stage, base: int, version: int) -> Awaitable[object]:
        return base_standing.suspend(of.place.city, base, version, "演练", NOW)

    said, ids = await _filed_against(of, suspended)
    return said[1] is None and await _sound(said, ids, "suspended", filed_too=True)


async def filing_against_filing(of: Stage) -> bool:
    """Two officials file overlapping bases in another order each: nobody waits for nobody, and no base is told twice."""
    ids = [await _approved(of) for _ in range(3)]
    one, other = [(id, VERSION) for id in ids[:2]], [(id, VERSION) for id in reversed(ids[1:])]
    city = of.place.city
    said = await at_once(of, filings.file(city, one, NOW), filings.file(city, other, NOW))
    rows = await FiledBase.count().where(FiledBase.base.is_in(ids))
    return (are(said, Refused), rows) == (1, 2) and await _kept(said)


async def _filed_against(of: Stage, taking: Taking) -> tuple[list[object], list[int]]:
    ids = [await _approved(of), await _approved(of)]
    picks = [(id, VERSION) for id in ids]
    return await at_once(of, filings.file(of.place.city, picks, NOW), taking(of, ids[0], VERSION)), ids


async def _approved(of: Stage) -> int:
    _, base, version = await lived.at_city(of.place.county)
    await base_review.approve(of.place.city, base, version, NOW)
    return base


async def _sound(said: list[object], ids: list[int], taken: str, filed_too: bool = False) -> bool:
    filed = await FiledBase.count().where(FiledBase.base.is_in(ids))
    became = (await Base.select(Base.state).where(Base.id == ids[0]))[0]["state"]
    whole = filed == (2 if isinstance(said[0], int) else 0)
    wanted = taken if filed_too or not isinstance(said[0], int) else "approved"
    return (
        whole
        and became == wanted
        and await _kept(said)
        and await invariants.among("base", min(ids), max(ids)) == []
    )


async def _kept(said: list[object]) -> bool:
    """Nothing is wrong with the filing, if one was made."""
    return not any([await invariants.among("filing", each, each) for each in said if isinstance(each, int)])


OF_FILINGS: Mapping[str, Callable[[Stage], Awaitable[bool]]] = {
    "报送 against 撤销审核": filing_against_reopening,
    "报送 against 暂停": filing_against_suspension,
    "报送 against 报送": filing_against_filing,
}
