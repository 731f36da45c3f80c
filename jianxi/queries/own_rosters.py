"""A person's own months in 花名册: how each stands and what it comes to, and nothing of anybody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import labels
from jianxi.domain.labels import Shown
from jianxi.domain.rosters import FLOW, RosterKind
from jianxi.domain.subsidies import Standing
from jianxi.domain.subsidy_words import STANDINGS
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import roster_lines
from jianxi.queries.placements import Placement
from jianxi.tables.engine import current

_MONTHS = """
SELECT m.month, m.kind, m.standing, m.fen, m.insurance_fen, r.id AS roster, r.state, l.content
FROM roster_month m JOIN roster r ON r.id = m.roster AND r.round = m.round
JOIN roster_line l ON l.roster = m.roster AND l.round = m.round AND l.placement = m.placement
WHERE m.placement = {} AND m.person = {} AND (r.counts OR r.state IN ('sent', 'returned'))
ORDER BY m.month, m.kind, r.counts, r.state = 'sent', r.id
"""
"""What counts last, then what the office has before it, so that the last of a month and kind is the one to show."""


@dataclass(frozen=True, slots=True)
class OwnMonth:
    """One month of one kind. Money in 分, 0 unless it is payable; of a settlement it may be negative."""

    month: date
    kind: RosterKind
    shown: Shown
    """State of the roster."""
    standing: Standing
    fen: int
    insurance_fen: int
    reason: str
    """Why it is 待定 or 不予补贴."""

    @property
    def settles(self) -> bool:
        """It is of a 年度清算."""
        return self.kind is RosterKind.SETTLEMENT

    @property
    def word(self) -> str:
        """计入, 待定 or 不予补贴."""
        return STANDINGS[self.standing]


async def of_placement(viewer: PersonViewer, placement: Placement) -> tuple[OwnMonth, ...]:
    """In the order of the months, of a placement that the person was found to see. What an employer only puts together
    is nobody's to see."""
    rows = await current().run_querystring(QueryString(_MONTHS, placement.id, viewer.person or 0))
    newest: dict[tuple[date, str], Mapping[str, Any]] = {(row["month"], row["kind"]): row for row in rows}
    reasons: dict[tuple[int, date], str] = {}
    for roster, content in {row["roster"]: row["content"] for row in newest.values()}.items():
        reasons |= {(roster, each.month): each.reason for each in roster_lines.opened(content).months}
    return tuple(_own(row, reasons.get((row["roster"], row["month"]), "")) for row in newest.values())


def _own(row: Mapping[str, Any], reason: str) -> OwnMonth:
    return OwnMonth(
        row["month"],
        RosterKind(row["kind"]),
        labels.shown(FLOW.noun, row["state"]),
        Standing(row["standing"]),
        row["fen"],
        row["insurance_fen"],
        reason,
    )
