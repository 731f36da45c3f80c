"""Which lines of a roster (花名册) an office looks at: all, those asked about, 待定, 不予补贴, or changed since, and how many."""

from collections.abc import Collection

from jianxi.domain.subsidies import Standing
from jianxi.forms.office_roster_filters import ALL, LINES
from jianxi.queries.office_roster_pages import Sending
from jianxi.queries.roster_lines import Narrowed
from jianxi.queries.tabs import Tab
from jianxi.tables.rosters import RosterMonth

MOST = 1_000
"""So many people a statement names."""
_STANDINGS = """SELECT count(DISTINCT CASE WHEN standing = 'pending' THEN placement END) AS pending,
  count(DISTINCT CASE WHEN standing = 'excluded' THEN placement END) AS excluded
  FROM roster_month WHERE roster = {} AND round = {}"""


def narrowed(sending: Sending, shown: str, words: str) -> Narrowed:
    """The lines behind one of LINES, whose names have the words."""
    if shown in (Standing.PENDING, Standing.EXCLUDED):
        return Narrowed(Standing(shown), words)
    named = _named(sending).get(shown)
    return Narrowed(words=words, placements=tuple(named)[:MOST] if named is not None else None)


async def tabs(sending: Sending, shown: str) -> tuple[Tab, ...]:
    """Each of LINES with how many people it has; but for the first and the one shown only those that have some."""
    (row,) = await RosterMonth.raw(_STANDINGS, sending.roster.id, sending.round.number)
    many = {name: len(named) for name, named in _named(sending).items()}
    many |= {ALL: sending.round.people, "pending": row["pending"], "excluded": row["excluded"]}
    return tuple(
        Tab(key, label, many[key], key == shown)
        for key, label in LINES.items()
        if many[key] or key in (ALL, shown)
    )


def _named(sending: Sending) -> dict[str, Collection[int]]:
    """By placement. People who have no line in it are told with the check."""
    changed = sending.check.people if sending.check else ()
    return {
        "asked": list(sending.questions),
        "signals": list(sending.signals.people),
        "differing": [each.placement for each in changed if not each.is_new],
    }
