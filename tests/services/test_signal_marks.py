"""Marks by which 提示 finds the same phone and the same bank account: wherever the number is written, so is its mark."""

import pytest

from jianxi.crypto import marks, sealing
from jianxi.domain.viewers import PersonKind
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.base_drafts import typed
from jianxi.forms.bases import BaseForm
from jianxi.forms.intentions import GraduateIntention
from jianxi.forms.reading import read
from jianxi.piccolo_migrations import m0018_signals
from jianxi.services import base_amendments, bases, intentions
from jianxi.tables.employers import Base
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.acquaintances import in_register
from tests.attachments import attach_samples
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.services.test_register_people import FORM
from tests.services.test_registration import NUMBER, register

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()
ACCOUNT, OTHER = "6222021602001234567", "6228480402561234567"


async def test_a_phone_is_marked_at_registration_and_with_the_intention() -> None:
    await in_register(NUMBER)
    await register()
    registered = await Person.select(Person.phone_mark).first()
    viewer = await cast.person(PersonKind.CURRENT_GRADUATE)
    await intentions.submit(viewer, None, 1, read(GraduateIntention, FORM, TODAY), "370000", NOW)
    changed = await Person.select(Person.phone, Person.phone_mark).where(Person.id == viewer.person).first()

    assert registered == {"phone_mark": marks.of_phone("13812345678")}
    assert changed is not None
    assert changed["phone_mark"] == marks.of_phone(sealing.unseal(changed["phone"], "person.phone"))


async def test_an_account_is_marked_with_the_form_and_with_each_change_of_it() -> None:
    unit = await cast.employer()
    raw = {**BASE_FORM, "account_number": [ACCOUNT]}
    version = await bases.save(unit, 0, typed(raw), NOW)
    await attach_samples(unit)
    await bases.submit(unit, version, read(BaseForm, raw, TODAY), NOW)
    submitted = await Base.select(Base.account_mark)
    other = await cast.employer()
    id = await cast.base(other)
    contacts = {"contact": ["李娜"], "phone": ["13900139001"], "account_number": [OTHER]}
    await base_amendments.update_contacts(other, 1, read(ContactsForm, contacts, TODAY), NOW)

    assert submitted == [{"account_mark": marks.of_account(ACCOUNT)}]
    assert await _mark_of(id) == marks.of_account(OTHER)


async def test_the_step_marks_what_was_sealed_before_it() -> None:
    viewer, unit = await cast.person(), await cast.employer()
    id = await cast.base(unit)
    contacts = {"contact": ["李娜"], "phone": ["13900139001"], "account_number": [OTHER]}
    await base_amendments.update_contacts(unit, 1, read(ContactsForm, contacts, TODAY), NOW)
    async with unit_of_work():
        await Base.update({Base.account_mark: None}).where(Base.id == id)
        await m0018_signals.fill()

    person = await Person.select(Person.phone_mark).where(Person.id == viewer.person).first()
    assert person == {"phone_mark": marks.of_phone("13900139000")}
    assert await _mark_of(id) == marks.of_account(OTHER)


async def _mark_of(base: int) -> object:
    row = await Base.select(Base.account_mark).where(Base.id == base).first()
    assert row is not None
    return row["account_mark"]
