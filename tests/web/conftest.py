"""Keys for all tests of the toolkit; a clock, a browser and an employer for those of sessions."""

from collections.abc import AsyncIterator

import httpx
import pytest

from jianxi.crypto import keys
from jianxi.tables.accounts import Account
from jianxi.tables.employers import Employer
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.web.entering import WAYS
from tests.web.site import TEN_IN_THE_MORNING, Circumstances, browser


@pytest.fixture(autouse=True)
def keyring() -> None:
    keys.configure("a secret of the tests that is long enough to be one", None)


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
async def visitor(circumstances: Circumstances) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(circumstances, WAYS) as client:
        yield client


@pytest.fixture
async def account() -> int:
    """云杉, an employer."""
    async with unit_of_work():
        row = Account(
            username="yunshan",
            username_key="yunshan",
            password_hash="",
            kind="employer",
            created_at=TEN_IN_THE_MORNING,
        )
        number = await insert(row)
        unit = Employer(
            account=number,
            name="云杉公司",
            name_key="云杉公司",
            credit_code="91370100MA3TEST00X",
            county="370102",
            contact="王",
            phone=b"",
            created_at=TEN_IN_THE_MORNING,
        )
        await insert(unit)
    return number
