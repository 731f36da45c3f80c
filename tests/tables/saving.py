"""One small row to save, for tests about saving itself."""

from datetime import UTC, datetime

from jianxi.tables.accounts import Account
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

CREATED = datetime(2026, 11, 20, 2, 0, 0, 5, tzinfo=UTC)


def account(name: str) -> Account:
    return Account(username=name, username_key=name, password_hash="-", kind="employer", created_at=CREATED)


async def names() -> list[str]:
    return await Account.select(Account.username).order_by(Account.id).output(as_list=True)


async def save(name: str) -> int:
    async with unit_of_work():
        return await insert(account(name))
