"""联系方式和账户 of a base in force: they change at once, on their own or with a 变更申请."""

import json

import pytest

from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_rounds
from jianxi.queries import bases as reading
from jianxi.queries.bases import Base as Seen
from jianxi.services import base_amendments, base_review
from jianxi.tables.log import LogEntry
from tests.cast import JINAN, LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()
CHANGED = {**BASE_FORM, "staff": ["300"], "wanted_level": ["city"], "industry": ["I"]}
CONTACTS = {"contact": ["李娜"], "phone": ["13900139001"], "bank": ["中国工商银行济南分行"]}


async def amended(unit: EmployerViewer, version: int = 1) -> str:
    return await base_amendments.amend(unit, version, read(BaseForm, CHANGED, TODAY), NOW)


async def own(unit: EmployerViewer) -> Seen:
    found = await reading.of_employer(unit)
    assert found is not None
    return found


async def test_contacts_in_an_amendment_are_in_force_at_once_and_the_rest_is_not() -> None:
    unit = await employer()
    await base(unit)
    form = read(BaseForm, {**CHANGED, "contact": ["李娜"]}, TODAY)
    reference = await base_amendments.amend(unit, 1, form, NOW)
    said = await base_rounds.in_force(await own(unit))
    assert (bool(reference), said.values["contact"], said.values["staff"]) == (True, "李娜", "120")


async def test_an_amendment_of_contacts_alone_asks_no_office() -> None:
    unit = await employer()
    await base(unit)
    form = read(BaseForm, {**BASE_FORM, "contact": ["李娜"]}, TODAY)
    reference = await base_amendments.amend(unit, 1, form, NOW)
    seen = await own(unit)
    said = await base_rounds.in_force(seen)
    assert (reference, said.values["contact"], seen.amendment_state, seen.round) == ("", "李娜", "", 1)


async def test_contacts_change_at_once_and_the_log_names_the_fields_alone() -> None:
    unit = await employer()
    await base(unit)
    form = read(ContactsForm, CONTACTS, TODAY)
    await base_amendments.update_contacts(unit, 1, form, NOW)
    said = await base_rounds.in_force(await own(unit))
    entry = await LogEntry.select().where(LogEntry.verb == "update").first()
    assert entry is not None
    assert (said.values["contact"], said.values["phone"], said.values["staff"]) == (
        "李娜",
        "13900139001",
        "120",
    )
    assert json.loads(entry["facts"]) == {"fields": ["contact", "phone", "bank"]}
    assert await base_amendments.update_contacts(unit, 2, form, NOW) == 2


async def test_contacts_change_while_an_amendment_waits_and_survive_its_approval() -> None:
    unit = await employer()
    id = await base(unit)
    await amended(unit)
    await base_amendments.update_contacts(unit, 2, read(ContactsForm, CONTACTS, TODAY), NOW)
    await base_review.approve(await official(LIXIA), id, 3, NOW)
    await base_review.approve(await official(JINAN), id, 4, NOW)
    said = await base_rounds.in_force(await own(unit))
    assert (said.values["contact"], said.values["staff"]) == ("李娜", "300")
