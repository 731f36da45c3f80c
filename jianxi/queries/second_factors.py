"""动态口令 of an account: whether it is on, and whether its office asks for it."""

from dataclasses import dataclass
from datetime import date, datetime

from jianxi.crypto.sealing import unseal
from jianxi.queries import policies
from jianxi.tables.accounts import Official
from jianxi.tables.credentials import RecoveryCode, SecondFactor

SEAL = "account.totp"


@dataclass(frozen=True, slots=True)
class Factor:
    """As it stands; `secret` in base32."""

    secret: str
    last_step: int
    begun_at: datetime
    confirmed_at: datetime | None

    @property
    def is_on(self) -> bool:
        return self.confirmed_at is not None


async def of(account: int) -> Factor | None:
    row = await SecondFactor.select().where(SecondFactor.account == account).first()
    if row is None:
        return None
    return Factor(unseal(row["secret"], SEAL), row["last_step"], row["begun_at"], row["confirmed_at"])


async def is_on(account: int) -> bool:
    found = await of(account)
    return found is not None and found.is_on


async def is_needed(account: int, today: date) -> bool:
    """The parameter of the official's region says so; nobody else is ever asked."""
    row = await Official.select(Official.region).where(Official.account == account).first()
    return row is not None and (await policies.snapshot(row["region"], today)).officials_need_totp


async def codes_left(account: int) -> int:
    return int(await RecoveryCode.count().where(RecoveryCode.account == account))
