"""The submissions of a 见习基地申请: what each said, and what both offices said to it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import periods, reference_numbers
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer, Viewer
from jianxi.forms import base_contacts
from jianxi.forms.base_drafts import Draft, from_text
from jianxi.queries.bases import Base
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion

SEAL = "base.form"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one office decided about one submission. `text` is empty while it has not."""

    office: str
    text: str
    official: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Round:
    """One submission (第n次提交)."""

    id: int
    number: int
    submitted_at: datetime
    reference: str
    """编号, with its check character."""
    opinions: tuple[Opinion, ...]
    """County, city."""
    amends: int = 0
    """For a 变更申请 the number of the submission that it changes."""
    rejected_for: tuple[str, ...] = ()
    """Keys of the suggested reasons that its rejection ticked, while that stands."""
    level: str = ""
    """基地级别 that the city confirmed with it; empty for one that was never approved, or is no longer."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided last about the newest submission, for rows of a list, and since when the city has it."""

    official: str
    at: datetime
    county_at: datetime | None
    submitted_at: datetime


async def rounds(base: Base) -> tuple[Round, ...]:
    """All submissions, newest first."""
    columns = [column for column in BaseVersion.all_columns() if column is not BaseVersion.content]
    rows = await BaseVersion.select(*columns).where(BaseVersion.base == base.id).order_by(BaseVersion.round)
    return tuple(_round(base, row) for row in reversed(rows))


def readable(viewer: Viewer, base: Base, rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """The province reads what the city confirmed: nothing that was rejected before it, nothing that came after it."""
    if isinstance(viewer, OfficialViewer) and viewer.role is Role.PROVINCE:
        return tuple(round for round in rounds if round.level and round.number <= base.approved_round)
    return rounds


def told(content: bytes, contacts: bytes | None) -> Draft:
    """A submission as it was sealed, with the contacts changed since, if there are any."""
    said = unsealed(content)
    if not contacts:
        return said
    return base_contacts.with_contacts(said, base_contacts.from_text(sealing.unseal(contacts, SEAL)))


async def content(base: Base, number: int) -> Draft:
    """What a submission said; `Missing` where there is none of that number."""
    wanted = (BaseVersion.base == base.id) & (BaseVersion.round == number)
    row = await BaseVersion.select(BaseVersion.content).where(wanted).first()
    if row is None:
        raise Missing
    return unsealed(row["content"])


async def in_force(base: Base) -> Draft:
    """What counts now: the version in force, or the newest before one is, with the contacts changed since."""
    return await with_contacts(base, await content(base, base.approved_round or base.round))


async def contacts(base: Base) -> Mapping[str, str] | None:
    """联系方式和账户 as changed since the version in force was submitted."""
    row = await Row.select(Row.contacts).where(Row.id == base.id).first()
    return base_contacts.from_text(sealing.unseal(row["contacts"], SEAL)) if row and row["contacts"] else None


async def with_contacts(base: Base, said: Draft) -> Draft:
    """As submitted, but for the contacts changed since."""
    changed = await contacts(base)
    return base_contacts.with_contacts(said, changed) if changed else said


async def draft(base: Base) -> tuple[Draft, datetime | None] | None:
    """What the employer has kept last, and when."""
    row = await Row.select(Row.draft, Row.draft_saved_at).where(Row.id == base.id).first()
    return (unsealed(row["draft"]), row["draft_saved_at"]) if row and row["draft"] else None


async def decided(bases: Collection[Base]) -> dict[int, Decided]:
    """By base; those whose newest submission nobody has decided are left out."""
    if not bases:
        return {}
    columns = (BaseVersion.base, BaseVersion.round, BaseVersion.county_official, BaseVersion.county_at)
    others = (BaseVersion.city_official, BaseVersion.city_at, BaseVersion.submitted_at)
    rows = await BaseVersion.select(*columns, *others).where(
        BaseVersion.base.is_in([base.id for base in bases])
    )
    newest = {(base.id, base.round) for base in bases}
    standing = (
        row for row in rows if (row["base"], row["round"]) in newest and (row["city_at"] or row["county_at"])
    )
    return {row["base"]: _decided(row) for row in standing}


def sealed(text: str) -> bytes:
    return sealing.seal(text, SEAL)


def unsealed(data: bytes) -> Draft:
    return from_text(sealing.unseal(data, SEAL))


def reference(county: str, submitted_at: datetime, id: int) -> str:
    """The number of a submission, from the year it was made in and its row."""
    return reference_numbers.compose(county, periods.today(submitted_at).year, id)


def _round(base: Base, row: Mapping[str, Any]) -> Round:
    number = reference(base.county, row["submitted_at"], row["id"])
    opinions = tuple(
        Opinion(office, row[f"{office}_opinion"], row[f"{office}_official"], row[f"{office}_at"])
        for office in ("county", "city")
    )
    ticked = tuple(key for key in row["rejected_for"].split(",") if key)
    told = (row["id"], row["round"], row["submitted_at"], number, opinions, row["amends"], ticked)
    return Round(*told, row["level"])


def _decided(row: Mapping[str, Any]) -> Decided:
    office = "city" if row["city_at"] else "county"
    return Decided(row[f"{office}_official"], row[f"{office}_at"], row["county_at"], row["submitted_at"])
