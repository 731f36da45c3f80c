"""生源信息库 and the people who are here: a correction reaches them, and an old sign-in takes no other's place."""

import asyncio
from datetime import date

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.forms.intentions import GraduateIntention
from jianxi.forms.reading import read
from jianxi.queries import persons, registers
from jianxi.queries.sessions import Claim
from jianxi.services import graduates, intentions
from jianxi.services.registers import import_workbook
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate, Person
from tests import cast
from tests.conftest import NOW
from tests.sheets import id_number, row, workbook

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

FORM = {
    "household": ["济南市历下区"],
    "address": ["济南市历下区文化东路1号2单元"],
    "phone": ["13912345678"],
    "jobs": ["数控编程"],
    "places": ["370102"],
}


async def correct(id: int, **changes: str) -> None:
    viewer: OfficialViewer = await cast.official(cast.JINAN)
    entry = await registers.get(viewer, id)
    typed = {name: [value] for name, value in {**entry.shown, **changes}.items()}
    await graduates.correct(viewer, id, entry.version, typed, NOW)


async def only() -> dict[str, object]:
    return dict((await Person.select())[0])


async def register_row() -> int:
    return int((await Graduate.select(Graduate.id))[0]["id"])


async def test_a_correction_reaches_the_person_and_is_logged() -> None:
    await cast.person()
    await correct(await register_row(), name="赵䶮", cohort="2025", school="济南大学", phone="13800138000")
    person = await only()
    entry = (await LogEntry.select().where(LogEntry.noun == "person"))[0]
    assert (person["name"], person["cohort"], person["school"]) == ("赵䶮", 2025, "济南大学")
    assert (person["version"], entry["record"], entry["verb"]) == (2, person["id"], "follow")


async def test_the_persons_own_contacts_stay() -> None:
    await cast.person()
    before = await only()
    await correct(await register_row(), address="泉城路2号", phone="13800138000", major="法学")
    after = await only()
    assert (before["address"], before["phone"]) == (after["address"], after["phone"])


async def test_an_import_reaches_the_person_once() -> None:
    number = cast.id_number(PersonKind.CURRENT_GRADUATE)
    await cast.person(number=number)
    data = workbook(row(name="赵䶮", id_number=number, cohort="2025", sex=(await only())["sex"]))
    first = await import_workbook(None, data, NOW)
    again = await import_workbook(None, data, NOW)
    person = await only()
    assert (first.changed, again.same) == (1, 1)
    assert (person["name"], person["cohort"], person["version"]) == ("赵䶮", 2025, 2)


async def submitted(claim: Claim) -> int:
    form = read(GraduateIntention, FORM, NOW.date())
    viewer = PersonViewer(None, PersonKind.EARLIER_GRADUATE, claim.name, by_identity=True)
    return await intentions.submit(viewer, claim, 0, form, "370000", NOW)


@pytest.mark.parametrize("changed", ["name", "number"])
async def test_a_claim_on_a_row_that_is_anothers_by_now_is_refused(changed: str) -> None:
    number = cast.id_number(PersonKind.EARLIER_GRADUATE)
    id = await cast.graduate(number, 2024)
    claim = Claim("赵敏", number, PersonKind.EARLIER_GRADUATE, id)
    other = cast.id_number(PersonKind.EARLIER_GRADUATE)
    sex = "男" if int(other[16]) % 2 else "女"
    await correct(id, **({"name": "钱二"} if changed == "name" else {"id_number": other, "sex": sex}))

    with pytest.raises(Refused, match="重新登录"):
        await submitted(claim)

    shown = await persons.applicant(
        PersonViewer(None, PersonKind.EARLIER_GRADUATE, "赵敏", by_identity=True), claim, NOW.date()
    )
    assert await Person.count() == 0
    assert (shown.origin, shown.contacts["phone"]) == ("", "")


async def test_a_claim_takes_the_registers_facts_as_they_are_now() -> None:
    number = cast.id_number(PersonKind.EARLIER_GRADUATE)
    id = await cast.graduate(number, 2024)
    await correct(id, cohort="2025", graduated_on=date(2025, 7, 1).isoformat())
    await submitted(Claim("赵敏", number, PersonKind.EARLIER_GRADUATE, id))
    assert (await only())["cohort"] == 2025


async def test_imports_of_the_same_people_in_other_orders_do_not_block_each_other() -> None:
    numbers = [id_number() for _ in range(60)]
    first = workbook(*(row(id_number=number) for number in numbers))
    second = workbook(*(row(id_number=number, major="法学") for number in reversed(numbers)))
    third = workbook(*(row(id_number=number, major="医学") for number in numbers[30:] + numbers[:30]))
    for files in ((first, second), (second, third, first), (third, second)):
        said = await asyncio.gather(*(import_workbook(None, data, NOW) for data in files))
        assert all(outcome.faults == [] for outcome in said)
    assert await Graduate.count() == 60
