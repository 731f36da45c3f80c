"""提示 for the offices: what deserves a look at a 花名册 and at 见习上岗审核. Reads only; nothing is refused by it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from piccolo.querystring import QueryString

from jianxi.crypto import marks
from jianxi.domain import signal_groups, signals
from jianxi.domain.periods import spoken
from jianxi.domain.regions import contains
from jianxi.domain.roster_parts import Head
from jianxi.domain.signal_groups import Record
from jianxi.domain.signals import Key, Signal, Signals
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import Draft
from jianxi.queries import base_rounds, policies, signal_lines, signal_records
from jianxi.queries.placements import Placement
from jianxi.queries.policies import Policies
from jianxi.queries.roster_lines import MonthSum
from jianxi.queries.rosters import Roster
from jianxi.queries.signal_lines import LineRules
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.engine import current

AT_A_TIME = 200
"""Signals put into words before other requests have their turn."""
OF_UNIT = (Key.ACCOUNT, Key.EVIDENCE)
_UNIT = """
SELECT b.staff, v.content FROM base b LEFT JOIN base_version v ON v.base = b.id
AND v.round = CASE b.approved_round WHEN 0 THEN b.round ELSE b.approved_round END WHERE b.employer = {}
"""
ON_DUTY = QueryString(
    """(SELECT count(*) FROM placement q WHERE q.employer = placement.employer AND q.state <> 'cancelled'
  AND NOT q.never_came AND q.starts_on <= placement.starts_on AND q.ends_on >= placement.starts_on
  AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.placement = q.id AND d.state = 'approved'
                  AND d.last_day < placement.starts_on)) AS on_duty"""
)
"""How many the unit has on 上岗日期 of a placement, with itself; asked for along with what its page reads of it."""


async def of_roster(
    viewer: OfficialViewer, roster: Roster, round: int, head: Head, months: Sequence[MonthSum]
) -> Signals:
    """Of one sending, with the records of today: four statements, however many people it has."""
    rules = await policies.snapshot(roster.county, roster.last_day)
    staff, representative = await _unit(roster.employer)
    asked = (roster.id, round)
    phone = marks.of_phone(head.unit.phone)
    records, of_unit = await signal_records.of_roster(*asked, roster.employer, phone)
    facts = LineRules(roster.period, head.rules.wage, representative, rules.short_retention_months)
    told: defaultdict[int, list[Signal]] = defaultdict(list)
    for placement, signal in await _shared(viewer, roster.employer, records, of_unit):
        told[placement].append(signal)
    for placement, signal in await signal_lines.of_roster(*asked, facts):
        told[placement].append(signal)
    people = {placement: signals.in_order(found) for placement, found in told.items()}
    found = [_busiest(months, staff, rules.headcount_share), *_of_unit(viewer, roster.employer, records)]
    return Signals(tuple(each for each in found if each), people)


async def of_line(viewer: OfficialViewer, roster: Roster, round: int, head: Head, placement: int) -> Signals:
    """Of one person of a sending alone: as `of_roster` has it of them, whatever number of others stands there."""
    rules = await policies.snapshot(roster.county, roster.last_day)
    _, representative = await _unit(roster.employer)
    shared = await signal_records.of_placement(placement, marks.of_phone(head.unit.phone))
    facts = LineRules(roster.period, head.rules.wage, representative, rules.short_retention_months)
    found = await _shared(viewer, roster.employer, *shared)
    found += await signal_lines.of_roster(roster.id, round, facts, placement)
    told = signals.in_order(signal for of, signal in found if of == placement)
    return Signals((), {placement: told} if told else {})


async def of_placement(
    viewer: OfficialViewer, placement: Placement, unit: Draft, on_duty: int, rules: Policies
) -> tuple[Signal, ...]:
    """Of one 上岗, with the records of today, in one statement. `unit` is the base's form in force, `rules` those of 上岗日期.
    What its page has already checked is told by no signal: 生活费 under the wage, and how long a 留用 contract is."""
    said = unit.values
    shared = await signal_records.of_placement(placement.id, marks.of_phone(said["phone"]))
    when = f"{spoken(placement.starts_on)}单位有见习人员"
    staff = int(said["staff"]) if said["staff"].isdecimal() else 0
    found = [
        *(signal for _, signal in await _shared(viewer, placement.employer, *shared)),
        signals.representative(placement.name, said["legal_representative"]),
        signals.headcount(when, on_duty, staff, rules.headcount_share),
    ]
    return signals.in_order(each for each in found if each)


async def _shared(
    viewer: OfficialViewer, employer: int, records: Sequence[Record], of_unit: Iterable[int]
) -> list[tuple[int, Signal]]:
    of_people = [each for each in records if each.key not in OF_UNIT]
    found = signal_groups.of_people(employer, of_people, partial(contains, viewer.region))
    told = [each async for each in in_turn(found, AT_A_TIME)]
    return [*told, *((placement, signals.unit_phone()) for placement in of_unit)]


def _of_unit(viewer: OfficialViewer, employer: int, records: Sequence[Record]) -> Iterator[Signal]:
    """银行账号 and 报送材料."""
    sees = partial(contains, viewer.region)
    accounts = [each for each in records if each.key is Key.ACCOUNT]
    evidence = [each for each in records if each.key is Key.EVIDENCE]
    if accounts:
        yield signals.account(signal_groups.units(accounts, sees))
    if evidence:
        own = any(each.employer == employer for each in evidence)
        others = [each for each in evidence if each.employer != employer]
        words = ["本单位其他月份"] * own + [signal_groups.units(others, sees)] * bool(others)
        yield signals.evidence("、".join(words))


def _busiest(months: Sequence[MonthSum], staff: int, share: int) -> Signal | None:
    """By the month in which most people stand in the roster."""
    many = {each.month: each.payable + each.pending + each.excluded for each in months}
    if not many:
        return None
    month = max(many, key=lambda each: many[each])
    return signals.headcount(f"{month.year}年{month.month}月花名册列入", many[month], staff, share)


async def _unit(employer: int) -> tuple[int, str]:
    """职工总数 and 法定代表人 of the form in force; 0 and "" where there is none."""
    rows = await _rows(_UNIT, employer)
    if not rows or rows[0]["content"] is None:
        return 0, ""
    said = base_rounds.unsealed(rows[0]["content"]).values
    return rows[0]["staff"], said["legal_representative"]


async def _rows(statement: str, *asked: object) -> Sequence[Mapping[str, Any]]:
    found: list[dict[str, Any]] = await current().run_querystring(QueryString(statement, *asked))
    return found
