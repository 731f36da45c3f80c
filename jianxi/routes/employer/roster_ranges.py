"""起始月份 and 截止月份 on the employer's pages of 补贴经费花名册: what is asked for, and what is offered to choose."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from starlette.requests import Request

from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import DAY, Period, month_of
from jianxi.domain.roster_words import spoken
from jianxi.domain.rosters import FLOW, RosterFacts, RosterKind, RosterVerb
from jianxi.forms.roster_ranges import Asked, finished_quarter, runs
from jianxi.queries.rosters import Roster
from jianxi.queries.subsidy_estimates import Estimate
from jianxi.web.requests import Fields


@dataclass(frozen=True, slots=True)
class Choice:
    """The form as it stands."""

    first: str = ""
    last: str = ""
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Open:
    """The months that are over and that no roster claims, newest first."""

    months: list[Estimate]
    rosters: Sequence[Roster] = ()
    """The employer's own."""

    @property
    def fen(self) -> int:
        return sum(each.fen + each.insurance_fen for each in self.months)

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for month in self.months for each in month.lacking))

    @property
    def runs(self) -> list[Period]:
        """Those to begin anew: unbroken, in the order of time, none longer than a roster may be."""
        taken = [roster.period for roster in self.in_hand]
        return runs(each.month for each in self.months if not any(each.month in period for period in taken))

    @property
    def in_hand(self) -> list[Roster]:
        """Those begun or returned that have some of these months: they are gone on with, and no second one is begun."""
        mine = (each for each in self.rosters if each.kind is RosterKind.PERIOD and each.is_in_hand)
        found = [each for each in mine if any(month.month in each.period for month in self.months)]
        return sorted(found, key=lambda each: each.first_day)


def settled(rosters: Sequence[Roster], year: Period) -> Roster | None:
    """The newest 年度清算 of a year."""
    mine = (each for each in rosters if each.kind is RosterKind.SETTLEMENT and each.period == year)
    return max(mine, key=lambda each: each.serial, default=None)


def blank(today: date) -> Choice:
    """The month that is over."""
    month = month_of(today.replace(day=1) - DAY).first
    return Choice(f"{month:%Y-%m}", f"{month:%Y-%m}")


def of_asked(asked: Asked) -> Choice:
    return Choice(asked.query["from"], asked.query["to"])


def refused(fields: Fields, no: Invalid) -> Choice:
    """What was typed, with what is wrong with it."""
    return Choice(fields.one("from")[:20], fields.one("to")[:20], dict(no.messages))


def presets(today: date) -> list[tuple[str, Asked]]:
    """Besides the months that were not sent yet: the month and the quarter that are over."""
    month = month_of(today.replace(day=1) - DAY)
    quarter = finished_quarter(today)
    offered = (("上月", month), ("上一季度", quarter))
    return [(f"{word}（{spoken(period)}）", Asked(RosterKind.PERIOD, period)) for word, period in offered]


def objection(facts: RosterFacts) -> str:
    """Why it cannot be put together; "" when nothing is in the way."""
    return FLOW.objection(RosterVerb.PREPARE, facts, Role.EMPLOYER)


def preview_of(request: Request, kind: str, period: Period) -> str:
    """The address of its preview."""
    query = "&".join(f"{name}={value}" for name, value in Asked(RosterKind(kind), period).query.items())
    return f"{request.app.url_path_for('employer:rosters_preview')}?{query}"
