"""见习基地名单: what anybody may know of approved bases."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from piccolo.custom_types import Combinable
from piccolo.query.functions.aggregate import Count

from jianxi.domain.bases import BaseState
from jianxi.domain.positions import PositionState
from jianxi.forms.base_filters import BaseFilters
from jianxi.queries.base_lists import narrowed
from jianxi.tables.employers import Base as Row
from jianxi.tables.positions import Position

SIZE = 20


@dataclass(frozen=True, slots=True)
class ApprovedBase:
    """One base of the public list."""

    id: int
    name: str
    county: str
    """注册地, a region code."""
    level: str
    """county or city: 区县级, 市级."""
    industry: str
    """A letter of domain.codes.INDUSTRIES."""
    open_positions: int
    """Published, not closed and not full."""


@dataclass(frozen=True, slots=True)
class ApprovedList:
    """One page of it."""

    bases: tuple[ApprovedBase, ...]
    total: int


async def approved_list(filters: BaseFilters, page: int, today: date, size: int = SIZE) -> ApprovedList:
    """By name. `filters.level` is 基地级别 here; `filters.state` says nothing. Pages count from 1."""
    asked = _asked(filters)
    total = await Row.count().where(*asked)
    columns = (Row.id, Row.employer.name.as_alias("name"), Row.employer.county.as_alias("county"))
    query = Row.select(*columns, Row.level, Row.industry).where(*asked)
    rows = await query.order_by(Row.employer.name_key).order_by(Row.id).offset((page - 1) * size).limit(size)
    open_positions = await _open_positions([row["id"] for row in rows], today)
    bases = tuple(ApprovedBase(**row, open_positions=open_positions.get(row["id"], 0)) for row in rows)
    return ApprovedList(bases, total)


def _asked(filters: BaseFilters) -> list[Combinable]:
    others = BaseFilters(filters.words, "", filters.city, filters.county, filters.industry)
    asked = [Row.state == BaseState.APPROVED.value, *narrowed(others)]
    return [*asked, Row.level == filters.level] if filters.level else asked


async def _open_positions(bases: Collection[int], today: date) -> dict[int, int]:
    if not bases:
        return {}
    published = (Position.state == PositionState.PUBLISHED.value) & Position.base.is_in(list(bases))
    takes_more = (Position.deadline >= today) & (Position.accepted < Position.headcount)
    counting = Position.select(Position.base, Count(alias="number")).where(published, takes_more)
    return {row["base"]: row["number"] for row in await counting.group_by(Position.base)}
