"""Reads 身份冲突 for the office that decides, and how a case stands for whoever it is about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from jianxi.crypto.sealing import unseal
from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.identity_cases import FLOW, CaseFacts, CaseState, is_released
from jianxi.domain.labels import Shown
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import Duty, duty
from jianxi.domain.viewers import OfficialViewer, Viewer, role_of
from jianxi.queries import accounts, placements, regions
from jianxi.queries.sessions import Claim
from jianxi.queries.tabs import Tab
from jianxi.tables.identity_cases import IdentityCase as Row
from jianxi.tables.placements import Placement

NOUN = FLOW.noun
ALL = "all"
READ = (
    *(Row.id, Row.version, Row.state, Row.person_name, Row.graduate_name, Row.region),
    *(Row.opened_at, Row.decided_at, Row.reason),
    Row.person.id.as_alias("person"),
    Row.graduate.id.as_alias("graduate"),
    Row.person.id_index.as_alias("person_index"),
    Row.person.id_number.as_alias("person_number"),
    Row.graduate.id_number.as_alias("graduate_number"),
    Row.graduate.name.as_alias("name_now"),
)
NEVER = Row.id < 0
DECIDERS = {Role.COUNTY, Role.CITY}


@dataclass(frozen=True, slots=True)
class Case:
    """One case as the office sees it; the names are those of when it was opened."""

    id: int
    version: int
    person: int
    graduate: int
    person_name: str
    graduate_name: str
    region: str
    opened_at: datetime
    decided_at: datetime | None
    reason: str
    facts: CaseFacts
    shown: Shown
    offers: tuple[str, ...]

    @property
    def waits(self) -> bool:
        return "merge" in self.offers or "dismiss" in self.offers


def visible_to(viewer: Viewer) -> Combinable:
    """Its one office. Nobody else has to do with it, not even the office above."""
    match viewer:
        case OfficialViewer(role=role, region=region) if role in DECIDERS:
            return Row.region == region
    return NEVER


async def get(viewer: Viewer, id: int, today: date) -> Case:
    """The case with that id; `Missing` for one that is not there or not theirs."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return (await _cases(viewer, [row], today))[0]


async def tabs(viewer: OfficialViewer, current: str) -> tuple[Tab, ...]:
    """The states with how many there are; every state last."""
    query = Row.select(Row.state, Count(Row.id, alias="many")).where(visible_to(viewer))
    many = {row["state"]: row["many"] for row in await query.group_by(Row.state)}
    by_state = [
        Tab(state.value, labels.state(NOUN, state), many.get(state, 0), current == state)
        for state in CaseState
    ]
    return (*by_state, Tab(ALL, "全部", sum(many.values()), current == ALL))


async def page(viewer: OfficialViewer, state: str, today: date, *, offset: int, size: int) -> list[Case]:
    """The longest open first, of decided ones the last decided."""
    query = Row.select(*READ).where(visible_to(viewer))
    if state != ALL:
        query = query.where(Row.state == state)
    order = (Row.opened_at, True) if state == CaseState.PENDING else (Row.id, False)
    rows = await query.order_by(order[0], ascending=order[1]).limit(size).offset(offset)
    return await _cases(viewer, rows, today)


async def state_of(person: int, graduate: int) -> tuple[str, str] | None:
    """(state, region) of the case of such a pair that is open or was dismissed."""
    standing = Row.state.is_in([CaseState.PENDING.value, CaseState.DISMISSED.value])
    query = Row.select(Row.state, Row.region).where(Row.person == person, Row.graduate == graduate, standing)
    row = await query.first()
    return (row["state"], row["region"]) if row else None


async def was_handed_over(graduate: int) -> bool:
    """Whether an office has found that this row's number belongs to whom the row names."""
    found = (Row.graduate == graduate) & (Row.state == CaseState.HANDED_OVER.value)
    return bool(await Row.exists().where(found))


async def others(viewer: Viewer, case: Case, today: date) -> list[Case]:
    """What else is open about the same person, at whichever office: a decision that takes the number away ends it."""
    open_too = (Row.person == case.person) & (Row.state == CaseState.PENDING.value) & (Row.id != case.id)
    return await _cases(viewer, await Row.select(*READ).where(open_too).order_by(Row.id), today)


def _same_number(row: Mapping[str, Any]) -> bool:
    """The numbers themselves: their indexes differ while only one of the rows is sealed under the newest secret."""
    return unseal(row["person_number"], "person.id") == unseal(row["graduate_number"], "person.id")


async def _cases(viewer: Viewer, rows: Sequence[Mapping[str, Any]], today: date) -> list[Case]:
    serving = await _serving({row["person"] for row in rows}, today)
    return [_built(viewer, row, row["person"] in serving) for row in rows]


async def _serving(persons: Collection[int], today: date) -> set[int]:
    """Who of them is 待上岗 or 在岗."""
    if not persons:
        return set()
    rows = await Placement.select(*placements.READ).where(Placement.person.is_in(list(persons)))
    stays = (Duty.AHEAD, Duty.ON_DUTY)
    return {row["person"] for row in rows if duty(placements.facts_of(row, today)) in stays}


def _built(viewer: Viewer, row: Mapping[str, Any], on_duty: bool) -> Case:
    agrees = _same_number(row) and same_name(row["name_now"], row["graduate_name"])
    facts = CaseFacts(row["state"], agrees, on_duty, is_released(row["person_index"]))
    copied = (
        *("id", "version", "person", "graduate", "person_name", "graduate_name", "region"),
        *("opened_at", "decided_at", "reason"),
    )
    return Case(
        **{name: row[name] for name in copied},
        facts=facts,
        shown=labels.shown(NOUN, row["state"]),
        offers=FLOW.offered(facts, role_of(viewer)),
    )


@dataclass(frozen=True, slots=True)
class Contest:
    """How it stands for whoever gave the register's name and waits."""

    is_settled: bool
    """The number is held under this very name by now: signing in again leads to it."""
    office: str
    opened_at: datetime | None


async def contest(claim: Claim) -> Contest | None:
    """None while nobody holds the claimed number."""
    holder = await accounts.holder(claim.id_number)
    if holder is None:
        return None
    if same_name(holder.name, claim.name):
        return Contest(True, "", None)
    mine = (Row.person == holder.id) & (Row.graduate == claim.graduate)
    row = await Row.select(Row.region, Row.opened_at).where(mine).order_by(Row.id, ascending=False).first()
    if row is None:
        return None
    return Contest(False, await regions.office_name(row["region"]), row["opened_at"])
