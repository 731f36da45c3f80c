"""Reads 报省厅备案 for a viewer: who sees which, one filing with its sendings, and the lists by state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from jianxi.domain import filings, labels, periods
from jianxi.domain.filings import FLOW, STANDING, FilingFacts, FilingState
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer, Viewer, role_of
from jianxi.forms.filing_filters import ALL, FilingFilters
from jianxi.queries import log
from jianxi.queries.conditions import inside
from jianxi.queries.log import Event
from jianxi.queries.tabs import Tab
from jianxi.tables.filings import FiledBase, FilingRound
from jianxi.tables.filings import Filing as Row

NOUN = FLOW.noun
NEVER = Row.id < 0
DESKS = {Role.CITY, Role.PROVINCE}
WAITS: Mapping[Role, FilingState] = {Role.CITY: FilingState.RETURNED, Role.PROVINCE: FilingState.SENT}
"""What is for each of them to go on with."""
S = FilingState
TABS: Mapping[Role, tuple[FilingState, ...]] = {
    Role.CITY: (S.RETURNED, S.SENT, S.RECEIVED),
    Role.PROVINCE: (S.SENT, S.RETURNED, S.RECEIVED),
}


@dataclass(frozen=True, slots=True)
class Round:
    """One sending (第n次报送), and what the province decided about it."""

    number: int
    bases: int
    sent_at: datetime
    sent_by: str
    decided_at: datetime | None
    decided_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Filing:
    """One filing; `sending` is its newest."""

    id: int
    city: str
    state: str
    version: int
    round: int
    number: str
    """编号, with its check character."""
    sending: Round
    shown: Shown
    offers: tuple[str, ...]

    @property
    def facts(self) -> FilingFacts:
        """Of what the province decides; what the city would send is known only with its bases."""
        return FilingFacts(self.state, self.sending.bases)

    @property
    def stands(self) -> bool:
        """Whether the province has it, or has still to decide."""
        return self.state in STANDING


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a base was told of last, for its own page."""

    id: int
    number: str
    shown: Shown
    sent_at: datetime
    decided_at: datetime | None


def visible_to(viewer: Viewer) -> Combinable:
    """Its city, and the province."""
    match viewer:
        case OfficialViewer(role=role, region=region) if role in DESKS:
            return inside(Row.city, region)
    return NEVER


async def get(viewer: Viewer, id: int) -> Filing:
    """The filing with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select().where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return (await _built(viewer, [row]))[0]


async def rounds(filing: Filing) -> tuple[Round, ...]:
    """All sendings, newest first."""
    query = FilingRound.select().where(FilingRound.filing == filing.id)
    return tuple(_round(row) for row in await query.order_by(FilingRound.round, ascending=False))


def asked(viewer: OfficialViewer, filters: FilingFilters) -> str:
    """The tab that is shown: what waits for this office, unless another is asked for."""
    return filters.state or WAITS[viewer.role].value


async def tabs(viewer: OfficialViewer, filters: FilingFilters) -> tuple[Tab, ...]:
    """The states with how many there are, what waits first; every state last."""
    query = Row.select(Row.state, Count(Row.id, alias="many")).where(*_narrowed(viewer, filters))
    many = {row["state"]: row["many"] for row in await query.group_by(Row.state)}
    current = asked(viewer, filters)
    by_state = [
        Tab(state.value, labels.state(NOUN, state), many.get(state, 0), current == state)
        for state in TABS[viewer.role]
    ]
    return (*by_state, Tab(ALL, "全部", sum(many.values()), current == ALL))


async def page(viewer: OfficialViewer, filters: FilingFilters, *, offset: int, size: int) -> list[Filing]:
    """What waits for somebody the oldest first, the others newest first."""
    state = asked(viewer, filters)
    query = Row.select().where(*_narrowed(viewer, filters))
    if state != ALL:
        query = query.where(Row.state == state)
    oldest_first = state == WAITS[viewer.role]
    rows = await query.order_by(Row.id, ascending=oldest_first).offset(offset).limit(size)
    return await _built(viewer, rows)


async def last_of_base(viewer: Viewer, base: int) -> Filed | None:
    """The filing that holds the base's newest row; for those who see filings."""
    mine = FiledBase.filing.is_in(Row.select(Row.id).where(visible_to(viewer)))
    current = FiledBase.filing.round == FiledBase.round
    query = FiledBase.select(FiledBase.filing).where(FiledBase.base == base, mine, current)
    last = await query.order_by(FiledBase.id, ascending=False).first()
    if last is None:
        return None
    filing = await get(viewer, last["filing"])
    return Filed(filing.id, filing.number, filing.shown, filing.sending.sent_at, filing.sending.decided_at)


async def timeline(filing: Filing) -> tuple[Event, ...]:
    """Newest first, each with the sending that it was about."""
    events = await log.timeline(NOUN, filing.id)
    return tuple(replace(each, label=_label(each)) for each in events)


def _label(event: Event) -> str:
    """报送（第2次，3个基地）; 退回（第1次报送）."""
    number, bases = event.facts.get("round", 1), event.facts.get("bases")
    return f"{event.label}（第{number}次，{bases}个基地）" if bases else f"{event.label}（第{number}次报送）"


def _narrowed(viewer: OfficialViewer, filters: FilingFilters) -> list[Combinable]:
    mine = visible_to(viewer)
    return [mine, Row.city == filters.city] if filters.city else [mine]


async def _built(viewer: Viewer, rows: Sequence[Mapping[str, Any]]) -> list[Filing]:
    """Two statements, however many rows."""
    if not rows:
        return []
    ids = [row["id"] for row in rows]
    sendings = await FilingRound.select().where(FilingRound.filing.is_in(ids))
    newest = {(row["filing"], row["round"]): _round(row) for row in sendings}
    return [_filing(viewer, row, newest[row["id"], row["round"]]) for row in rows]


def _filing(viewer: Viewer, row: Mapping[str, Any], sending: Round) -> Filing:
    kept = {name: row[name] for name in ("id", "city", "state", "version", "round")}
    number = filings.number(row["city"], periods.today(row["filed_at"]).year, row["id"])
    offers = FLOW.offered(FilingFacts(row["state"], sending.bases), role_of(viewer))
    return Filing(
        **kept, number=number, sending=sending, shown=labels.shown(NOUN, row["state"]), offers=offers
    )


def _round(row: Mapping[str, Any]) -> Round:
    told = {name: row[name] for name in ("bases", "sent_at", "sent_by", "decided_at", "decided_by", "reason")}
    return Round(row["round"], **told)
