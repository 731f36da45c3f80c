"""Gathers what a version of 就业见习协议书 is to say, from the rows as they are inside the unit of work that makes it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import agreements, periods
from jianxi.domain.agreements import Agreement, Cover, Post, Trainee, Unit
from jianxi.domain.codes import INSURANCES
from jianxi.domain.outcomes import Missing
from jianxi.domain.regions import city_of, province_of
from jianxi.forms import base_contacts
from jianxi.queries import base_rounds, regions
from jianxi.tables.employers import Base, BaseVersion
from jianxi.tables.placements import Insurance, Placement

OF = Placement
UNIT = ("name", "credit_code", "contact", "phone")
PERSON = ("name", "born", "id_number", "phone", "address")
POST = ("title", "category", "duties", "work_county", "work_address", "county")
OWN = ("agreement", "mentor", "starts_on", "ends_on", "allowance_fen", "registered_at")
READ: tuple[Any, ...] = (
    *(getattr(OF, name) for name in OWN),
    *(getattr(OF.employer, name).as_alias(f"unit_{name}") for name in UNIT),
    *(getattr(OF.person, name).as_alias(f"person_{name}") for name in PERSON),
    *(getattr(OF.position, name).as_alias(name) for name in POST),
    OF.position.base.as_alias("base"),
)


async def gather(placement: int, now: datetime) -> Agreement:
    row = await OF.select(*READ).where(OF.id == placement).first()
    if row is None:
        raise Missing
    return Agreement(
        number=number(row, placement),
        version=row["agreement"],
        issued_on=periods.today(now),
        unit=await unit(row),
        trainee=trainee(row),
        post=await _post(row),
        insurances=await _insurances(placement),
        **{name: row[name] for name in ("mentor", "starts_on", "ends_on", "allowance_fen")},
    )


def number(row: Mapping[str, Any], placement: int) -> str:
    return agreements.number(row["county"], periods.today(row["registered_at"]).year, placement)


async def unit(row: Mapping[str, Any]) -> Unit:
    """As the version in force of its base has it, with the contacts changed since."""
    said = await _said(row["base"])
    known = {"contact": row["unit_contact"], "phone": unseal(row["unit_phone"], "employer.phone")}
    contacts = {name: said.get(name) or known[name] for name in ("contact", "phone")}
    address = await _placed(row["county"], said.get("address", ""))
    described = {"address": address, "legal_representative": said.get("legal_representative", "")}
    return Unit(name=row["unit_name"], credit_code=row["unit_credit_code"], **described, **contacts)


async def _placed(county: str, address: str) -> str:
    """A typed 详细地址 with its city and county before it, unless it begins with a city or province itself."""
    known = await regions.directory()
    city, province = known.name(city_of(county)), known.name(province_of(county))
    return (
        address if not address or address.startswith((city, province)) else known.full_name(county) + address
    )


async def _said(base: int) -> Mapping[str, str]:
    """Fields of 见习基地申请 by name; none where nothing was submitted."""
    row = await Base.select(Base.approved_round, Base.round, Base.contacts).where(Base.id == base).first()
    if row is None:
        raise Missing
    wanted = (BaseVersion.base == base) & (BaseVersion.round == (row["approved_round"] or row["round"]))
    version = await BaseVersion.select(BaseVersion.content).where(wanted).first()
    said = dict(base_rounds.unsealed(version["content"]).values) if version else {}
    changed = base_contacts.from_text(unseal(row["contacts"], base_rounds.SEAL)) if row["contacts"] else {}
    return {**said, **changed}


def trainee(row: Mapping[str, Any]) -> Trainee:
    opened = {
        name: unseal(row[f"person_{name}"], f"person.{name}") if row[f"person_{name}"] else ""
        for name in ("phone", "address")
    }
    number = unseal(row["person_id_number"], "person.id")
    return Trainee(name=row["person_name"], born=row["person_born"], id_number=number, **opened)


async def _post(row: Mapping[str, Any]) -> Post:
    place = await _placed(row["work_county"], row["work_address"])
    return Post(title=row["title"], category=row["category"], place=place, duties=row["duties"])


async def _insurances(placement: int) -> tuple[Cover, ...]:
    rows = await Insurance.select().where(Insurance.placement == placement).order_by(Insurance.place)
    return tuple(
        Cover(
            kind=INSURANCES.get(row["kind"], row["kind"]),
            **{name: row[name] for name in ("company", "policy_number", "first_day", "last_day")},
        )
        for row in rows
    )
