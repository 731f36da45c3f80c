"""Who fills in 就业见习意向填表: a person known here, or somebody signed in provisionally with what the register says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.crypto.sealing import indexes, unseal
from jianxi.domain import citizen_id
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries.sessions import Claim
from jianxi.tables.persons import Graduate, Person

CONTACTS = ("household", "address", "mail", "phone")
FACTS = ("nation", "politics", "degree", "school", "major")
_READ = (
    *(Person.id, Person.kind, Person.name, Person.id_number, Person.sex, Person.born, Person.cohort),
    *(Person.nation, Person.politics, Person.degree, Person.school, Person.major, Person.unemployment_number),
    *(Person.household, Person.address, Person.mail, Person.phone),
    Person.graduate.graduated_on.as_alias("graduated_on"),
    Person.graduate.origin.as_alias("origin"),
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """基本信息 as known before the form is filled in; `contacts` in full."""

    person: int | None
    youth: bool
    name: str
    sex: str
    born: date
    id_masked: str
    cohort: int | None
    graduated_on: date | None
    origin: str
    """生源地, a region code; empty for a youth."""
    facts: Mapping[str, str]
    """民族, 政治面貌, 学历, 毕业院校, 专业: of a graduate from the register, of a youth as typed."""
    unemployment_number: str
    contacts: Mapping[str, str]


async def applicant(viewer: PersonViewer, claim: Claim | None, today: date) -> Applicant:
    """`claim` is what a provisional session holds."""
    if viewer.person is not None:
        return await _known(viewer.person)
    if claim is None:
        raise Missing
    return await _claimed(claim, today)


async def _known(person: int) -> Applicant:
    row = await Person.select(*_READ).where(Person.id == person).first()
    if row is None:
        raise Missing
    return Applicant(
        person=row["id"],
        youth=row["kind"] == PersonKind.YOUTH,
        name=row["name"],
        sex=row["sex"],
        born=row["born"],
        id_masked=citizen_id.mask(unseal(row["id_number"], "person.id")),
        cohort=row["cohort"],
        graduated_on=row["graduated_on"],
        origin=row["origin"] or "",
        facts={name: row[name] for name in FACTS},
        unemployment_number=row["unemployment_number"],
        contacts=_contacts(row),
    )


async def _claimed(claim: Claim, today: date) -> Applicant:
    number = citizen_id.parse(claim.id_number, today)
    row = await graduate(claim)
    return Applicant(
        person=None,
        youth=row is None,
        name=claim.name,
        sex=number.sex,
        born=number.born,
        id_masked=number.masked,
        cohort=row["cohort"] if row else None,
        graduated_on=row["graduated_on"] if row else None,
        origin=row["origin"] if row else "",
        facts={name: row[name] if row else "" for name in FACTS},
        unemployment_number="",
        contacts=_contacts(row or {}),
    )


async def graduate(claim: Claim) -> dict[str, Any] | None:
    """The register's row that the claim matched at sign-in, if it still has this ID number and name."""
    if claim.graduate is None:
        return None
    mine = (Graduate.id == claim.graduate) & Graduate.id_index.is_in(list(indexes(claim.id_number)))
    row: dict[str, Any] | None = await Graduate.select().where(mine).first()
    return row if row is not None and same_name(row["name"], claim.name) else None


def _contacts(row: Mapping[str, Any]) -> dict[str, str]:
    """Sealed for the same purposes in both tables."""
    return {name: unseal(row[name], f"person.{name}") if row.get(name) else "" for name in CONTACTS}
