"""提示 of single lines of a 花名册: 生活费 under the wage, a short 留用 contract, the name of the 法定代表人."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import signals, timelines
from jianxi.domain.allowances import Raise, allowance_on
from jianxi.domain.money import format_short
from jianxi.domain.periods import Period, calendar_months, overlap
from jianxi.domain.signals import Signal
from jianxi.domain.subsidies import Timeline
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.engine import current

AT_A_TIME = 100
"""People looked at before other requests have their turn."""
_LINES = """
SELECT p.id, p.starts_on, p.ends_on, d.last_day, p.allowance_fen, e.name, r.contract_from, r.contract_to,
       w.starts_on AS raised_on, w.allowance_fen AS raised_fen
FROM roster_line l JOIN placement p ON p.id = l.placement JOIN person e ON e.id = l.person
LEFT JOIN departure d ON d.placement = p.id AND d.state = 'approved'
LEFT JOIN retention r ON r.placement = p.id AND r.state = 'recorded'
LEFT JOIN allowance_raise w ON w.placement = p.id AND p.allowance_fen < {}
WHERE l.roster = {} AND l.round = {}
  AND (r.id IS NOT NULL OR p.allowance_fen < {} OR lower(substr(e.name, 1, 1)) = {})
"""
_ONE, _ORDER = "AND l.placement = {} ", "ORDER BY l.place, w.starts_on"
"""Only those that may have one: what is read grows with them and not with the roster."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LineRules:
    """With what lines are compared."""

    period: Period
    """The roster's months."""
    wage: Timeline
    """As frozen with the roster."""
    representative: str
    """法定代表人; empty where nobody is known."""
    retention_months: int


async def of_roster(
    roster: int, round: int, rules: LineRules, placement: int | None = None
) -> list[tuple[int, Signal]]:
    """Placement and signal; of all lines, or of one."""
    begun = [each for each in rules.wage.stretches if each.since <= rules.period.last]
    highest = max((int(each.value) for each in begun), default=0)
    initial = rules.representative[:1].lower()
    asked = (highest, roster, round, highest, initial, *([] if placement is None else [placement]))
    statement = _LINES + ("" if placement is None else _ONE) + _ORDER
    rows: list[dict[str, Any]] = await current().run_querystring(QueryString(statement, *asked))
    months = list(calendar_months(rules.period))
    people = groupby(rows, key=itemgetter("id"))
    found = list[tuple[int, Signal]]()
    async for placement, of in in_turn(people, AT_A_TIME):
        found += [(placement, signal) for signal in _of_person(list(of), rules, months)]
    return found


def _of_person(rows: Sequence[Row], rules: LineRules, months: Sequence[Period]) -> Iterator[Signal]:
    row = rows[0]
    contract = (row["contract_from"], row["contract_to"])
    told: Iterable[Signal | None] = (
        signals.representative(row["name"], rules.representative),
        signals.allowance(list(_under(rows, rules, months))),
        signals.retention(*contract, rules.retention_months) if row["contract_to"] else None,
    )
    yield from (each for each in told if each)


def _under(
    rows: Sequence[Row], rules: LineRules, months: Sequence[Period]
) -> Iterator[tuple[date, str, str]]:
    """The months on whose last day of service 生活费 is under the wage, as 不予补贴 asks."""
    row = rows[0]
    raises = [Raise(each["raised_on"], each["raised_fen"]) for each in rows if each["raised_on"]]
    last = min(row["ends_on"], row["last_day"] or row["ends_on"])
    if last < row["starts_on"]:
        return
    for month in months:
        served = overlap(month, Period(row["starts_on"], last))
        wage = timelines.on(rules.wage, served.last) if served else None
        paid = allowance_on(row["allowance_fen"], raises, served.last) if served else 0
        if wage is not None and paid < int(wage.value):
            yield month.first, format_short(paid), format_short(int(wage.value))
