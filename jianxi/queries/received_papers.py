"""What is read of somebody who applied: the person's facts, contacts and intention (就业见习意向)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import citizen_id
from jianxi.domain.applications import FLOW
from jianxi.domain.codes import INDUSTRIES
from jianxi.forms.intentions import shown_contacts
from jianxi.queries import log
from jianxi.queries.log import Event
from jianxi.queries.received import Received
from jianxi.tables.persons import Intention, Person


@dataclass(frozen=True, slots=True)
class Sheet:
    """基本信息 and 意向信息 of one person. The employer sees contacts in full from 报名 on, others masked."""

    born: date
    id_masked: str
    nation: str
    politics: str
    unemployment_number: str
    graduated_on: date | None
    origin: str
    """生源地, a region code; empty for a youth."""
    household: str
    address: str
    mail: str
    phone: str
    jobs: tuple[str, ...]
    industry: str
    places: tuple[str, ...]
    """意向地区, region codes."""
    months: int | None
    allowance_fen: int | None
    available_on: date | None
    skills: str
    about: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What there is to decide by, besides the application itself."""

    sheet: Sheet
    events: list[Event]


async def paper(application: Received, *, masked: bool = False) -> Paper:
    """Of one that the viewer was found to see."""
    return Paper(await _sheet(application.person, masked), await log.timeline(FLOW.noun, application.id))


async def _sheet(person: int, masked: bool) -> Sheet:
    graduate = (
        Person.graduate.graduated_on.as_alias("graduated_on"),
        Person.graduate.origin.as_alias("origin"),
    )
    row = await Person.select(*Person.all_columns(), *graduate).where(Person.id == person).first()
    intention = await Intention.select(Intention.content).where(Intention.person == person).first()
    assert row is not None  # noqa: S101 -- the application's foreign key says so.
    wishes: Mapping[str, Any] = json.loads(intention["content"]) if intention else {}
    return Sheet(**_facts(row, masked), **_wishes(wishes))


def _facts(row: Mapping[str, Any], masked: bool) -> dict[str, Any]:
    contacts = {
        name: _open(row[name], f"person.{name}") for name in ("household", "address", "mail", "phone")
    }
    return {
        **{name: row[name] for name in ("born", "nation", "politics", "unemployment_number", "graduated_on")},
        "origin": row["origin"] or "",
        "id_masked": citizen_id.mask(unseal(row["id_number"], "person.id")),
        **shown_contacts(contacts, masked=masked),
    }


def _open(sealed: bytes | None, purpose: str) -> str:
    return unseal(sealed, purpose) if sealed else ""


def _wishes(content: Mapping[str, Any]) -> dict[str, Any]:
    day = content.get("available_on")
    return {
        "jobs": tuple(content.get("jobs") or ()),
        "industry": INDUSTRIES.get(content.get("industry") or "", ""),
        "places": tuple(content.get("places") or ()),
        "months": content.get("months"),
        "allowance_fen": content.get("allowance"),
        "available_on": date.fromisoformat(day) if day else None,
        "skills": content.get("skills") or "",
        "about": content.get("about") or "",
    }
