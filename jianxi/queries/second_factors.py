"""动态口令 of an account: whether it is on, and whether its office asks for it."""

from dataclasses import dataclass
from datetime import date, datetime

from jianxi.crypto.sealing import unseal
from jianxi.queries import policies
from jianxi.tables.accounts import Official, Session
from jianxi.tables.credentials import RecoveryCode, SecondFactor
from jianxi.tables.log import LogEntry

SEAL = "account.totp"
USED = "recovery_code"
"""The verb of the log under which the use of a 恢复码 stands."""


@dataclass(frozen=True, slots=True)
class Factor:
    """As it stands; `secret` in base32."""

    secret: str
    last_step: int
    confirmed_at: datetime


async def of(account: int) -> Factor | None:
    row = await SecondFactor.select().where(SecondFactor.account == account).first()
    if row is None:
        return None
    return Factor(unseal(row["secret"], SEAL), row["last_step"], row["confirmed_at"])


async def is_on(account: int) -> bool:
    return bool(await SecondFactor.exists().where(SecondFactor.account == account))


async def shown_to(session: int) -> str:
    """The secret that this session was shown and has not confirmed, else ""."""
    row = await Session.select(Session.enrolment).where(Session.id == session).first()
    return unseal(row["enrolment"], SEAL) if row and row["enrolment"] else ""


async def recovery_used_at(account: int) -> datetime | None:
    """When a 恢复码 was taken last, since the second factor was turned on."""
    factor = await of(account)
    if factor is None:
        return None
    used = (LogEntry.noun == "account") & (LogEntry.record == account) & (LogEntry.verb == USED)
    query = LogEntry.select(LogEntry.at).where(used, LogEntry.at >= factor.confirmed_at)
    row = await query.order_by(LogEntry.id, ascending=False).first()
    at: datetime | None = row["at"] if row else None
    return at


async def is_needed(account: int, today: date) -> bool:
    """The parameter of the official's region says so; nobody else is ever asked."""
    row = await Official.select(Official.region).where(Official.account == account).first()
    return row is not None and (await policies.snapshot(row["region"], today)).officials_need_totp


async def codes_left(account: int) -> int:
    return int(await RecoveryCode.count().where(RecoveryCode.account == account))
