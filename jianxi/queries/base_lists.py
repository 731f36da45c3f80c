"""见习基地审核: the lists of the offices, by state and filtered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query import Select
from piccolo.query.functions.aggregate import Count

from jianxi.domain import periods
from jianxi.domain.bases import BaseState
from jianxi.domain.filings import may_file
from jianxi.domain.flow import Role
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_filters import BaseFilters
from jianxi.queries import base_attachments
from jianxi.queries.base_amendments import number_for
from jianxi.queries.base_rounds import Decided, decided
from jianxi.queries.base_standing import BY_SUBMISSION_IN_FORCE
from jianxi.queries.bases import READ, WAITING, Base, built, registered_in, stands_in, visible_to
from jianxi.queries.conditions import during
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import Employer

S = BaseState
SEEN: Mapping[Role, tuple[BaseState, ...]] = {
    Role.COUNTY: (S.WAITING_COUNTY, S.WAITING_CITY, S.APPROVED, S.REJECTED, S.SUSPENDED, S.REVOKED),
    Role.CITY: (S.WAITING_CITY, S.WAITING_COUNTY, S.APPROVED, S.REJECTED, S.SUSPENDED, S.REVOKED),
    Role.PROVINCE: (S.APPROVED,),
}
"""The states that a level sees, what waits for it first."""
RARE = frozenset({S.SUSPENDED, S.REVOKED})
"""Their tabs are there only while they hold something."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list."""

    base: Base
    decided: Decided | None
    waiting_days: int
    """Since the office that it waits for has had it; 0 where nobody is waited for."""
    waits_for_me: bool
    can_be_filed: bool
    """审核通过, and this office files with the province."""
    submitted_at: datetime | None
    files: int
    """How many 附件 the submission has that counts now."""


@dataclass(frozen=True, slots=True)
class Tab:
    state: str  # Of BaseState, or "all".
    count: int


@dataclass(frozen=True, slots=True)
class BaseList:
    """One page of a list, with its tabs."""

    lines: tuple[Line, ...]
    tabs: tuple[Tab, ...]
    state: str
    total: int
    is_for_filing: bool = False
    """Whether 报省厅备案 stands under it, be there a base to file on this page or only once one is decided here."""

    @property
    def selecting(self) -> bool:
        """Whether some of it can be decided or filed, many at once."""
        return any(line.waits_for_me or line.can_be_filed for line in self.lines)

    @property
    def is_of_all(self) -> bool:
        """Whether it shows every state that its office sees."""
        return self.state == "all"


async def listed(
    viewer: OfficialViewer, filters: BaseFilters, today: date, offset: int, size: int
) -> BaseList:
    """Those who have waited longest first; decided ones by their last submission, newest first."""
    state = _asked(viewer, filters)
    counts, every = await _counts(viewer, filters)
    rows = await _ordered(Row.select(*READ), viewer, filters).offset(offset).limit(size)
    total = every if state == "all" else counts.get(state, 0)
    shown = await lines(viewer, [built(viewer, row) for row in rows], today)
    for_filing = may_file(viewer.role) and state in {BaseState.APPROVED, "all"}
    return BaseList(shown, _tabs(viewer, counts, every, state), state, total, for_filing)


async def ids(viewer: OfficialViewer, filters: BaseFilters) -> list[int]:
    """Of everything in the list, on all its pages, in its order."""
    rows = await _ordered(Row.select(Row.id), viewer, filters)
    return [row["id"] for row in rows]


async def picks(viewer: OfficialViewer, filters: BaseFilters) -> Picks:
    """Id and version of everything that matches, those who have waited longest first, at most `MOST_AT_ONCE`."""
    wanted = _in_state(_asked(viewer, filters))
    query = Row.select(Row.id, Row.version).where(visible_to(viewer), *narrowed(filters), *wanted)
    rows = await query.order_by(Row.submitted_at).order_by(Row.id).limit(MOST_AT_ONCE)
    return [(row["id"], row["version"]) for row in rows]


async def numbers(viewer: OfficialViewer, filters: BaseFilters) -> BaseList:
    """The list so narrowed without its lines: what its tabs say."""
    state, (counts, every) = _asked(viewer, filters), await _counts(viewer, filters)
    return BaseList((), _tabs(viewer, counts, every, state), state, every)


async def lines(viewer: OfficialViewer, bases: Sequence[Base], today: date) -> tuple[Line, ...]:
    """Each with who decided it, how long it has waited and what is attached."""
    by_base = await decided(bases)
    held = await base_attachments.counts({base.id: number_for(viewer, base) for base in bases})
    filed = may_file(viewer.role)
    return tuple(_line(base, by_base.get(base.id), held.get(base.id, 0), today, filed) for base in bases)


async def next_waiting(
    viewer: OfficialViewer, other_than: int, filters: BaseFilters | None = None
) -> Base | None:
    """The base that has waited longest for this office of those in the list, to go on with."""
    waiting = stands_in(SEEN[viewer.role][0])
    query = Row.select(*READ).where(
        visible_to(viewer), waiting, Row.id != other_than, *narrowed(filters or BaseFilters())
    )
    row = await query.order_by(Row.submitted_at).order_by(Row.id).first()
    found = built(viewer, row) if row else None
    return found if found and "approve" in found.offers else None


def narrowed(filters: BaseFilters) -> list[Combinable]:
    """The conditions of all filters but the state."""
    asked: list[Combinable] = during(Row.approved_at, filters.days)
    if filters.folded:
        # Both databases know replace(); what it changes contains the words, with no wildcard to escape.
        name = WhereRaw("replace(name_key, {}, '') <> name_key", filters.folded)
        code = WhereRaw("replace(credit_code, {}, '') <> credit_code", filters.folded.upper())
        asked.append(Row.employer.is_in(Employer.select(Employer.id).where(name | code)))
    place = filters.county or filters.city
    if place:
        asked.append(registered_in(place))
    exact = ((Row.industry, filters.industry), (Row.wanted_level, filters.level))
    asked += [column == value for column, value in exact if value]
    return asked


def _ordered(query: Select[Row], viewer: OfficialViewer, filters: BaseFilters) -> Select[Row]:
    state = _asked(viewer, filters)
    listed = query.where(visible_to(viewer), *narrowed(filters), *_in_state(state))
    by = BY_SUBMISSION_IN_FORCE if viewer.role is Role.PROVINCE else Row.submitted_at
    return listed.order_by(by, ascending=state in WAITING).order_by(Row.id)


def _asked(viewer: OfficialViewer, filters: BaseFilters) -> str:
    """A state that this level does not see is none to ask for."""
    seen = SEEN[viewer.role]
    return filters.state if filters.state in {*seen, "all"} else seen[0]


async def _counts(viewer: OfficialViewer, filters: BaseFilters) -> tuple[dict[str, int], int]:
    """By state, and of all: a base in force whose 变更申请 waits stands under both states."""
    columns = (Row.state, Row.amendment_state, Count(alias="number"))
    counting = Row.select(*columns).where(visible_to(viewer), *narrowed(filters))
    counts: dict[str, int] = {}
    rows = await counting.group_by(Row.state, Row.amendment_state)
    for row in rows:
        amendment = row["amendment_state"] if row["state"] == BaseState.APPROVED else ""
        for state in {row["state"], amendment} - {""}:
            counts[state] = counts.get(state, 0) + row["number"]
    return counts, sum(row["number"] for row in rows)


def _in_state(state: str) -> list[Combinable]:
    return [] if state == "all" else [stands_in(state)]


def _tabs(viewer: OfficialViewer, counts: Mapping[str, int], every: int, current: str) -> tuple[Tab, ...]:
    seen = SEEN[viewer.role]
    kept = [state for state in seen if state not in RARE or counts.get(state) or state == current]
    tabs = [Tab(state.value, counts.get(state, 0)) for state in kept]
    return (*tabs, Tab("all", every)) if len(seen) > 1 else tuple(tabs)


def _line(base: Base, decided: Decided | None, files: int, today: date, may_be_filed: bool) -> Line:
    since: datetime | None = None
    if base.facts.state == BaseState.WAITING_COUNTY:
        since = base.submitted_at
    elif base.facts.state == BaseState.WAITING_CITY:
        since = decided.county_at if decided else base.submitted_at
    days = (today - periods.today(since)).days if since else 0
    can_be_filed = may_be_filed and base.state == BaseState.APPROVED
    submitted_at = decided.submitted_at if decided else base.submitted_at
    return Line(base, decided, days, "approve" in base.offers, can_be_filed, submitted_at, files)
