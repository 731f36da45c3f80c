"""Whether a try to sign in is past a limit (登录次数限制), asked of the tries that the database has."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jianxi.crypto.sealing import blind_index
from jianxi.domain import sign_in_limits as limits
from jianxi.domain.citizen_id import CitizenId
from jianxi.domain.names import comparable
from jianxi.domain.periods import today
from jianxi.domain.sign_in_limits import HOUR, Family, Limit, TooMany, Window
from jianxi.queries.accounts import username_key
from jianxi.queries.networks import is_listed
from jianxi.tables.sign_in import SignInTry

COUNTED = ("wrong", "let_in")
"""Outcomes that a guesser learns from."""
OF_ADDRESS = "SELECT at FROM sign_in_try WHERE address = {} AND family = {} "
WRONG_OF_ADDRESS = OF_ADDRESS + "AND outcome IN ('wrong', 'let_in') "
WRONG_OF_AREA = "SELECT at FROM sign_in_try WHERE area = {} AND outcome IN ('wrong', 'let_in') "
OF_ALL = "SELECT at FROM sign_in_try WHERE family = {} "
NTH_NEWEST = "AND at > {} ORDER BY at DESC LIMIT 1 OFFSET {}"
NEWEST_BY_SUBJECT = (
    "SELECT subject, MAX(at) AS newest FROM sign_in_try "
    "WHERE address = {} AND family = {} AND at > {} GROUP BY subject"
)
"""Written out: a flood asks them all, and composing them costs more than their answers."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A try, by nothing but blind indexes; `network` is the visitor's address as it is counted, which is not stored."""

    family: Family
    network: str
    address: str
    subject: str = ""
    against: str = ""
    answer: str = ""
    area: str = ""


def of_identity(number: CitizenId, name: str, address: str) -> Guess:
    """By name and ID number: at sign-in or at 应届毕业生注册."""
    network, subject = limits.counted_as(address), _index("id", number.number)
    answer = _index("id and name", f"{number.number} {comparable(name)}")
    area = _index("area", f"{number.prefix} {number.born.year}")
    return Guess(Family.IDENTITY, network, _index("address", network), subject, subject, answer, area)


def of_account(username: str, address: str) -> Guess:
    """By user name and password: a wrong one is held against the account at this address alone, so that nobody can
    lock out somebody who sits elsewhere."""
    network, key = limits.counted_as(address), username_key(username)
    subject, against = _index("account", key), _index("account and address", f"{network} {key}")
    return Guess(Family.ACCOUNT, network, _index("address", network), subject, against)


def of_code(account: int, address: str) -> Guess:
    """动态口令: whoever guesses it knows the password, so a wrong one is held against the account wherever it comes from."""
    network, subject = limits.counted_as(address), _index("code", str(account))
    return Guess(Family.ACCOUNT, network, _index("address", network), subject, subject)


def of_employer(address: str) -> Guess:
    """单位注册 guesses at nothing; it is only not to be done by the thousand."""
    network = limits.counted_as(address)
    return Guess(Family.EMPLOYER, network, _index("address", network))


def _index(of: str, text: str) -> str:
    return blind_index(f"sign-in {of}: {text}")


async def passed(guess: Guess, now: datetime) -> TooMany | None:
    """The first limit that this try would pass."""
    for limit, ask in _LIMITS:
        until = await ask(guess, now)
        if until is not None and until > now:
            return TooMany(limit, guess.family, until, now)
    return None


async def _waits(guess: Guess, now: datetime) -> datetime | None:
    if not guess.against:
        return None
    rows = await SignInTry.raw("SELECT until FROM sign_in_failure WHERE against = {}", guess.against)
    until: datetime | None = rows[0]["until"] if rows else None
    return until


async def _address(guess: Guess, now: datetime) -> datetime | None:
    """An address that an office has listed is looked up only where the usual limits are passed."""
    until = await _address_times(guess, now, 1)
    if until is None or not await is_listed(guess.network, today(now)):
        return until
    return await _address_times(guess, now, limits.LISTED)


async def _address_times(guess: Guess, now: datetime, factor: int) -> datetime | None:
    mine = (guess.address, str(guess.family))
    found = [
        *[await _full(OF_ADDRESS, w.times(factor), now, *mine) for w in limits.PER_ADDRESS[guess.family]],
        *[await _full(WRONG_OF_ADDRESS, w.times(factor), now, *mine) for w in _wrong_windows(guess.family)],
    ]
    if guess.family is Family.IDENTITY:
        newest = await _newest_by_subject(guess, now)
        window = limits.IDS_PER_ADDRESS.times(factor)
        found.append(limits.free_for_another(newest, guess.subject, window, now))
    return max((until for until in found if until is not None), default=None)


def _wrong_windows(family: Family) -> tuple[Window, ...]:
    return limits.WRONG_PER_ADDRESS.get(family, ())


async def _full(statement: str, window: Window, now: datetime, *mine: str) -> datetime | None:
    """When the oldest of the `most` newest tries leaves the window; None while there are fewer."""
    rows = await SignInTry.raw(statement + NTH_NEWEST, *mine, now - window.span, window.most - 1)
    until: datetime | None = rows[0]["at"] + window.span if rows else None
    return until


async def _newest_by_subject(guess: Guess, now: datetime) -> dict[str, datetime]:
    since = now - limits.IDS_PER_ADDRESS.span
    rows = await SignInTry.raw(NEWEST_BY_SUBJECT, guess.address, str(guess.family), since)
    return {row["subject"]: _instant(row["newest"]) for row in rows}


def _instant(value: datetime | str) -> datetime:
    """SQLite forgets the type of a column in an aggregate."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


async def _area(guess: Guess, now: datetime) -> datetime | None:
    return await _full(WRONG_OF_AREA, limits.PER_AREA, now, guess.area) if guess.area else None


async def _overall(guess: Guess, now: datetime) -> datetime | None:
    """The week is asked only where an hour has been busy at all."""
    if guess.family is not Family.IDENTITY:
        return None
    everybody = str(guess.family)
    if await _full(OF_ALL, Window(limits.OVERALL_LEAST, HOUR), now, everybody) is None:
        return None
    return await _full(OF_ALL, Window(limits.overall(await _hours(now)), HOUR), now, everybody)


async def _hours(now: datetime) -> list[int]:
    """The numbers of the last week's whole hours."""
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    first = this_hour - timedelta(hours=limits.HOURS_OF_A_WEEK)
    rows = await SignInTry.raw(
        "SELECT tries FROM sign_in_hour WHERE hour >= {} AND hour < {}", first, this_hour
    )
    return [row["tries"] for row in rows]


_LIMITS = (
    (Limit.WRONG, _waits),
    (Limit.ADDRESS, _address),
    (Limit.AREA, _area),
    (Limit.OVERALL, _overall),
)
