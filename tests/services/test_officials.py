"""主管部门账号: an office is a region, a user name is taken once, a weak password is refused."""

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.services import accounts, officials
from jianxi.tables.accounts import Account, Official
from jianxi.tables.engine import Engine
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
PASSWORD = "三更灯火五更鸡正是读书时"


async def test_an_official_added_for_a_county_signs_in_for_its_office(database: Engine) -> None:
    office = await officials.add("lixia", "370102", "李建国", PASSWORD, NOW)

    opened = await accounts.open_with("LIXIA", PASSWORD)
    row = await Official.select(Official.region).first()
    assert (office, opened is not None, row) == ("济南市历下区", True, {"region": "370102"})


@pytest.mark.parametrize(
    ("field", "username", "region", "password"),
    [
        ("username", "a b", "370102", PASSWORD),
        ("region", "lixia", "379999", PASSWORD),
        ("password", "lixia", "370102", "123456789012"),
        ("password", "lixia", "370102", "short"),
    ],
)
async def test_what_cannot_be_an_account_is_refused_by_field_and_writes_nothing(
    database: Engine, field: str, username: str, region: str, password: str
) -> None:
    with pytest.raises(Invalid) as caught:
        await officials.add(username, region, "李建国", password, NOW)

    assert list(caught.value.messages) == [field]
    assert await Account.count() == 0


async def test_a_user_name_that_differs_only_in_case_is_taken(database: Engine) -> None:
    await officials.add("lixia", "370102", "李建国", PASSWORD, NOW)

    with pytest.raises(Invalid, match="已被使用"):
        await officials.add("LiXia", "370103", "王敏", PASSWORD, NOW)
