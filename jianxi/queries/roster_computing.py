"""Computes what a roster (花名册) would say now: head and lines of an employer, from the records and the parameters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain import retention_rates
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.regions import chain
from jianxi.domain.roster_contents import months_of
from jianxi.domain.roster_parts import Behind, Head, Line
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import MonthAmount, Service
from jianxi.domain.subsidy_rules import Lacking, rules_for
from jianxi.queries import policies, roster_records
from jianxi.queries.roster_people import Facts
from jianxi.queries.roster_records import EVER, Granted, Record
from jianxi.queries.roster_stamps import Stamp, stamp
from jianxi.queries.taking_turns import in_turn

AT_A_TIME = 8
"""People computed before other requests have their turn: some milliseconds, however many months they have."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What would be sent now. Money in 分, of what is payable."""

    head: Head
    lines: tuple[Line, ...]
    stamp: Stamp
    """As it was before anything else was read."""
    fen: int
    insurance_fen: int


async def computed(
    employer: int,
    kind: RosterKind,
    period: Period,
    today: date,
    values: tuple[PolicyValue, ...] | None = None,
) -> Computed:
    """For whole calendar months, of a settlement for a calendar year. `values` stand in for the entered parameters, to
    see what others would do. `today` tells which unanswered requests to leave are void. Raises `Lacking` with all that
    nobody has entered, and `Missing` for an employer without a base."""
    taken = await stamp(employer)
    unit = await roster_records.unit(employer)
    values = (await policies.snapshot(unit.county, today)).values if values is None else values
    rules = rules_for(unit.county, unit.place, values, chain(unit.county))
    head, touched, granted = Head(unit, kind, period, rules), period, Granted()
    if kind is RosterKind.SETTLEMENT:
        touched, granted = EVER, await roster_records.granted(employer, period)
    records = await roster_records.records(employer, today, touched)
    if kind is RosterKind.SETTLEMENT:
        services = [each.service for each in records]
        head = replace(head, figure=retention_rates.figure(services, period.last.year, rules))
    people = Facts(await roster_records.people(employer, touched), values, chain(unit.county), period.last)
    lines = await _lines(head, records, people, granted)
    head = replace(head, behind=_behind(head, records, people, lines))
    fen = insurance_fen = 0
    async for line in in_turn(lines, AT_A_TIME):
        fen, insurance_fen = fen + line.fen, insurance_fen + line.insurance_fen
    return Computed(head, lines, taken, fen, insurance_fen)


async def _lines(head: Head, records: Sequence[Record], people: Facts, granted: Granted) -> tuple[Line, ...]:
    """Of everybody with a subsidised day in these months."""
    lines: list[Line] = []
    lacking: list[str] = []
    async for record in in_turn(records, AT_A_TIME):
        before = granted.get(record.service.placement, {})
        try:
            months = _months(head, record.service, before)
        except Lacking as found:
            lacking += found.sentences
            continue
        if months and not lacking:
            asked = (record.service.placement, record.person, people.columns(record))
            lines.append(Line(len(lines) + 1, *asked, record.service, months))
    if lacking:
        raise Lacking(lacking)
    return tuple(lines)


def _months(head: Head, service: Service, before: dict[date, int]) -> tuple[MonthAmount, ...]:
    return months_of(service, head.kind, head.period, head.rules, head.figure, before)


def _behind(
    head: Head, records: Sequence[Record], people: Facts, lines: Sequence[Line]
) -> tuple[Behind, ...]:
    """Everybody in the retention figure, with the service of those who have no line."""
    if head.figure is None:
        return ()
    services = {each.service.placement: each.service for each in records}
    placed = {line.placement for line in lines}
    days = {id: _retained_on(services[id]) for id in head.figure.retained}
    days |= {id: services[id].ends_on for id in head.figure.completed}
    return tuple(
        Behind(id, people.name(id), day, None if id in placed else services[id]) for id, day in days.items()
    )


def _retained_on(service: Service) -> date:
    """Of one that counts, whatever length of contract that takes."""
    return retention_rates.retained_on(service.contract, 0) or service.ends_on
