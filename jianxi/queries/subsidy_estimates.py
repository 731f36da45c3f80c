"""The running estimate of 补贴经费 of an employer: this month so far, and the months over that no roster claims yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain import subsidy_months
from jianxi.domain.periods import DAY, Period, calendar_months, month_of, overlap
from jianxi.domain.regions import chain
from jianxi.domain.rosters import RosterKind, RosterState
from jianxi.domain.subsidies import MonthAmount, Rules, Service, Standing
from jianxi.domain.subsidy_rules import Lacking, rules_for
from jianxi.queries import policies, roster_records
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.rosters import Roster

AT_A_TIME = 8
_CLAIMED = [RosterState.SENT.value, RosterState.ACCEPTED.value]


@dataclass(slots=True)
class Estimate:
    """One month as it stands today. Money in 分, of what is payable."""

    month: date
    """Its first day."""
    is_over: bool
    """Else it is the present month, up to today."""
    people: int = 0
    fen: int = 0
    insurance_fen: int = 0
    pending: int = 0
    """People who are 待定."""
    excluded: int = 0
    """不予补贴."""
    lacking: tuple[str, ...] = ()
    """What nobody has entered: while there is any, there is no sum."""

    def add(self, amount: MonthAmount) -> None:
        self.pending += amount.standing is Standing.PENDING
        self.excluded += amount.standing is Standing.EXCLUDED
        if amount.standing is Standing.PAYABLE and not self.lacking:
            self.people += 1
            self.fen += amount.fen
            self.insurance_fen += amount.insurance_fen

    def lack(self, sentences: tuple[str, ...]) -> None:
        self.lacking = tuple(dict.fromkeys((*self.lacking, *sentences)))
        self.people = self.fen = self.insurance_fen = 0


async def running(employer: int, today: date) -> tuple[Estimate, ...]:
    """The present month, where it has anybody, and then the others, newest first. `Missing` for an employer without a
    base."""
    unit = await roster_records.unit(employer)
    values = (await policies.snapshot(unit.county, today)).values
    rules = rules_for(unit.county, unit.place, values, chain(unit.county))
    claimed = await _claimed(employer)
    found: dict[date, Estimate] = {}
    records = await roster_records.records(employer, today, Period(date.min, today))
    async for record in in_turn(records, AT_A_TIME):
        for asked, service in _asked(record.service, rules, claimed, today):
            _count(found, service, asked, rules, today)
    kept = (each for each in found.values() if each.month not in claimed)
    return tuple(sorted(kept, key=lambda each: each.month, reverse=True))


async def _claimed(employer: int) -> frozenset[date]:
    """The months of rosters that wait for the office or are accepted."""
    of = Roster
    mine = (of.employer == employer) & (of.kind == RosterKind.PERIOD.value) & of.state.is_in(_CLAIMED)
    rows = await of.select(of.first_day, of.last_day).where(mine)
    claimed = (calendar_months(Period(row["first_day"], row["last_day"])) for row in rows)
    return frozenset(month.first for months in claimed for month in months)


def _asked(
    service: Service, rules: Rules, claimed: frozenset[date], today: date
) -> Iterator[tuple[Period, Service]]:
    """The months over with a subsidised day, from the first that nobody claims to the last; then the present one, with
    the service as far as it has come."""
    whole, present = subsidy_months.span(service, rules), month_of(today)
    if whole is None or whole.first > today:
        return
    over = overlap(whole, Period(date.min, present.first - DAY))
    months = [month for month in calendar_months(over) if month.first not in claimed] if over else []
    if months:
        yield Period(months[0].first, months[-1].last), service
    if whole.last >= present.first:
        yield present, replace(service, ends_on=min(service.ends_on, today))


def _count(found: dict[date, Estimate], service: Service, asked: Period, rules: Rules, today: date) -> None:
    """What lacks for one month keeps no other from being told."""
    try:
        for amount in subsidy_months.months(service, asked, rules):
            _month(found, amount.month, today).add(amount)
    except Lacking as lacks:
        if asked.last <= month_of(asked.first).last:
            _month(found, asked.first, today).lack(lacks.sentences)
            return
        for month in calendar_months(asked):
            _count(found, service, month, rules, today)


def _month(found: dict[date, Estimate], month: date, today: date) -> Estimate:
    return found.setdefault(month, Estimate(month, month_of(month).last < today))
