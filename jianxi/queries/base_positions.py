"""What builds on a 见习基地: its positions past their first review, those published, and the people with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain.applications import ApplicationState
from jianxi.domain.flow import Role
from jianxi.domain.positions import PositionState, waiting_at
from jianxi.tables.positions import Position

_WAITING = ", ".join(f"'{waiting_at(role)}'" for role in (Role.COUNTY, Role.CITY))
_BEYOND = ", ".join(
    f"'{state}'" for state in (PositionState.APPROVED, PositionState.PUBLISHED, PositionState.WITHDRAWN)
)
_COUNTY_FIRST = f"p.chain LIKE '{Role.COUNTY}%'"
PAST_FIRST_REVIEW = (
    f"(p.state IN ({_BEYOND}) OR {_COUNTY_FIRST} AND (p.state = '{waiting_at(Role.CITY)}' "
    f"OR p.state = '{PositionState.REJECTED}' AND p.decided_by = '{Role.CITY}'))"
)
"""Of a position `p`: an approval of its first reviewing office stands."""
REVIEWED = QueryString(
    f'EXISTS (SELECT 1 FROM "position" p WHERE p.base = base.id AND {PAST_FIRST_REVIEW}) '
    "AS has_reviewed_position"
)
OF_NEW_LEVEL = QueryString(
    "EXISTS (SELECT 1 FROM base_version brought "
    "JOIN base_version replaced ON replaced.base = brought.base AND replaced.round = brought.amends "
    'JOIN "position" p ON p.base = brought.base '
    "WHERE brought.base = base.id AND brought.round = base.approved_round AND brought.amends > 0 "
    "AND replaced.level <> brought.level AND p.base_level = brought.level "
    "AND p.submitted_at >= brought.city_at) AS has_position_of_new_level"
)
"""Of a base: a position was submitted under the 基地级别 that the 变更申请 in force brought."""
_POSITIONS = (
    f"SELECT sum(CASE WHEN p.state = '{PositionState.PUBLISHED}' THEN 1 ELSE 0 END) AS published, "
    f"sum(CASE WHEN p.state IN ({_WAITING}) THEN 1 ELSE 0 END) AS waiting_positions, "
    f"sum(CASE WHEN {PAST_FIRST_REVIEW} THEN 1 ELSE 0 END) AS reviewed_in_all "
    'FROM "position" p WHERE p.base = {}'
)
_PEOPLE = (
    f"SELECT sum(CASE WHEN a.state = '{ApplicationState.WAITING}' THEN 1 ELSE 0 END) AS waiting, "
    f"sum(CASE WHEN a.state = '{ApplicationState.ACCEPTED}' THEN 1 ELSE 0 END) AS accepted "
    'FROM application a JOIN "position" p ON p.id = a.position WHERE p.base = {}'
)
_REVIEWED = (
    f'SELECT p.title FROM "position" p WHERE p.base = {{}} AND {PAST_FIRST_REVIEW} ORDER BY p.id LIMIT {{}}'
)
NAMED = 5
"""So many positions are named; of more, the number says enough."""


@dataclass(frozen=True, slots=True)
class Relying:
    """What and who would feel it, counted now."""

    published: int
    """Positions 发布中."""
    waiting_positions: int
    """Positions that wait for a review."""
    waiting: int
    """People whose 报名 waits."""
    accepted: int
    """People 录用."""
    reviewed_in_all: int
    """Positions past their first review."""
    reviewed: tuple[str, ...]
    """Names of the first `NAMED` of them."""


async def relying_on(base: int) -> Relying:
    """Three statements, however many there are."""
    counted = await Position.raw(_POSITIONS, base)
    people = await Position.raw(_PEOPLE, base)
    named = await Position.raw(_REVIEWED, base, NAMED)
    titles = tuple(row["title"] for row in named)
    return Relying(**_numbers(counted[0]), **_numbers(people[0]), reviewed=titles)


def _numbers(row: Mapping[str, Any]) -> dict[str, int]:
    return {name: int(value or 0) for name, value in row.items()}
