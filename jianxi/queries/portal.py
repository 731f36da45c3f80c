"""What the home page (首页) tells anybody: figures, the newest bases."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.bases import BaseState
from jianxi.domain.positions import PositionState
from jianxi.tables.employers import Base
from jianxi.tables.positions import Position

OPEN = """
SELECT count(*) AS many, coalesce(sum(p.headcount - p.accepted), 0) AS seats
FROM "position" p JOIN base b ON b.id = p.base
WHERE p.state = {} AND b.state = {} AND p.deadline >= {} AND p.accepted < p.headcount
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counted now."""

    bases: int
    """Approved."""
    positions: int
    """Published, of approved bases, not closed and not full."""
    seats: int
    """Left in them."""


@dataclass(frozen=True, slots=True)
class NewBase:
    """An approved base on the home page."""

    name: str
    county: str
    level: str


async def figures(today: date) -> Figures:
    rows = await Position.raw(OPEN, PositionState.PUBLISHED.value, BaseState.APPROVED.value, today)
    bases = await Base.count().where(Base.state == BaseState.APPROVED.value)
    return Figures(int(bases), int(rows[0]["many"]), int(rows[0]["seats"]))


async def newest_bases(size: int) -> tuple[NewBase, ...]:
    columns = (Base.employer.name.as_alias("name"), Base.employer.county.as_alias("county"), Base.level)
    query = Base.select(*columns).where(Base.state == BaseState.APPROVED.value)
    rows = await query.order_by(Base.approved_at, Base.id, ascending=False).limit(size)
    return tuple(NewBase(**row) for row in rows)
