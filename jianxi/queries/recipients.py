"""Where somebody is reached (邮箱、手机): looked up when a message is sent, so that the newest address counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jianxi.crypto.sealing import unseal
from jianxi.domain.identity_cases import is_released
from jianxi.forms import base_contacts
from jianxi.queries import base_rounds
from jianxi.tables.employers import Base, BaseVersion, Employer
from jianxi.tables.persons import Person


@dataclass(frozen=True, slots=True)
class Recipient:
    """Either may be missing."""

    mail: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    def at(self, channel: str) -> str:
        return self.mail if channel == "mail" else self.phone


async def of_person(id: int) -> Recipient:
    """Whoever lost the ID number to somebody else hears nothing more of what is done under it."""
    row = await Person.select(Person.mail, Person.phone, Person.id_index).where(Person.id == id).first()
    if row is None or is_released(row["id_index"]):
        return Recipient()
    found = {name: unseal(row[name], f"person.{name}") if row[name] else "" for name in ("mail", "phone")}
    return Recipient(**found)


async def of_employer(id: int) -> Recipient:
    """As its base says now; the phone of the registration where it says none."""
    row = await Employer.select(Employer.phone).where(Employer.id == id).first()
    if row is None:
        return Recipient()
    said = await _said(id)
    return Recipient(said.get("mail", ""), said.get("phone") or unseal(row["phone"], "employer.phone"))


async def _said(employer: int) -> Mapping[str, str]:
    columns = (Base.id, Base.approved_round, Base.round, Base.contacts)
    row = await Base.select(*columns).where(Base.employer == employer).first()
    if row is None:
        return {}
    if row["contacts"]:
        return base_contacts.from_text(unseal(row["contacts"], base_rounds.SEAL))
    wanted = (BaseVersion.base == row["id"]) & (BaseVersion.round == (row["approved_round"] or row["round"]))
    version = await BaseVersion.select(BaseVersion.content).where(wanted).first()
    return base_rounds.unsealed(version["content"]).values if version else {}
