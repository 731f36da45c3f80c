"""What becomes of a message that leaves the house (通知 by mail or SMS): its states, when it is tried again, what it says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class OutboxState(StrEnum):
    """What is stored of a message."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """不明: it may have arrived, so it is not sent again."""
    FAILED = "failed"
    NOWHERE = "nowhere"
    """There is no address, or no sender for the one there is."""


class Channel(StrEnum):
    """By what; the first one that has an address and a sender is taken."""

    MAIL = "mail"
    SMS = "sms"


PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720))
"""Before the second attempt, the third …; after the last of them nothing is tried any more."""
LEASE = timedelta(minutes=10)
"""So long may one attempt take; whoever has not said by then how it went may have sent it."""
LOST = "发送中断，不能确定是否已送达"


@dataclass(frozen=True, slots=True)
class Ended:
    """How an attempt ended: the state it leads to, when the next one comes, and what it failed of."""

    state: OutboxState
    next_at: datetime
    fault: str = ""


def after_failure(attempts: int, now: datetime, fault: str) -> Ended:
    """Certainly not delivered: once more after a pause, until the pauses are used up."""
    if attempts > len(PAUSES):
        return Ended(OutboxState.FAILED, now, fault)
    return Ended(OutboxState.WAITING, now + PAUSES[attempts - 1], fault)


def subject(title: str) -> str:
    return f"就业见习管理系统：{title}"


def text(channel: Channel, title: str, site: str) -> str:
    """No name, no reason, no number: whoever reads along learns nothing of the case."""
    if channel is Channel.SMS:
        return f"您有一条新通知：{title}，请登录就业见习管理系统查看。"
    return f"您有一条新通知：{title}，请登录查看：\n{site}\n\n本邮件由就业见习管理系统自动发出，请勿回复。\n"


def key(id: int, at: datetime) -> str:
    """The same for every attempt at the same message, another one for every other message."""
    return f"notice-{id}-{at:%Y%m%d%H%M%S}"
