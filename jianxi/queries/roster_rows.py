"""A row of 花名册 as somebody sees it: one version with its state, its buttons, and what stands in its way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import labels, periods, regions, roster_words
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.periods import Period
from jianxi.domain.rosters import FLOW, RosterFacts, RosterKind, RosterState
from jianxi.tables.rosters import Roster as Row

NOUN = FLOW.noun
UNDER_WAY = frozenset({RosterState.SENT, RosterState.RETURNED})
IN_HAND = frozenset({RosterState.DRAFT, RosterState.RETURNED})
OWN = (
    *("id", "employer", "first_day", "last_day", "state", "version", "county", "level", "serial", "corrects"),
    *("counts", "reason", "begun_at", "begun_by", "state_since", "round", "people", "fen", "insurance_fen"),
)
READ: tuple[Any, ...] = (
    *(getattr(Row, name) for name in (*OWN, "kind")),
    Row.employer.name.as_alias("unit_name"),
    QueryString(
        "(SELECT oc.id FROM roster oc WHERE oc.corrects = roster.id AND oc.state <> 'accepted') AS correction"
    ),
    QueryString(
        "EXISTS (SELECT 1 FROM roster oc WHERE oc.corrects = roster.id "
        f"AND oc.state = '{RosterState.DRAFT.value}' AND oc.begun_by <> '{Role.EMPLOYER.value}') AS asked_for"
    ),
)


@dataclass(frozen=True, slots=True)
class Roster:
    """One version on one day, as one viewer sees it. Money in 分: of the newest sending, and 0 before the first."""

    id: int
    employer: int
    first_day: date
    last_day: date
    state: str
    version: int
    county: str
    level: str
    """基地级别: county or city. Its office acts."""
    serial: int
    """第n版."""
    corrects: int | None
    """The accepted version that it corrects."""
    counts: bool
    """It is the newest accepted version."""
    reason: str
    """Why it corrects."""
    begun_at: datetime
    begun_by: str
    """Role."""
    state_since: datetime
    round: int
    """How often it was sent."""
    people: int
    fen: int
    """补贴 of what is payable, without insurance."""
    insurance_fen: int
    unit_name: str
    correction: int | None
    """The version that corrects this one and is not accepted yet. Until it is sent, no office sees that one."""
    may_take_back: bool
    """That one was asked for by the viewer's office, and was never sent."""
    kind: RosterKind
    number: str
    """编号, with its check character."""
    facts: RosterFacts
    shown: Shown
    offers: tuple[str, ...]
    blocked: Mapping[str, str]
    """What would be this viewer's to do but for a guard, with its sentence."""

    @property
    def period(self) -> Period:
        return Period(self.first_day, self.last_day)

    @property
    def title(self) -> str:
        """2025年7月至9月补贴经费花名册（第2版）."""
        return roster_words.title(self.kind, self.period, self.serial)

    @property
    def months(self) -> str:
        """2025年7月至9月."""
        return roster_words.spoken(self.period)

    @property
    def is_under_way(self) -> bool:
        """It has been sent, and is not accepted yet."""
        return self.state in UNDER_WAY

    @property
    def is_in_hand(self) -> bool:
        """It is the employer's to send."""
        return self.state in IN_HAND

    @property
    def total_fen(self) -> int:
        return self.fen + self.insurance_fen

    @property
    def office(self) -> str:
        """The region of the office that acts on it."""
        is_county = office_of(BaseLevel(self.level)) is Role.COUNTY
        return self.county if is_county else regions.city_of(self.county)


_COPIED = (*OWN, "unit_name", "correction")


def built(row: Mapping[str, Any], today: date, role: Role) -> Roster:
    """A row of `READ` as somebody in that role sees it, apart from what other rosters stand in its way."""
    facts = facts_of(row, today)
    return Roster(
        **{name: row[name] for name in _COPIED},
        may_take_back=bool(row["asked_for"]) and role is office_of(BaseLevel(row["level"])),
        kind=RosterKind(row["kind"]),
        number=number_of(row),
        facts=facts,
        shown=labels.shown(NOUN, row["state"]),
        offers=FLOW.offered(facts, role),
        blocked=FLOW.blocked(facts, role),
    )


def with_facts(roster: Roster, facts: RosterFacts, role: Role) -> Roster:
    return replace(roster, facts=facts, offers=FLOW.offered(facts, role), blocked=FLOW.blocked(facts, role))


def facts_of(row: Mapping[str, Any], today: date) -> RosterFacts:
    return RosterFacts(
        state=row["state"],
        base_level=BaseLevel(row["level"]),
        months_are_over=row["last_day"] < today,
        is_newest_accepted=row["counts"],
        has_open_correction=row["correction"] is not None,
        begun_by_office=row["begun_by"] != Role.EMPLOYER.value,
    )


def number_of(row: Mapping[str, Any]) -> str:
    """Of a row with id, county and begun_at."""
    return roster_words.number(row["county"], periods.today(row["begun_at"]).year, row["id"])
