"""动态口令: shown, confirmed by a first code, asked for at sign-in, and taken off again; 恢复码 stand in for it."""

import secrets
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto import sealing, totp
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.texts import compact
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import second_factors as reading
from jianxi.services import log
from jianxi.tables.credentials import RecoveryCode, SecondFactor
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

CODES = 10
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without what is misread."""
WRONG = "动态口令不正确或已用过。请核对手机时间，填写应用中当前显示的6位数字"
ON_ALREADY = "动态口令已经启用。"


async def begin(account: int, now: datetime) -> None:
    """A secret to be shown, unless one is: who reloads the page finds the same. `Refused` when it is on already."""
    async with unit_of_work():
        found = await reading.of(account)
        if found is not None and found.is_on:
            raise Refused(ON_ALREADY)
        if found is None:
            await insert(_row(account, now))


async def begin_anew(account: int, now: datetime) -> None:
    """Another secret than the one that was shown, for enrolment at sign-in: somebody else may have seen that one."""
    async with unit_of_work():
        await SecondFactor.delete().where(
            SecondFactor.account == account, SecondFactor.confirmed_at.is_null()
        )
        await insert(_row(account, now))


def _row(account: int, now: datetime) -> SecondFactor:
    secret = sealing.seal(totp.new_secret(), reading.SEAL)
    return SecondFactor(account=account, secret=secret, begun_at=now)


async def confirm(by: OfficialViewer, typed: str, now: datetime) -> list[str]:
    """启用动态口令 by a first code; answers the 恢复码, told only now."""
    codes = [_recovery_code() for _ in range(CODES)]
    async with unit_of_work():
        found = await reading.of(by.account)
        if found is None or found.is_on:
            raise Refused(ON_ALREADY if found else "请先按“启用动态口令”，再填写动态口令。")
        step = totp.fitting(found.secret, compact(typed), now)
        if step is None:
            raise Invalid({"code": WRONG})
        await _take(by.account, step, {SecondFactor.confirmed_at: now})
        for code in codes:
            await insert(RecoveryCode(account=by.account, code_hash=sealing.blind_index(_plain(code))))
        await log.record(by, now, "account", by.account, "totp_on")
    return codes


async def clear(by: OfficialViewer | log.System, account: int, now: datetime) -> bool:
    """停用: secret and 恢复码 go. Whether there was one; logged only then."""
    async with unit_of_work():
        gone = await SecondFactor.delete().where(SecondFactor.account == account).returning(SecondFactor.id)
        await RecoveryCode.delete().where(RecoveryCode.account == account)
        if gone:
            await log.record(by, now, "account", account, "totp_off")
    return bool(gone)


async def take(account: int, typed: str, now: datetime) -> bool:
    """Whether it is a code of now or a 恢复码, none of which fits twice; inside a unit of work."""
    found = await reading.of(account)
    if found is None or not found.is_on:
        return False
    plain = _plain(typed)
    step = totp.fitting(found.secret, plain, now, found.last_step)
    if step is not None:
        return await _take(account, step, {})
    mine = (RecoveryCode.account == account) & RecoveryCode.code_hash.is_in(list(sealing.indexes(plain)))
    return bool(await RecoveryCode.delete().where(mine).returning(RecoveryCode.id))


async def _take(account: int, step: int, more: dict[Column | str, Any]) -> bool:
    """False when the same code came twice at once and the other was first."""
    newer = (SecondFactor.account == account) & (SecondFactor.last_step < step)
    values: dict[Column | str, Any] = {SecondFactor.last_step: step, **more}
    return bool(await SecondFactor.update(values).where(newer).returning(SecondFactor.id))


def _plain(typed: str) -> str:
    return compact(typed).upper().replace("-", "")


def _recovery_code() -> str:
    """Ten characters in two groups: 49 bits."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"{symbols[:5]}-{symbols[5:]}"
