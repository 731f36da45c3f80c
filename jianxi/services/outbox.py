"""Sends what the outbox holds, after the transaction that told it. Any number of processes may: each row is claimed first.

Claimed, sent, marked. Whoever is killed in between leaves a row that may have been sent: it becomes 不明, never sent twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import outbox
from jianxi.domain.outbox import LEASE, LOST, Channel, Ended, OutboxState
from jianxi.messages import senders
from jianxi.messages.letters import Letter, Sender
from jianxi.messages.outcomes import Rejected, Uncertain, Undelivered
from jianxi.queries import outbox as reading
from jianxi.queries import recipients
from jianxi.queries.outbox import Message
from jianxi.tables.notices import Outbox as Row
from jianxi.tables.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is to be sent, by what."""

    message: Message
    channel: Channel | None = None
    sender: Sender | None = None
    letter: Letter | None = None


async def send_some(site: str, now: datetime) -> dict[str, int]:
    """A few that are due: how many ended in which state, empty when nothing was left. `site`: the address to sign in at."""
    await _give_up_lost(now)
    claimed = await _claim(now, senders.at_once())
    if not claimed:
        return {}
    ended: dict[str, int] = {}
    results = [await _try(each, site, now) for each in claimed]
    async with unit_of_work():
        for attempt, result in results:
            await _mark(attempt, result, now)
            ended[result.state] = ended.get(result.state, 0) + 1
    return ended


async def send_all(site: str, now: datetime) -> dict[str, int]:
    """Everything that is due at that moment."""
    ended: dict[str, int] = {}
    while await reading.is_due(now):
        some = await send_some(site, now)
        if not some:
            break
        ended = {state: ended.get(state, 0) + some.get(state, 0) for state in {*ended, *some}}
    return ended


async def _claim(now: datetime, most: int) -> Sequence[Message]:
    """Whoever is second finds the row no longer waiting and has none. Nothing is claimed that cannot be read."""
    due = (Row.state == OutboxState.WAITING.value) & (Row.next_at <= now)
    first = Row.select(Row.id).where(due).order_by(Row.next_at, Row.id).limit(most)
    values: dict[Column | str, Any] = {
        Row.state: OutboxState.SENDING.value,
        Row.attempts: Row.attempts + 1,
        Row.lease_until: now + LEASE,
    }
    async with unit_of_work():
        ids = [row["id"] for row in await first]
        if not ids:
            return []
        claimed = await Row.update(values).where(Row.id.is_in(ids), due).returning(*reading.CLAIMED)
        return await reading.messages(claimed) if claimed else []


async def _give_up_lost(now: datetime) -> None:
    """Rows whose sender has not said in time how it went."""
    lost = (Row.state == OutboxState.SENDING.value) & (Row.lease_until <= now)
    if not await Row.exists().where(lost):
        return
    values: dict[Column | str, Any] = {
        Row.state: OutboxState.UNKNOWN.value,
        Row.lease_until: None,
        Row.fault: LOST,
    }
    async with unit_of_work():
        await Row.update(values).where(lost)


async def _attempt(message: Message, site: str) -> Attempt:
    """By mail where there is an address and a sender for it, else by SMS."""
    if message.person is not None:
        found = await recipients.of_person(message.person)
    else:
        found = await recipients.of_employer(message.employer or 0)
    for channel in Channel:
        sender, to = senders.sender(channel), found.at(channel)
        if sender is not None and to:
            text = outbox.text(channel, message.title, site)
            key, about = outbox.key(message.id, message.created_at), outbox.subject(message.title)
            return Attempt(message, channel, sender, Letter(to, about, text, key, message.created_at))
    return Attempt(message)


async def _try(message: Message, site: str, now: datetime) -> tuple[Attempt, Ended]:
    """Each for itself: an address that cannot be read (a lost key) holds up nobody else's message."""
    try:
        attempt = await _attempt(message, site)
    except Exception as error:  # noqa: BLE001
        # Nothing was sent yet, whatever it was.
        fault = f"收件地址读不出来：{type(error).__name__}"
        return Attempt(message), outbox.after_failure(message.attempts, now, fault)
    return attempt, await _sent(attempt, now)


async def _sent(attempt: Attempt, now: datetime) -> Ended:
    if attempt.sender is None or attempt.letter is None:
        return Ended(OutboxState.NOWHERE, now)
    try:
        await attempt.sender.send(attempt.letter)
    except Undelivered as failure:
        return outbox.after_failure(attempt.message.attempts, now, str(failure))
    except Rejected as refusal:
        return Ended(OutboxState.FAILED, now, str(refusal))
    except Uncertain as doubt:
        return Ended(OutboxState.UNKNOWN, now, str(doubt))
    except Exception as error:  # noqa: BLE001
        # Nobody knows how far a sender came that fails in a way of its own.
        return Ended(OutboxState.UNKNOWN, now, f"发送出错：{type(error).__name__}")
    return Ended(OutboxState.SENT, now)


async def _mark(attempt: Attempt, ended: Ended, now: datetime) -> None:
    """Also where the lease ran out meanwhile: what is known goes before 不明."""
    of = attempt.message
    mine = (Row.id == of.id) & (Row.attempts == of.attempts)
    open_still = Row.state.is_in([OutboxState.SENDING.value, OutboxState.UNKNOWN.value])
    values: dict[Column | str, Any] = {
        Row.state: ended.state.value,
        Row.channel: attempt.channel.value if attempt.channel else "",
        Row.next_at: ended.next_at,
        Row.lease_until: None,
        Row.sent_at: now if ended.state is OutboxState.SENT else None,
        Row.fault: ended.fault,
    }
    await Row.update(values).where(mine, open_still)
