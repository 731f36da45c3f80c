"""单位注册 and the opening of an account by its password."""

import anyio
import pytest

from jianxi.crypto.sealing import unseal
from jianxi.domain import credit_code
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import in_shanghai
from jianxi.forms.accounts import EmployerRegistration
from jianxi.forms.reading import read
from jianxi.services.accounts import open_with, register_employer
from jianxi.tables.accounts import Account
from jianxi.tables.employers import Employer
from jianxi.tables.log import LogEntry
from tests.acquaintances import PASSWORD, with_password
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
CODE = credit_code.compose("370102", 1)


async def register(**typed: str) -> int:
    fields = {
        "name": "云杉软件有限公司",
        "credit_code": CODE,
        "city": "370100",
        "county": "370102",
        "contact": "王芳",
        "phone": "13812345678",
        "username": "yunshan",
        "password": PASSWORD,
        "password_again": PASSWORD,
    } | typed
    given = read(EmployerRegistration, {k: [v] for k, v in fields.items()}, in_shanghai(NOW).date())
    return await register_employer(given, "370000", NOW)


async def refusal(**typed: str) -> dict[str, str]:
    with pytest.raises(Invalid) as told:
        await register(**typed)
    return told.value.messages


async def test_a_unit_is_written_with_its_phone_sealed() -> None:
    account = await register()
    row = (await Employer.select())[0]
    assert (row["account"], row["credit_code"], row["county"]) == (account, CODE, "370102")
    assert unseal(row["phone"], "employer.phone") == "13812345678"


async def test_a_registration_is_logged_once() -> None:
    await register()
    assert await LogEntry.select(LogEntry.noun, LogEntry.verb) == [{"noun": "employer", "verb": "register"}]


async def test_one_credit_code_has_one_account() -> None:
    await register()
    told = await refusal(username="another")
    assert told["credit_code"].startswith("该统一社会信用代码已注册")
    assert await Account.count() == 1


async def test_user_names_are_the_same_in_any_case() -> None:
    await register()
    told = await refusal(username="YunShan", credit_code=credit_code.compose("370102", 2))
    assert list(told) == ["username"]


@pytest.mark.parametrize(
    ("city", "county"),
    [("110100", "110101"), ("370100", "370199"), ("370100", "370202"), ("370200", "370102")],
)
async def test_a_place_outside_the_province_or_of_another_city_is_refused(city: str, county: str) -> None:
    assert list(await refusal(city=city, county=county)) == ["county"]
    assert await Account.count() == 0


async def test_of_twenty_registrations_at_once_one_wins() -> None:
    refused: list[list[str]] = []

    async def attempt(username: str) -> None:
        try:
            await register(username=username)
        except Invalid as told:
            refused.append(list(told.messages))

    async with anyio.create_task_group() as group:
        for each in range(20):
            group.start_soon(attempt, f"yunshan{each}")
    assert refused == [["credit_code"]] * 19
    assert (await Account.count(), await Employer.count()) == (1, 1)


async def test_a_right_password_opens_in_any_case_of_the_name() -> None:
    account = await with_password("Yunshan", "employer", last_sign_in_at=NOW)
    opened = await open_with(" YUNSHAN ", PASSWORD)
    assert opened is not None
    assert (opened.account, opened.kind, opened.previous) == (account, "employer", NOW)


@pytest.mark.parametrize(
    ("username", "password"), [("yunshan", "x"), ("nobody", PASSWORD), ("y" * 10_000, "p" * 10_000)]
)
async def test_a_wrong_name_or_password_opens_nothing(username: str, password: str) -> None:
    await with_password("yunshan", "employer")
    assert await open_with(username, password) is None


async def test_a_disabled_account_opens_nothing() -> None:
    await with_password("yunshan", "employer", disabled=True)
    assert await open_with("yunshan", PASSWORD) is None
