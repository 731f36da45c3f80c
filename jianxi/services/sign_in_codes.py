"""短信验证码 at 往届毕业生/社会青年登录: sent to the stored phone, five minutes, five tries, five codes an hour a person."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import blind_index, indexes
from jianxi.crypto.tokens import token_hash
from jianxi.domain.outcomes import Refused
from jianxi.domain.phones import mask_phone
from jianxi.domain.sign_in_limits import HOUR, Family, Limit, TooMany, Window, free_from
from jianxi.domain.texts import compact
from jianxi.messages import senders
from jianxi.messages.letters import Letter, Sender
from jianxi.messages.outcomes import Rejected, Uncertain, Undelivered
from jianxi.queries import policies, recipients
from jianxi.services import holds
from jianxi.tables.credentials import SignInCode as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

VALID = timedelta(minutes=5)
TRIES = 5
CODES = Window(5, HOUR)
TEXT = "验证码{}，5分钟内有效，用于登录就业见习管理系统。不是您本人操作的，请勿告诉任何人。"
NO_PHONE = "登录须短信验证码，而系统中没有您的手机号码。请携带身份证到区县人社部门登记手机号码后登录。"
NOT_SENT = "短信暂时发不出去，请稍后再登录。一直收不到的，请携带身份证到区县人社部门办理。"


@dataclass(frozen=True, slots=True)
class Begun:
    """`token` is the browser's; the phone as it may be shown."""

    token: str
    phone: str


@dataclass(frozen=True, slots=True)
class Tried:
    """`person` when the code was right; `left` tries otherwise, after none of them it starts again."""

    person: int | None
    left: int


async def is_needed(province: str, day: date) -> bool:
    """The parameter is on, and there is a way to send one."""
    if senders.sender("sms") is None:
        return False
    return (await policies.snapshot(province, day)).identity_needs_code


async def begin(person: int, now: datetime) -> Begun:
    """Sends a code. `Refused` without a phone or when it cannot be sent, `TooMany` after five within the hour."""
    phone, sender = (await recipients.of_person(person)).phone, senders.sender("sms")
    if not phone or sender is None:
        raise Refused(NO_PHONE)
    token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06d}"
    hashed = blind_index(_said(token, code))
    row = Row(person=person, opened_at=now, token_hash=token_hash(token), code_hash=hashed)
    async with unit_of_work():
        await holds.person(person)
        await Row.delete().where(Row.opened_at <= now - CODES.span)
        await _check_number(person, now)
        id = await insert(row)
    await _send(sender, Letter(phone, "", TEXT.format(code), f"code-{id}", now))
    return Begun(token, mask_phone(phone))


async def stands(token: str, now: datetime) -> bool:
    return await Row.exists().where(*_standing(token, now))


async def attempt(token: str, typed: str, now: datetime) -> Tried:
    """It counts before it is judged, so that tries at once count, too. A code that fitted fits once."""
    async with unit_of_work():
        counted = Row.update({Row.tries: Row.tries + 1}).where(*_standing(token, now))
        rows = await counted.returning(Row.id, Row.person, Row.code_hash, Row.tries)
        if not rows:
            return Tried(None, 0)
        row = rows[0]
        right = row["code_hash"] in indexes(_said(token, compact(typed)))
        if not right:
            return Tried(None, TRIES - row["tries"])
        await Row.update({Row.tries: TRIES}).where(Row.id == row["id"])
        held = await holds.person(row["person"])
        return Tried(None if held.is_released else row["person"], 0)


async def _check_number(person: int, now: datetime) -> None:
    rows = await Row.select(Row.opened_at).where(Row.person == person)
    until = free_from([row["opened_at"] for row in rows], CODES, now)
    if until is not None:
        raise TooMany(Limit.CODES, Family.IDENTITY, until, now)


async def _send(sender: Sender, letter: Letter) -> None:
    """After the transaction. What may have arrived is asked for."""
    try:
        await sender.send(letter)
    except (Undelivered, Rejected):
        raise Refused(NOT_SENT) from None
    except Uncertain:
        return
    except Exception as error:
        # A gateway that answers as nobody foresaw keeps nobody before a page of ours that is broken.
        raise Refused(NOT_SENT) from error


def _said(token: str, code: str) -> str:
    return f"sign-in code: {token} {code}"


def _standing(token: str, now: datetime) -> tuple[Combinable, ...]:
    return (Row.token_hash == token_hash(token), Row.opened_at > now - VALID, Row.tries < TRIES)
