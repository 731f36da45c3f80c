"""What 报省厅备案 would tell of approved bases now, and what it has told of bases last."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import filings, labels, periods
from jianxi.domain.bases import BaseLevel, BaseState
from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.filed_facts import FiledFacts
from jianxi.domain.filings import STANDING
from jianxi.domain.regions import Directory, city_of
from jianxi.forms import base_contacts
from jianxi.forms.base_drafts import Draft
from jianxi.queries import base_rounds, policies, regions
from jianxi.queries.filed_bases import READ, Told, told
from jianxi.queries.policies import Policies
from jianxi.tables.employers import Base as BaseRow
from jianxi.tables.employers import BaseVersion
from jianxi.tables.filings import FiledBase

_COLUMNS = (
    *(BaseRow.id, BaseRow.nature, BaseRow.industry, BaseRow.level, BaseRow.approved_at, BaseRow.yearly_posts),
    BaseRow.contacts,
    BaseRow.employer.name.as_alias("unit"),
    BaseRow.employer.credit_code.as_alias("credit_code"),
    BaseRow.employer.county.as_alias("county"),
)
_STANDING = [state.value for state in STANDING]


@dataclass(frozen=True, slots=True)
class LastTold:
    """The newest row about a base in a filing that is 已报送 or 已接收."""

    id: int
    base: int
    filing: int
    number: str
    state: str
    """Of the filing."""
    told: Told


async def now(ids: Collection[int], city: str, today: date) -> dict[int, FiledFacts]:
    """By base, of those that have a version in force. Some statements, however many bases."""
    if not ids:
        return {}
    contents = BaseVersion.select(BaseVersion.base, BaseVersion.content).where(
        BaseVersion.base.is_in(list(ids)), BaseVersion.base.approved_round == BaseVersion.round
    )
    content = {row["base"]: base_rounds.unsealed(row["content"]) for row in await contents}
    rows = await BaseRow.select(*_COLUMNS).where(BaseRow.id.is_in(list(content)))
    directory, in_force = await regions.directory(), await policies.snapshot(city, today)
    return {row["id"]: _facts(row, content[row["id"]], directory, in_force) for row in rows}


async def last(ids: Collection[int], other_than: int = 0) -> dict[int, LastTold]:
    """By base, `other_than` one filing."""
    if not ids:
        return {}
    return await _newest(FiledBase.base.is_in(list(ids)), FiledBase.filing != other_than)


async def told_of(city: str, other_than: int = 0) -> set[int]:
    """Bases in the city's filings that are 已报送 or 已接收, without reading what they say."""
    of = FiledBase.filing
    standing = (of.city == city, of.state.is_in(_STANDING), of.round == FiledBase.round)
    rows = await FiledBase.select(FiledBase.base).where(*standing, of != other_than)
    return {row["base"] for row in rows}


async def untold(city: str, other_than: int = 0) -> list[tuple[LastTold, str]]:
    """Bases of the city's filings that are no longer 审核通过, as told last, each with 已暂停 or 已取消资格; those of which the
    province knows that already are left out."""
    stopped = FiledBase.base.state != BaseState.APPROVED.value
    found = await _newest(FiledBase.filing.city == city, stopped, FiledBase.filing != other_than)
    if not found:
        return []
    rows = await BaseRow.select(BaseRow.id, BaseRow.state).where(BaseRow.id.is_in(list(found)))
    pairs = [(found[row["id"]], filings.standing_told(row["state"])) for row in rows]
    untold = (pair for pair in pairs if pair[0].told.standing != pair[1])
    return sorted(untold, key=lambda pair: pair[0].id)


async def _newest(*asked: Any) -> dict[int, LastTold]:
    of = FiledBase.filing
    columns = (*READ, of.id.as_alias("filing"), of.city.as_alias("city"), of.state.as_alias("state"))
    standing = (of.state.is_in(_STANDING), of.round == FiledBase.round)
    query = FiledBase.select(*columns, of.filed_at.as_alias("filed_at")).where(*asked, *standing)
    newest = {row["base"]: row for row in await query.order_by(FiledBase.id)}
    return {base: _last_told(row) for base, row in newest.items()}


def _last_told(row: Mapping[str, Any]) -> LastTold:
    number = filings.number(row["city"], periods.today(row["filed_at"]).year, row["filing"])
    return LastTold(row["id"], row["base"], row["filing"], number, row["state"], told(row))


def _facts(row: Mapping[str, Any], content: Draft, directory: Directory, in_force: Policies) -> FiledFacts:
    kept = row["contacts"]
    changed = base_contacts.from_text(sealing.unseal(kept, base_rounds.SEAL)) if kept else None
    said = (base_contacts.with_contacts(content, changed) if changed else content).values
    approved_on = periods.today(row["approved_at"])
    years = replace(in_force, day=approved_on).base_validity_years
    return FiledFacts(
        city=directory.name(city_of(row["county"])),
        county=directory.name(row["county"]),
        unit=row["unit"],
        credit_code=row["credit_code"],
        nature=row["nature"],
        industry=INDUSTRIES[row["industry"]],
        level=labels.level(BaseLevel(row["level"])),
        approved_on=approved_on,
        valid_until=periods.end_after(approved_on, 12 * years),
        yearly_posts=row["yearly_posts"],
        contact=said["contact"],
        phone=said["phone"],
    )
