"""Who is in the register and who has been here before, for the tests of sign-in and registration."""

from datetime import date
from typing import Any

from jianxi.crypto import sealing
from jianxi.crypto.passwords import hash_password
from jianxi.domain import citizen_id
from jianxi.tables.accounts import Account
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.conftest import NOW

PASSWORD = "晴天 散步 42 公里呀"
SCHOOL = "山东大学（威海）"


def id_number(born: date = date(2003, 5, 6), sequence: int = 12) -> str:
    return citizen_id.compose("370102", born, sequence)


async def in_register(number: str, name: str = "林晓", cohort: int = 2026, school: str = SCHOOL) -> int:
    """A row of 生源信息库."""
    row = Graduate(
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        name=name,
        sex="女",
        born=date(2003, 5, 6),
        nation="汉族",
        school=school,
        major="软件工程",
        degree="本科",
        cohort=cohort,
        origin="370102",
        address=sealing.seal("经十路1号", "person.address"),
        digest=number,
        imported_at=NOW,
    )
    async with unit_of_work():
        return await insert(row)


async def here_before(
    number: str, name: str = "林晓", account: int | None = None, kind: str = "youth"
) -> int:
    """A person whose intention form was submitted once."""
    row = Person(
        account=account,
        kind=kind,
        name=name,
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        sex="女",
        born=date(2003, 5, 6),
        address=sealing.seal("泉城路2号", "person.address"),
        created_at=NOW,
    )
    async with unit_of_work():
        return await insert(row)


async def with_password(username: str, kind: str = "graduate", disabled: bool = False, **more: Any) -> int:
    row = Account(
        username=username,
        username_key=username.lower(),
        password_hash=await hash_password(PASSWORD),
        kind=kind,
        disabled=disabled,
        created_at=NOW,
        **more,
    )
    async with unit_of_work():
        return await insert(row)
