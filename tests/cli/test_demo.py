"""The demo: made by the services alone, with somebody for every role and a record in every state that can be reached."""

import pytest

from jianxi.cli import demo_data
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.cli.demo_data.offices import SEATS
from jianxi.crypto.sealing import blind_index
from jianxi.queries import demo
from jianxi.services import accounts
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base
from jianxi.tables.engine import Engine
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)]


async def test_the_demo_has_records_in_every_state_and_somebody_for_every_role(database: Engine) -> None:
    lines = await demo_data.fill(NOW)

    assert {row["state"] for row in await Base.select(Base.state).distinct()} == {
        *("draft", "waiting_county", "waiting_city", "approved", "rejected", "suspended", "revoked")
    }
    assert {row["state"] for row in await Position.select(Position.state).distinct()} == {
        *("waiting_county", "waiting_city", "approved", "rejected", "published")
    }
    assert {row["state"] for row in await Application.select(Application.state).distinct()} == {
        *("waiting", "accepted", "rejected", "withdrawn", "cancelled")
    }
    assert {row["ended_by"] for row in await Application.select(Application.ended_by).distinct()} == {
        *("", "person", "employer")
    }
    assert await Application.exists().where(Application.switched_from.is_not_null())
    assert (await Position.count(), await Person.count()) == (40, 56)
    assert len(await demo.accounts()) == len(demo.ROLES)
    assert any(PASSWORD in line for line in lines)


async def test_an_office_of_the_demo_signs_in_with_the_password_that_is_printed(database: Engine) -> None:
    await demo_data.fill(NOW)

    opened = await accounts.open_with(SEATS[0].username, PASSWORD)

    assert opened is not None


async def test_the_id_numbers_that_are_printed_are_those_of_people_who_are_there(database: Engine) -> None:
    lines = await demo_data.fill(NOW)

    printed = [line.split("：")[-1].split() for line in lines if "姓名和身份证号登录" in line]
    names = {
        row["name"]
        for _, number in printed
        for row in await Person.select(Person.name).where(Person.id_index == blind_index(number))
    }
    assert names == {"周雨桐", "孟晓䶮"}
