"""What a 报名 knows of its 上岗 placement: whether there is one, and whether that traineeship has begun."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain.bases import BaseLevel
from jianxi.domain.placements import PlacementFacts, has_started

COLUMNS = tuple(
    QueryString(
        f'(SELECT p.{name} FROM placement p WHERE p.application = "application".id) AS placement_{name}'
    )
    for name in ("id", "state", "starts_on", "was_on_duty")
)
"""To be read with an application; all are None while nobody registered one."""


def started(row: Mapping[str, Any], today: date) -> bool:
    """Whether only 离岗, 留用 or 期满 can end it now."""
    if row["placement_id"] is None:
        return False
    facts = PlacementFacts(
        state=row["placement_state"],
        base_level=BaseLevel(row["base_level"]),
        start=row["placement_starts_on"],
        end=row["placement_starts_on"],
        today=today,
        was_on_duty=bool(row["placement_was_on_duty"]),
    )
    return has_started(facts)
