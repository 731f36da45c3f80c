"""Who began, was on duty, completed, was retained or left on which days: the conditions of 统计 and of the lists behind
its numbers, written once. Names: p a placement, o its position, d its approved departure, t its retention that stands."""

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.domain import parameters
from jianxi.forms.day_ranges import days_of, kind_of
from jianxi.tables.calendar_days import day_after

SPANS = (
    'FROM placement p JOIN "position" o ON o.id = p."position" '
    "LEFT JOIN departure d ON d.placement = p.id AND d.state = 'approved' "
    "LEFT JOIN retention t ON t.placement = p.id AND t.state = 'recorded'"
)
SERVED = "(p.state = 'approved' OR p.was_on_duty) AND NOT p.never_came"
"""上岗审核 has passed, be the papers reviewed again, and the person came."""
_APPROVED = "p.state = 'approved' AND NOT p.never_came"
RETAINED_ON = "CASE WHEN t.insured_on > t.contract_from THEN t.insured_on ELSE t.contract_from END"
"""The later of the contract's start and 社会保险参保日期."""
_SHIPPED = next(iter(parameters.RETENTION_CONTRACT_MONTHS.shipped))


def on_duty(day: str) -> str:
    """On one day, as an SQL literal: the service has begun and not ended."""
    return (
        f"{SERVED} AND p.starts_on <= {day} AND p.ends_on >= {day} "
        f"AND (d.last_day IS NULL OR d.last_day >= {day}) AND (t.contract_from IS NULL OR t.contract_from > {day})"
    )


def is_over(day: str) -> str:
    """The service has ended before that day: what `on_duty` asks, turned round."""
    return f"p.ends_on < {day} OR d.last_day < {day} OR t.contract_from <= {day}"


def began(days: str) -> str:
    """`days`: BETWEEN …, here and below."""
    return f"{SERVED} AND p.starts_on {days}"


def completed(days: str) -> str:
    """As 留用率 counts: it ended as agreed, and no contract counts instead."""
    return f"{_APPROVED} AND p.ends_on {days} AND d.id IS NULL AND NOT ({_qualifies('p.ends_on')})"


def retained(days: str) -> str:
    """As 留用率 counts: a long enough contract, and insured."""
    return f"{_APPROVED} AND {RETAINED_ON} {days} AND {_qualifies(RETAINED_ON)}"


def left(days: str) -> str:
    return f"{SERVED} AND d.last_day {days}"


def placements_of(days: str) -> list[Combinable]:
    """Of a list of placements whose address has days: who began, completed, was retained, or on their first was on duty."""
    if not days:
        return []
    tests = {"began": began, "completed": completed, "retained": retained}
    kind, first = kind_of(days), days_of(days).first
    test = tests[kind](_between(days)) if kind in tests else on_duty(f"'{first}'")
    return [WhereRaw(f'"placement"."id" IN (SELECT p.id {SPANS} WHERE {test})')]


def departures_of(days: str) -> list[Combinable]:
    """Of a list of departures: who left on one of the days."""
    test = left(_between(days)) if days else ""
    return [WhereRaw(f'"departure"."id" IN (SELECT d.id {SPANS} WHERE {test})')] if days else []


def _between(days: str) -> str:
    return f"BETWEEN '{days_of(days).first}' AND '{days_of(days).last}'"


def _qualifies(on: str) -> str:
    """The contract is as long as the parameter of the year of that day asks for, month by month as `periods.end_after`
    counts them: where the day is missing in the last month, that month must be over."""
    ends = day_after("t.contract_to")
    return (
        f"t.id IS NOT NULL AND t.insured_on IS NOT NULL AND {_day_number(ends)} >= "
        f"{_day_number('t.contract_from')} + 32 * {_least_months(on)}"
    )


def _day_number(day: str) -> str:
    """Year, month and day as one number, 32 to a month."""
    text = f"CAST({day} AS TEXT)"
    year, month, of_month = (
        f"CAST(substr({text}, {at}, {long}) AS INTEGER)" for at, long in ((1, 4), (6, 2), (9, 2))
    )
    return f"(({year} * 12 + {month}) * 32 + {of_month})"


def _least_months(on: str) -> str:
    """Of the nearest region that has a value by the year's last day, its newest; else as shipped."""
    year = f"substr(CAST({on} AS TEXT), 1, 4)"
    own = _entered("substr(o.county, 1, 4) || '00'", year)
    above = _entered("substr(o.county, 1, 2) || '0000'", year, _SHIPPED.effective_from.isoformat())
    return f"COALESCE({own}, {above}, {int(_SHIPPED.value)})"


def _entered(region: str, year: str, since: str = "0001-01-01") -> str:
    return (
        f"(SELECT CAST(v.value AS INTEGER) FROM policy v WHERE v.key = '{parameters.RETENTION_CONTRACT_MONTHS.key}' "
        f"AND v.region = {region} AND substr(CAST(v.effective_from AS TEXT), 1, 4) <= {year} "
        f"AND v.effective_from >= '{since}' ORDER BY v.effective_from DESC, v.id DESC LIMIT 1)"
    )
