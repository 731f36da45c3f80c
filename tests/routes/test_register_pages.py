"""单位注册 and 应届毕业生注册 over HTTP, by plain forms."""

from collections.abc import AsyncIterator

import httpx
import pytest

from jianxi import templating
from jianxi.domain import credit_code
from jianxi.queries import regions
from jianxi.tables.accounts import Account
from jianxi.tables.employers import Employer
from jianxi.tables.persons import Person
from tests.acquaintances import PASSWORD, SCHOOL, id_number, in_register
from tests.web.entering import WAYS
from tests.web.site import browser, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEW = {"phone": "13812345678", "password": PASSWORD, "password_again": PASSWORD}
UNIT = NEW | {
    "name": "云杉软件有限公司",
    "credit_code": credit_code.compose("370102", 1),
    "city": "370100",
    "county": "370102",
    "contact": "王芳",
    "username": "yunshan",
}
GRADUATE = NEW | {"name": "林晓", "id_number": id_number(), "school": SCHOOL, "username": "linxiao"}


@pytest.fixture
async def visitor() -> AsyncIterator[httpx.AsyncClient]:
    templating.use_directory(await regions.directory())
    async with browser(routes=WAYS) as client:
        yield client


async def send(visitor: httpx.AsyncClient, path: str, fields: dict[str, str]) -> httpx.Response:
    return await visitor.post(path, data={"csrf": await csrf_of(visitor), **fields})


async def test_every_county_of_the_province_is_offered_under_its_city(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/register/employer")).text
    assert '<optgroup label="济南市" data-of="370100">' in page
    assert page.count('value="370103"') == 1 and 'value="370402"' in page and 'value="110101"' not in page


async def test_a_unit_is_signed_in_and_taken_to_its_application(visitor: httpx.AsyncClient) -> None:
    answer = await send(visitor, "/register/employer", UNIT)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/employer/")
    assert "云杉软件有限公司" in (await visitor.get("/whoami")).text
    assert "注册成功，已登录" in (await visitor.get("/login")).text


async def test_a_graduate_is_signed_in_and_taken_to_the_intention_form(visitor: httpx.AsyncClient) -> None:
    await in_register(id_number())
    answer = await send(visitor, "/register/graduate", GRADUATE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/applicant/")
    assert "林晓" in (await visitor.get("/whoami")).text


@pytest.mark.parametrize(("path", "fields"), [("/register/employer", UNIT), ("/register/graduate", GRADUATE)])
async def test_what_was_typed_stays_except_passwords(
    visitor: httpx.AsyncClient, path: str, fields: dict[str, str]
) -> None:
    answer = await send(visitor, path, fields | {"phone": "138"})
    assert answer.status_code == 422
    assert fields["name"] in answer.text and fields["username"] in answer.text
    assert PASSWORD not in answer.text
    assert '<a href="#phone">' in answer.text


async def test_messages_stand_in_the_order_of_the_fields(visitor: httpx.AsyncClient) -> None:
    page = (await send(visitor, "/register/employer", {})).text
    wanted = [
        "name",
        "credit_code",
        "city",
        "county",
        "contact",
        "phone",
        "username",
        "password",
        "password_again",
    ]
    places = [page.index(f'<a href="#{name}">') for name in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("county", "110101", "县"),
        ("county", "370202", "不在所选的市"),
        ("county", "x", "6位数字"),
        ("name", "云\x07杉", "不可见"),
        ("name", "云" * 10_000, "您输入了10000个字"),
        ("contact", "王\u202e芳", "不可见"),
        ("credit_code", "91370102MA0000001A", "校验位不正确"),
        ("username", "云杉", "登录名应为4至32位"),
        ("username", "y" * 10_000, "登录名应为4至32位"),
        ("password", "123456789012", "太常见"),
        ("password", "p" * 10_000, "最多128位"),
        ("password_again", "another", "两次输入的密码不一致"),
    ],
)
async def test_bad_input_gets_a_message_and_writes_nothing(
    visitor: httpx.AsyncClient, field: str, text: str, sentence: str
) -> None:
    answer = await send(visitor, "/register/employer", UNIT | {field: text})
    assert answer.status_code == 422
    assert f'id="{field}-e">' in answer.text and sentence in answer.text
    assert await Account.count() == 0


async def test_fields_added_by_hand_change_nothing(visitor: httpx.AsyncClient) -> None:
    added = {
        "kind": "official",
        "disabled": "1",
        "id": "99",
        "account": "99",
        "chance_used_at": "x",
        "cohort": "2020",
    }
    await in_register(id_number())
    await send(visitor, "/register/employer", UNIT | added)
    await send(visitor, "/register/graduate", GRADUATE | added)
    assert [row["kind"] for row in await Account.select().order_by(Account.id)] == ["employer", "graduate"]
    assert (await Employer.select())[0]["account"] != 99
    assert (await Person.select())[0]["cohort"] == 2026


async def test_a_mismatch_points_to_the_way_of_earlier_graduates(visitor: httpx.AsyncClient) -> None:
    answer = await send(visitor, "/register/graduate", GRADUATE)
    assert "姓名、身份证号、毕业院校与2026届生源信息不一致" in answer.text
    assert 'href="/login/identity"' in answer.text


async def test_passwords_are_never_asked_for_over_an_address(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/register/graduate?password=abc&name=x")).text
    assert 'value="abc"' not in page and 'autocomplete="new-password"' in page
