"""The two sides of a 身份冲突: who holds the ID number here, and what 生源信息库 says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import citizen_id, labels
from jianxi.domain.labels import Shown
from jianxi.queries.identity_cases import Case
from jianxi.tables.applications import Application
from jianxi.tables.persons import Graduate, Intention, Person


@dataclass(frozen=True, slots=True)
class Applied:
    """One of the person's applications."""

    title: str
    unit_name: str
    applied_at: datetime
    shown: Shown


@dataclass(frozen=True, slots=True)
class Side:
    """Facts of one of the two; what is not known is empty."""

    name: str
    sex: str
    born: date
    school: str
    major: str
    degree: str
    cohort: int | None
    phone: str
    mail: str
    household: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Both, with what has happened under the number so far."""

    id_masked: str
    person: Side
    has_account: bool
    since: datetime
    last_sign_in_at: datetime | None
    intention_at: datetime | None
    applications: tuple[Applied, ...]
    graduate: Side
    origin: str
    """生源地, a region code."""
    imported_at: datetime


async def sides(case: Case) -> Sides:
    """Of a case that the viewer was found to see. Its office talks to both, so ways to reach them stand in full."""
    (person,) = await Person.select().where(Person.id == case.person)
    (graduate,) = await Graduate.select().where(Graduate.id == case.graduate)
    intention = await Intention.select(Intention.submitted_at).where(Intention.person == case.person).first()
    return Sides(
        id_masked=citizen_id.mask(unseal(person["id_number"], "person.id")),
        person=_side(person),
        has_account=person["account"] is not None,
        since=person["created_at"],
        last_sign_in_at=person["last_sign_in_at"],
        intention_at=intention["submitted_at"] if intention else None,
        applications=await _applied(case.person),
        graduate=_side(graduate),
        origin=graduate["origin"],
        imported_at=graduate["imported_at"],
    )


async def _applied(person: int) -> tuple[Applied, ...]:
    of = Application
    names = (of.position.title.as_alias("title"), of.position.unit_name.as_alias("unit_name"))
    query = of.select(of.state, of.applied_at, *names).where(of.person == person)
    rows = await query.order_by(of.id, ascending=False).limit(20)
    return tuple(
        Applied(row["title"], row["unit_name"], row["applied_at"], labels.shown("application", row["state"]))
        for row in rows
    )


def _side(row: Mapping[str, Any]) -> Side:
    known: dict[str, Any] = {
        name: unseal(row[name], f"person.{name}") if row[name] else ""
        for name in ("phone", "mail", "household")
    }
    plain = ("name", "sex", "born", "school", "major", "degree", "cohort")
    return Side(**known, **{name: row[name] for name in plain})
