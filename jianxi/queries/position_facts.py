"""What the moves of a 见习岗位 look at, from a row of the table or before there is one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jianxi.domain import chains, flow
from jianxi.domain.bases import BaseState
from jianxi.domain.flow import Role
from jianxi.domain.positions import PositionFacts


def facts_of(row: Mapping[str, Any], today: date) -> PositionFacts:
    """Of the columns of `positions.READ`."""
    return PositionFacts(
        state=row["state"],
        chain=chains.decode(row["chain"]),
        base_is_approved=row["base_state"] == BaseState.APPROVED,
        today=today,
        deadline=row["deadline"],
        headcount=row["headcount"],
        accepted=row["accepted"],
        anyone_ever_applied=bool(row["ever_applied"]),
        last_decided_by=Role(row["decided_by"]) if row["decided_by"] else None,
    )


def fresh_facts(chain: chains.Chain, base_is_approved: bool, today: date) -> PositionFacts:
    """What the moves look at before a position is there."""
    return PositionFacts(flow.NEW, chain, base_is_approved, today, deadline=today, headcount=1)
