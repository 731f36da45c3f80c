"""动态口令: shown to whoever knows the password, confirmed by a first code, asked for at sign-in, and taken off again.

A secret that waits for its first code belongs to the one session or half-open sign-in that was shown it: nobody else who
knows the password sees it or can confirm it.
"""

import secrets
from datetime import datetime
from enum import StrEnum

from jianxi.crypto import sealing, totp
from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.texts import compact
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import account_owners
from jianxi.queries import second_factors as reading
from jianxi.queries.own_sessions import Holder
from jianxi.services import log
from jianxi.services.account_holds import hold, raise_version, unchanged, unlocked
from jianxi.services.own_account import CHANGED, proven
from jianxi.tables.accounts import Session
from jianxi.tables.credentials import HalfOpen, RecoveryCode, SecondFactor
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

CODES = 10
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without what is misread."""
WRONG = "动态口令不正确或已用过。请核对手机时间，填写应用中当前显示的6位数字"
ON_ALREADY = "动态口令已经启用。"
NOT_BEGUN = "请先按“启用动态口令”，再填写动态口令。"
NEEDED = "本地区要求主管部门账号使用动态口令，不能停用。更换手机的，请联系系统管理员重置。"
FIELD = "current_password"


class Way(StrEnum):
    """What the second factor was."""

    CODE = "code"
    RECOVERY = "recovery"


async def begin(holder: Holder, password: str, address: str, now: datetime) -> None:
    """A secret to be shown to this session, unless one is: who sends it twice finds the same. `Refused` when it is on
    already; for a wrong password as `proven` says."""
    owner = await proven(holder, password, FIELD, address, now)
    async with unit_of_work():
        if not await hold(unchanged(owner.official.account, owner.password_hash)):
            raise Stale(CHANGED)
        if await reading.is_on(owner.account):
            raise Refused(ON_ALREADY)
        unshown = (Session.id == holder.session) & Session.enrolment.is_null()
        await Session.update({Session.enrolment: fresh_secret()}).where(unshown)


async def confirm(by: OfficialViewer, session: int, typed: str, now: datetime) -> list[str]:
    """启用动态口令 by a first code of the secret that this session was shown; answers the 恢复码, told only now."""
    async with unit_of_work():
        await raise_version(unlocked(by.account))
        return await switch_on(by, await reading.shown_to(session), typed, now)


async def switch_on(by: OfficialViewer, secret: str, typed: str, now: datetime) -> list[str]:
    """Inside a unit of work that holds the account. Whatever others were shown ends, and their half-open sign-ins."""
    if not secret or await reading.is_on(by.account):
        raise Refused(NOT_BEGUN if not secret else ON_ALREADY)
    step = totp.fitting(secret, compact(typed), now)
    if step is None:
        raise Invalid({"code": WRONG})
    await HalfOpen.delete().where(HalfOpen.account == by.account)
    await Session.update({Session.enrolment: None}).where(Session.account == by.account)
    sealed = sealing.seal(secret, reading.SEAL)
    await insert(SecondFactor(account=by.account, secret=sealed, last_step=step, confirmed_at=now))
    codes = [_recovery_code() for _ in range(CODES)]
    for code in codes:
        await insert(RecoveryCode(account=by.account, code_hash=sealing.blind_index(_plain(code))))
    await log.record(by, now, "account", by.account, "totp_on")
    return codes


async def remove(holder: Holder, password: str, address: str, now: datetime) -> None:
    """停用动态口令 of one's own, with the password. `Refused` where the office asks for it."""
    await _check_free(holder.account, now)
    owner = await proven(holder, password, FIELD, address, now)
    async with unit_of_work():
        if not await raise_version(unchanged(owner.account, owner.password_hash)):
            raise Stale(CHANGED)
        await _check_free(owner.account, now)
        await switch_off(owner.official, owner.account, now)


async def switch_off(by: OfficialViewer | log.System, account: int, now: datetime) -> None:
    """Secret and 恢复码 go, logged only if there were any; inside a unit of work that holds the account."""
    gone = await SecondFactor.delete().where(SecondFactor.account == account).returning(SecondFactor.id)
    await RecoveryCode.delete().where(RecoveryCode.account == account)
    if gone:
        await log.record(by, now, "account", account, "totp_off")


async def _check_free(account: int | None, now: datetime) -> None:
    if account is not None and await reading.is_needed(account, periods.today(now)):
        raise Refused(NEEDED)


async def take(account: int, typed: str, now: datetime) -> Way | None:
    """Whether it is a code of now or a 恢复码, none of which fits twice; inside a unit of work."""
    found = await reading.of(account)
    if found is None:
        return None
    plain = _plain(typed)
    step = totp.fitting(found.secret, plain, now, found.last_step)
    if step is not None:
        return Way.CODE if await _take(account, step) else None
    mine = (RecoveryCode.account == account) & RecoveryCode.code_hash.is_in(list(sealing.indexes(plain)))
    if not await RecoveryCode.delete().where(mine).returning(RecoveryCode.id):
        return None
    owner = await account_owners.of(account, periods.today(now))
    left = await reading.codes_left(account)
    await log.record(owner.viewer, now, "account", account, reading.USED, facts={"left": left})
    return Way.RECOVERY


async def _take(account: int, step: int) -> bool:
    """False when the same code came twice at once and the other was first."""
    newer = (SecondFactor.account == account) & (SecondFactor.last_step < step)
    taken = SecondFactor.update({SecondFactor.last_step: step}).where(newer)
    return bool(await taken.returning(SecondFactor.id))


def fresh_secret() -> bytes:
    """Sealed, to be shown."""
    return sealing.seal(totp.new_secret(), reading.SEAL)


def _plain(typed: str) -> str:
    return compact(typed).upper().replace("-", "")


def _recovery_code() -> str:
    """Ten characters in two groups: 49 bits."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"{symbols[:5]}-{symbols[5:]}"
