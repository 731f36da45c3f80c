"""Between requests a server sends what the outbox holds and makes the day's reminders, and its end waits for a mail."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from jianxi.messages import senders
from jianxi.tables.engine import Engine
from jianxi.tables.notices import Notice, Outbox, Reminder
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.web.errands import Errands
from tests import cast, traineeships
from tests.cast_people import save
from tests.mail_server import Post

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)]
MORNING = datetime(2027, 2, 25, 1, tzinfo=UTC)
NIGHT = datetime(2027, 2, 24, 20, tzinfo=UTC)
"""Four o'clock in Shanghai."""
SITE = "https://jianxi.example.cn"


@pytest.fixture
def post() -> Iterator[Post]:
    sender = Post()
    senders.give(sms=sender)
    yield sender
    senders.give()


async def told(at: datetime = MORNING) -> None:
    unit = await cast.employer()
    row = Notice(employer=unit.employer, outbound=True, created_at=at)
    row.noun, row.record, row.verb, row.title, row.body, row.path = "base", 1, "x", "标题", "事情。", "/"
    await save(row)


async def test_it_sends_and_reminds_and_what_fails_is_tried_at_the_next_look(
    database: Engine, post: Post
) -> None:
    failures: list[Exception] = [OSError("away")]

    def clock() -> datetime:
        if failures:
            raise failures.pop()
        return MORNING

    await told()
    await traineeships.trainee()
    errands = Errands(clock, SITE, seconds=0.001, first_look=0)

    errands.begin()
    async with asyncio.timeout(20):
        while not await Outbox.exists().where(Outbox.state == "sent") or errands.reminded_on is None:
            assert failures == [] or not post.sent
            await asyncio.sleep(0)
    await errands.end()

    assert len(post.sent) >= 1 and await Reminder.count() == 1
    assert errands.reminded_on == MORNING.date()


async def test_a_reminder_that_fails_holds_up_no_other_and_is_not_tried_at_every_look(
    database: Engine, post: Post
) -> None:
    first, second = await traineeships.trainee(), await traineeships.trainee()
    stuck = f"BEFORE INSERT ON notice WHEN NEW.record = {first.placement} BEGIN SELECT RAISE(ABORT, 'x'); END"
    async with unit_of_work():
        await Notice.raw(f"CREATE TRIGGER stuck {stuck}")
    errands = Errands(lambda: MORNING, SITE, seconds=0.001, first_look=0)

    errands.begin()
    async with asyncio.timeout(20):
        while errands.reminded_on is None:
            assert await Reminder.count() <= 1
            await asyncio.sleep(0)
    await errands.end()

    assert [row["record"] for row in await Reminder.select()] == [second.placement]
    assert {row["employer"] or row["person"] for row in await Notice.select()} == {
        second.unit.employer,
        second.person.person,
    }


async def test_no_reminder_is_made_in_the_night(database: Engine, post: Post) -> None:
    await told(NIGHT)
    await traineeships.trainee()
    errands = Errands(lambda: NIGHT, SITE, seconds=0.001, first_look=0)

    errands.begin()
    async with asyncio.timeout(20):
        while not await Outbox.exists().where(Outbox.state == "sent"):
            assert not await Reminder.exists()
            await asyncio.sleep(0)
    await errands.end()

    assert errands.reminded_on is None


async def test_the_end_waits_for_a_message_under_way(database: Engine) -> None:
    going, allowed = asyncio.Event(), asyncio.Event()

    class Slow(Post):
        async def send(self, letter: object) -> None:
            going.set()
            await allowed.wait()

    await told()
    senders.give(sms=Slow())
    try:
        errands = Errands(lambda: MORNING, SITE, seconds=0.001)
        errands.begin()
        await asyncio.wait_for(going.wait(), 20)
        ending = asyncio.create_task(errands.end())
        await asyncio.sleep(0)
        assert not ending.done()
        allowed.set()
        await asyncio.wait_for(ending, 20)
    finally:
        senders.give()

    assert [row["state"] for row in await Outbox.select()] == ["sent"]
