"""What was planted in the records and must not turn up on pages of others: texts by who may read them whole."""

from dataclasses import dataclass
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.forms import base_drafts
from jianxi.tables.employers import Base, BaseVersion
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.unit_of_work import unit_of_work
from tests.authorization.people import Everybody
from tests.cast_facts import BASE_FORM


@dataclass(frozen=True, slots=True)
class Planted:
    """A text that stands nowhere else, what it is, and who may read it."""

    text: str
    what: str
    readers: frozenset[str]


CONTACTS = {
    "current_graduate": frozenset({"current_graduate", "unit_county", "county"}),
    "earlier_graduate": frozenset({"unit_county"}),
    "youth": frozenset({"unit_city", "city"}),
}
"""Phone and mail: the employer from 报名 on; the person, unless signed in by name and ID number alone; the office that
decides on 上岗."""
NAMES = {
    "current_graduate": frozenset({"current_graduate", "unit_county", "county", "city"}),
    "earlier_graduate": frozenset({"earlier_graduate", "unit_county"}),
    "youth": frozenset({"youth", "unit_city", "city", "county"}),
}
"""The office of the base's level knows who was accepted; both that and the other one of county and city who has 上岗."""
FORMS = {
    "unit_county": frozenset({"unit_county", "county", "city", "province"}),
    "unit_city": frozenset({"unit_city", "county", "city", "province"}),
}
"""见习基地申请 of an approved base: the unit and the offices above it."""


async def plant(people: Everybody) -> list[Planted]:
    persons = [text for place, kind in enumerate(CONTACTS) for text in await _person(people, kind, place)]
    return persons + [text for place, kind in enumerate(FORMS) for text in await _unit(people, kind, place)]


def leaks(planted: list[Planted], kind: str, page: str) -> list[str]:
    """What stands on a page of this kind of user though it is not theirs to read."""
    return [each.what for each in planted if kind not in each.readers and each.text in page]


async def _person(people: Everybody, kind: str, place: int) -> list[Planted]:
    viewer = people[kind]
    assert isinstance(viewer, PersonViewer)
    phone, mail = f"1391234567{place}", f"planted-{kind}@example.cn"
    mine = Person.id == viewer.person
    row = await Person.select(Person.id_number, Person.graduate).where(mine).first()
    assert row is not None
    contacts: dict[Any, Any] = {
        Person.phone: sealing.seal(phone, "person.phone"),
        Person.mail: sealing.seal(mail, "person.mail"),
    }
    async with unit_of_work():
        await Person.update(contacts).where(mine)
        # The register's own pages are for its offices: there the name is another.
        await Graduate.update({Graduate.name: "登记姓名"}).where(Graduate.id == row["graduate"])
    return [
        Planted(sealing.unseal(bytes(row["id_number"]), "person.id"), f"ID number of {kind}", frozenset()),
        Planted(phone, f"phone of {kind}", CONTACTS[kind]),
        Planted(mail, f"mail of {kind}", CONTACTS[kind]),
        Planted(viewer.name, f"name of {kind}", NAMES[kind]),
    ]


async def _unit(people: Everybody, kind: str, place: int) -> list[Planted]:
    viewer = people[kind]
    assert isinstance(viewer, EmployerViewer)
    phone, account = f"1381234567{place}", f"62220202000112233{place}"
    typed = BASE_FORM | {"phone": [phone], "account_number": [account]}
    text = base_drafts.to_text(base_drafts.typed(typed))
    form = sealing.seal(text, "base.form")
    rows = await Base.select(Base.id).where(Base.employer == viewer.employer)
    async with unit_of_work():
        for row in rows:
            await Base.update({Base.draft: form}).where(Base.id == row["id"])
            await BaseVersion.update({BaseVersion.content: form}).where(BaseVersion.base == row["id"])
    return [
        Planted(phone, f"phone of {kind}", FORMS[kind]),
        Planted(account, f"bank account of {kind}", FORMS[kind]),
    ]
