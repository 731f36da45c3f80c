"""登录次数限制 kept: a try is entered before it is looked at, as a wrong one, and corrected when it was right."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from weakref import WeakValueDictionary

from piccolo.columns import Column

from jianxi.domain import sign_in_limits as limits
from jianxi.domain.sign_in_limits import DAY, HOUR, Family
from jianxi.queries.sign_in_limits import COUNTED, Guess, passed
from jianxi.tables import turns
from jianxi.tables.sign_in import SignInFailure, SignInHour, SignInTry
from jianxi.tables.turns import Turn
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

FAILURES_KEPT = timedelta(days=30)
"""How long 「其间有3次」 looks back, and how long a row of a name that nobody has stays."""
TURNS = {
    Family.IDENTITY: Turn.SIGN_IN_IDENTITY,
    Family.ACCOUNT: Turn.SIGN_IN_ACCOUNT,
    Family.EMPLOYER: Turn.SIGN_IN_EMPLOYER,
}
_queues: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


class Outcome(StrEnum):
    """What came of a try."""

    WRONG = "wrong"
    LET_IN = "let_in"
    """In by age alone: whether the name is the number's nobody can say, so it counts as wrong, once."""
    AGAIN = "again"
    """The very same as one that was let in within the hour: it teaches nothing new."""
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Tried:
    """A try that was let through, and as what it was entered."""

    id: int
    guess: Guess
    entered: Outcome


async def admit(guess: Guess, now: datetime) -> Tried:
    """Let it through and count it, or raise `TooMany`. However many come at once, no more pass than the limits say."""
    # A flood mostly ends here, before it asks for the right to write.
    await _check(guess, now)
    async with unit_of_work():
        await turns.take(TURNS[guess.family])
        await _check(guess, now)
        entered = Outcome.AGAIN if await _is_repetition(guess, now) else Outcome.WRONG
        if entered is Outcome.WRONG and guess.against:
            await _hold_against(guess, now)
        id = await _enter(guess, entered, now)
        await _sweep(guess.family, now)
    return Tried(id, guess, entered)


@asynccontextmanager
async def one_by_one(guess: Guess) -> AsyncIterator[None]:
    """Around a try from its entry to its outcome: right ones that come at once (a shared account in the morning, a password
    manager that sends twice) are else taken for wrong ones, which they are entered as. Each process has a queue of its own: as
    many may meet as there are processes."""
    queue = _queues.setdefault(guess.against, asyncio.Lock())
    async with queue:
        yield


async def settle(tried: Tried, outcome: Outcome, *, told_later: bool = True) -> int:
    """What came of it. For a right one: how many wrong ones there were since the right one before; one that was let in
    counts among them unless it is not to be `told_later`."""
    guess = tried.guess
    told = Outcome.AGAIN if (tried.entered, outcome) == (Outcome.AGAIN, Outcome.LET_IN) else outcome
    if told is tried.entered:
        return 0
    async with unit_of_work():
        await turns.take(TURNS[guess.family])
        await SignInTry.update({SignInTry.outcome: str(told)}).where(SignInTry.id == tried.id)
        if told is Outcome.LET_IN and not told_later:
            await _leave_untold(guess)
        if outcome is not Outcome.RIGHT or not guess.against:
            return 0
        return max(0, await _forgive(guess) - (1 if tried.entered is Outcome.WRONG else 0))


async def _check(guess: Guess, now: datetime) -> None:
    refusal = await passed(guess, now)
    if refusal is not None:
        raise refusal


async def _is_repetition(guess: Guess, now: datetime) -> bool:
    if not guess.answer:
        return False
    mine = (SignInTry.against == guess.against) & (SignInTry.answer == guess.answer)
    let_in = SignInTry.outcome.is_in([str(Outcome.LET_IN), str(Outcome.AGAIN)])
    return bool(await SignInTry.exists().where(mine, let_in, SignInTry.at > now - HOUR))


async def _enter(guess: Guess, outcome: Outcome, now: datetime) -> int:
    if guess.family is Family.IDENTITY:
        hour = now.replace(minute=0, second=0, microsecond=0)
        await SignInHour.raw(
            "INSERT INTO sign_in_hour (hour, tries) VALUES ({}, 1) "
            "ON CONFLICT (hour) DO UPDATE SET tries = sign_in_hour.tries + 1",
            hour,
        )
    row = SignInTry(
        at=now,
        family=str(guess.family),
        address=guess.address,
        subject=guess.subject,
        against=guess.against,
        answer=guess.answer,
        area=guess.area,
        outcome=str(outcome),
    )
    return await insert(row)


async def _hold_against(guess: Guess, now: datetime) -> None:
    """One more wrong try, and the wait that it begins."""
    row = await SignInFailure.select().where(SignInFailure.against == guess.against).first()
    before = await _wrong_lately(guess, now)
    waits = limits.next_wait(before, row["waits"] if row else 0, row["until"] if row else None, now)
    until = now + limits.wait_after(waits) if waits else None
    if row is None:
        failure = SignInFailure(
            family=str(guess.family),
            subject=guess.subject,
            against=guess.against,
            wrong=1,
            waits=waits,
            until=until,
            last_at=now,
        )
        await insert(failure)
        return
    values: dict[Column | str, object] = {
        SignInFailure.wrong: row["wrong"] + 1,
        SignInFailure.waits: waits,
        SignInFailure.until: until,
        SignInFailure.last_at: now,
    }
    await SignInFailure.update(values).where(SignInFailure.id == row["id"])


async def _wrong_lately(guess: Guess, now: datetime) -> int:
    """Wrong tries within the window since the last right one."""
    mine = (SignInTry.against == guess.against) & (SignInTry.at > now - limits.WRONG.span)
    rows = await SignInTry.select(SignInTry.outcome).where(mine).order_by(SignInTry.id, ascending=False)
    counted = 0
    for row in rows:
        if row["outcome"] == Outcome.RIGHT:
            break
        counted += row["outcome"] in COUNTED
    return counted


async def _leave_untold(guess: Guess) -> None:
    """It limits further tries as before: those are counted by `sign_in_try`."""
    mine = (SignInFailure.against == guess.against) & (SignInFailure.wrong > 0)
    await SignInFailure.update({SignInFailure.wrong: SignInFailure.wrong - 1}).where(mine)


async def _forgive(guess: Guess) -> int:
    """Waits of this place end, those of other addresses stay; what was counted is told and begins anew."""
    of_subject = SignInFailure.subject == guess.subject
    rows = await SignInFailure.select(SignInFailure.wrong).where(of_subject)
    await SignInFailure.delete().where(SignInFailure.against == guess.against)
    await SignInFailure.update({SignInFailure.wrong: 0}).where(of_subject)
    return sum(row["wrong"] for row in rows)


async def _sweep(family: Family, now: datetime) -> None:
    """Of the own family alone: two families that sweep at once must not wait for each other's rows."""
    of_family = str(family)
    await SignInTry.raw("DELETE FROM sign_in_try WHERE family = {} AND at <= {}", of_family, now - HOUR)
    long_ago = now - FAILURES_KEPT
    await SignInTry.raw("DELETE FROM sign_in_failure WHERE family = {} AND last_at < {}", of_family, long_ago)
    if family is Family.IDENTITY:
        await SignInTry.raw("DELETE FROM sign_in_hour WHERE hour < {}", now - 8 * DAY)
