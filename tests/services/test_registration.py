"""应届毕业生注册: only whom the register knows, once, and with the register's facts."""

from datetime import UTC, datetime
from typing import cast

import anyio
import pytest

from jianxi.crypto.sealing import unseal
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import in_shanghai
from jianxi.forms.accounts import GraduateRegistration
from jianxi.forms.reading import read
from jianxi.services.registration import ALREADY, HELD_BY_ANOTHER, register_graduate
from jianxi.services.sessions import start_for_person
from jianxi.tables.accounts import Account, Session
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from tests.acquaintances import PASSWORD, SCHOOL, here_before, id_number, in_register, with_password
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NUMBER = id_number()


async def register(now: datetime = NOW, **typed: str) -> int:
    fields = {
        "name": "林晓",
        "id_number": NUMBER,
        "school": SCHOOL,
        "phone": "13812345678",
        "username": "linxiao",
    }
    fields |= {"password": PASSWORD, "password_again": PASSWORD} | typed
    given = read(GraduateRegistration, {k: [v] for k, v in fields.items()}, in_shanghai(now).date())
    return await register_graduate(given, "370000", now)


async def refusal(now: datetime = NOW, **typed: str) -> dict[str, str]:
    with pytest.raises(Invalid) as told:
        await register(now, **typed)
    return told.value.messages


async def test_the_registers_facts_become_the_persons() -> None:
    row = await in_register(NUMBER)
    account = await register()
    person = (await Person.select())[0]
    facts = (person["account"], person["graduate"], person["kind"], person["cohort"], person["major"])
    assert facts == (account, row, "graduate", 2026, "软件工程")
    assert unseal(cast(bytes, person["phone"]), "person.phone") == "13812345678"
    assert unseal(cast(bytes, person["address"]), "person.address") == "经十路1号"


async def test_it_is_logged_without_personal_data() -> None:
    await in_register(NUMBER)
    await register()
    entries = await LogEntry.select(LogEntry.noun, LogEntry.verb, LogEntry.facts)
    assert entries == [{"noun": "person", "verb": "register", "facts": ""}]


@pytest.mark.parametrize("school", ["山东大学(威海)", " 山东大学 （威海） ", "山东大学（威海）"])
async def test_width_and_spaces_do_not_make_another_school(school: str) -> None:
    await in_register(NUMBER)
    assert await register(school=school)


async def test_every_mismatch_reads_alike() -> None:
    await in_register(NUMBER)
    await in_register(id_number(sequence=14), cohort=2025)
    told = [
        await refusal(name="赵敏"),
        await refusal(school="山东师范大学"),
        await refusal(id_number=id_number(sequence=16)),
        await refusal(id_number=id_number(sequence=14)),
    ]
    assert all(messages == told[0] for messages in told)
    assert told[0][""].startswith("姓名、身份证号、毕业院校与2026届生源信息不一致")
    assert await Account.count() == 0


async def test_midnight_in_shanghai_ends_a_cohorts_year() -> None:
    await in_register(NUMBER)
    assert "2027届" in (await refusal(datetime(2026, 12, 31, 16, 0, tzinfo=UTC)))[""]
    assert await register(datetime(2026, 12, 31, 15, 59, tzinfo=UTC))


async def test_somebody_registered_is_asked_to_sign_in() -> None:
    await in_register(NUMBER)
    await register()
    assert await refusal(username="another") == {"": ALREADY}


async def test_a_youth_of_before_keeps_the_person_and_what_was_written() -> None:
    person = await here_before(NUMBER)
    await in_register(NUMBER)
    account = await register()
    row = (await Person.select())[0]
    assert (row["id"], row["account"], row["kind"], row["school"]) == (person, account, "graduate", SCHOOL)
    assert unseal(cast(bytes, row["address"]), "person.address") == "泉城路2号"


async def test_a_password_ends_what_name_and_number_alone_had_opened() -> None:
    person = await here_before(NUMBER)
    await in_register(NUMBER)
    await start_for_person(person, NOW)
    await register()
    assert await Session.count() == 0


async def test_a_number_held_under_another_name_is_for_the_office_to_clear() -> None:
    await here_before(NUMBER, "赵敏")
    await in_register(NUMBER)
    assert await refusal() == {"": HELD_BY_ANOTHER}


async def test_a_taken_user_name_is_told_at_its_field() -> None:
    await with_password("LinXiao")
    await in_register(NUMBER)
    assert list(await refusal()) == ["username"]


async def test_of_two_registrations_at_once_one_wins() -> None:
    await in_register(NUMBER)
    refused: list[dict[str, str]] = []

    async def attempt(username: str) -> None:
        try:
            await register(username=username)
        except Invalid as told:
            refused.append(told.messages)

    async with anyio.create_task_group() as group:
        for each in range(5):
            group.start_soon(attempt, f"linxiao{each}")
    assert refused == [{"": ALREADY}] * 4
    assert (await Account.count(), await Person.count()) == (1, 1)
