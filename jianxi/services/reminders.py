"""提醒: what the day asks somebody to be told of. Run as often as one likes: a unique row keeps each from being sent twice."""

from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta

from jianxi.domain import notices, reminders
from jianxi.domain.notice_lines import Audience
from jianxi.domain.outcomes import Unavailable
from jianxi.domain.periods import spoken, today
from jianxi.domain.regions import city_of
from jianxi.domain.reminders import AHEAD, Kind
from jianxi.queries import notice_facts, policies, regions
from jianxi.queries import reminders as reading
from jianxi.queries.notice_facts import Concerned
from jianxi.queries.policies import Policies
from jianxi.queries.reminders import Due, Waits
from jianxi.services import notices as telling
from jianxi.tables.conflicts import Conflict
from jianxi.tables.notices import Reminder
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

YOUNGEST = timedelta(days=1)
"""Nothing is missing or late on its first day, whatever the parameters say."""
ONCE = "reminder_once"
"""The index that keeps each reminder to one."""
Failed = Callable[[str, int, Exception], None]
"""Is told of a record with which something went wrong: its noun, its id, what was raised."""


def _raise(noun: str, record: int, error: Exception) -> None:
    raise error


async def run(now: datetime, failed: Failed = _raise) -> int:
    """Everything that is due today; answers how many were sent. One record that fails holds up no other, unless the
    database itself is away."""
    sent, rules = 0, dict[str, Policies]()
    async for due, level, waits in _due(now):
        try:
            if waits is None or await _is_late(due.kind, waits, today(now), rules):
                sent += await _send(due, level, now)
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001
            failed(due.noun, due.record, error)
    return sent


async def _due(now: datetime) -> AsyncIterator[tuple[Due, str, Waits | None]]:
    """Also what waits and may not be late yet."""
    for kind in AHEAD:
        after = 0
        while found := await reading.by_date(kind, today(now), after):
            for due in found:
                yield due, "", None
            after = found[-1].place
    for kind, noun, level, statement in reading.WAITS:
        after = 0
        while waiting := await reading.by_waiting(statement, kind, now - YOUNGEST, after):
            for each in waiting:
                yield Due(kind, noun, each.record, today(each.since), each.record), level, each
            after = waiting[-1].record


async def _is_late(kind: Kind, waits: Waits, day: date, known: dict[str, Policies]) -> bool:
    since, rules = today(waits.since), await _rules(waits.county, day, known)
    if kind is Kind.REVIEW_WAITING:
        return reminders.is_over(since, rules.day, rules.review_working_days)
    return reminders.is_missing(since, rules.day, rules.upload_reminder_days)


async def _rules(county: str, day: date, known: dict[str, Policies]) -> Policies:
    """The city's, read once a run."""
    city = city_of(county)
    if city not in known:
        known[city] = await policies.snapshot(city, day)
    return known[city]


async def _send(due: Due, level: str, now: datetime) -> bool:
    """False when another process was first."""
    row = Reminder(kind=due.kind.value, noun=due.noun, record=due.record, for_on=due.day, sent_at=now)
    try:
        async with unit_of_work():
            await insert(row)
            found = await notice_facts.of(due.noun, due.record)
            await telling.write(
                [each for concerned in found for each in await _rows(due, level, concerned, now)]
            )
    except Conflict as conflict:
        if conflict.constraint_name != ONCE:
            raise
        return False
    return True


async def _rows(due: Due, level: str, concerned: Concerned, now: datetime) -> list[telling.Row]:
    office = await regions.office_name(concerned.office)
    said = {"day": spoken(due.day), "matter": reminders.MATTERS.get(due.noun, ""), "acted_by": office}
    told = Concerned({**concerned.words, **said}, concerned.ids)
    rows: list[telling.Row] = []
    for line in reminders.LINES[due.kind]:
        to = Audience(level) if level else line.audience
        whom, side = telling.audience(to, told), notices.side_of(to)
        if whom is None:
            continue
        ask = "" if side == "office" else notices.whom_to_ask("office", side, told.words)
        text = notices.text(line, told.words, "", ask)
        rows.append(telling.row(whom, side, told, text, (due.noun, due.record, due.kind.value, now)))
    return rows
