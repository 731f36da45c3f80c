"""Who is behind 留用率 of a 年度清算, with contract and insurance, as they were frozen."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.roster_parts import Behind, Head
from jianxi.domain.subsidies import Contract
from jianxi.domain.subsidy_words import rate_of
from jianxi.queries import roster_lines
from jianxi.queries.roster_lines import Narrowed

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Counted:
    """One of them."""

    name: str
    day: date
    """When the retention began to count, or when the period was completed."""
    contract: Contract | None


@dataclass(frozen=True, slots=True)
class Figure:
    """Of one sending."""

    told: str
    """2025年留用率 6/10（60%），达到 50%（依据：…）."""
    retained: tuple[Counted, ...]
    completed: tuple[Counted, ...]


async def of(roster: int, round: int, head: Head) -> Figure | None:
    """None for a roster that is no settlement."""
    figure = head.figure
    if figure is None:
        return None
    contracts = {each.placement: each.service.contract for each in head.behind if each.service is not None}
    placed = [each.placement for each in head.behind if each.service is None]
    for start in range(0, len(placed), AT_ONCE):
        asked = Narrowed(placements=tuple(placed[start : start + AT_ONCE]))
        lines = await roster_lines.page(roster, round, offset=0, size=AT_ONCE, asked=asked)
        contracts |= {line.placement: line.service.contract for line in lines}

    def counted(each: Behind) -> Counted:
        return Counted(each.name, each.day, contracts.get(each.placement))

    retained, completed = head.names(figure.retained), head.names(figure.completed)
    return Figure(rate_of(figure), tuple(map(counted, retained)), tuple(map(counted, completed)))
