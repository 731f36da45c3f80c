"""提醒: each once for one record and one date, whoever runs them how often, and none for what is settled."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from jianxi.queries import reminders as reading
from jianxi.services import placements, policies, reminders
from jianxi.tables.engine import Engine
from jianxi.tables.notices import Notice, Reminder
from jianxi.tables.placements import Insurance, Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast, traineeships
from tests.cast import JINAN, LIXIA
from tests.cast_people import save
from tests.conftest import NOW
from tests.registrations import form
from tests.traineeships import END, trainee

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


async def told() -> list[tuple[object, str]]:
    rows = await Notice.select().order_by(Notice.id)
    return [(row["employer"] or row["person"] or row["office"], row["title"]) for row in rows]


async def test_the_end_is_told_30_and_7_days_before_each_once(database: Engine) -> None:
    found = await trainee()
    days = [31, 30, 29, 8, 7, 6, 0, -1]

    sent = [await reminders.run(morning(END - timedelta(days=before))) for before in days]

    assert sent == [0, 1, 0, 0, 1, 0, 0, 0]
    both = (found.unit.employer, found.person.person)
    assert await told() == [(who, f"见习期{days}天内届满") for days in (30, 7) for who in both]
    first = await Notice.select().order_by(Notice.id).first()
    assert first is not None and "到2027年2月28日届满" in first["body"] and "如有疑问" in first["body"]
    assert first["path"] == f"/employer/placements/{found.placement}"
    assert [each.label for each in await reading.of(found.placement)] == [
        "见习期7天内届满",
        "见习期30天内届满",
    ]


async def test_processes_at_once_and_one_that_starts_anew_send_none_twice(database: Engine) -> None:
    for _ in range(4):
        await trainee()
    day = morning(END - timedelta(days=20))

    sent = await asyncio.gather(*(reminders.run(day) for _ in range(3)))

    assert sum(sent) == 4 and await reminders.run(day) == 0
    assert await Reminder.count() == 4 and len(await told()) == 8


@only_sqlite
async def test_a_day_on_which_no_server_was_up_is_made_up_for(database: Engine) -> None:
    await trainee()

    assert [await reminders.run(morning(END - timedelta(days=before))) for before in (12, 3)] == [1, 1]


@only_sqlite
async def test_who_left_is_retained_or_was_never_approved_is_not_reminded_of_the_end(
    database: Engine,
) -> None:
    await traineeships.departure((await trainee()).placement, "approved")
    await traineeships.retention((await trainee()).placement)
    still = await trainee()
    await traineeships.departure(still.placement, "refused")

    assert await reminders.run(morning(END - timedelta(days=5))) >= 1
    assert {whom for whom, title in await told() if "7天" in title} == {
        still.unit.employer,
        still.person.person,
    }


@only_sqlite
async def test_an_insurance_that_ends_before_the_period_is_told_to_the_unit(database: Engine) -> None:
    found = await trainee()
    ends = date(2026, 11, 27)
    made: dict[str, Any] = {"kind": "accident", "first_day": traineeships.START, "last_day": ends}
    await save(Insurance(placement=found.placement, place=2, **made))

    sent = [await reminders.run(NOW + timedelta(days=later)) for later in (-1, 0, 1)]

    assert sent == [0, 1, 0]
    assert await told() == [(found.unit.employer, "见习保险7天内到期")]


@only_sqlite
async def test_what_was_not_uploaded_is_told_after_the_days_of_the_parameter(database: Engine) -> None:
    start = NOW - timedelta(days=3)
    unsigned = await trainee("unsigned", state_since=start)
    left = await trainee()
    certificate = await traineeships.departure(left.placement, "waiting_certificate", state_since=start)
    refused: dict[str, Any] = {"decided_from": "waiting_office", "certificate": 0, "uploads": 0}
    await traineeships.departure((await trainee()).placement, "rejected", state_since=start, **refused)

    before = await reminders.run(start + timedelta(days=6))
    after = await reminders.run(start + timedelta(days=7))
    again = await reminders.run(start + timedelta(days=30))
    await policies.set_value("upload_reminder_days", "2", JINAN, date(2026, 1, 1), "通知", NOW)
    late = await trainee("unsigned", state_since=NOW - timedelta(days=2))
    sooner = await reminders.run(NOW)

    assert (before, after, again, sooner) == (0, 2, 0, 1)
    units = [unsigned.unit.employer, left.unit.employer, late.unit.employer]
    titles = ["见习协议未上传", "解除协议证明未上传", "见习协议未上传"]
    assert await told() == list(zip(units, titles, strict=True)) and certificate


@only_sqlite
async def test_a_registration_mended_after_a_rejection_misses_its_agreement_from_that_day(
    database: Engine,
) -> None:
    unit, person = await cast.employer(), await cast.person()
    place = await cast.position(await cast.base(unit))
    id = await placements.record(unit, await cast.application(person, place, "accepted"), form(), NOW)
    mended, again = NOW + timedelta(days=8), NOW + timedelta(days=9)
    async with unit_of_work():
        await Placement.update({Placement.state: "rejected", Placement.uploads: 1}).where(Placement.id == id)

    await placements.edit(unit, id, 1, form(mentor="李梅"), mended)
    await placements.edit(unit, id, 2, form(mentor="周强"), again)

    sent = [await reminders.run(mended + timedelta(days=later)) for later in (6, 7, 30)]
    body = (await Notice.select().order_by(Notice.id, ascending=False))[0]["body"]
    assert sent == [0, 1, 0] and "自2026年11月28日起一直没有上传" in body


@only_sqlite
async def test_one_that_fails_is_told_with_its_id_and_holds_up_no_other(database: Engine) -> None:
    first, second = await trainee(), await trainee()
    async with unit_of_work():
        stuck = f"BEFORE INSERT ON notice WHEN NEW.record = {first.placement} "
        await Notice.raw(f"CREATE TRIGGER stuck {stuck} BEGIN SELECT RAISE(ABORT, 'x'); END")
    failed: list[tuple[str, int]] = []

    sent = await reminders.run(
        morning(END - timedelta(days=9)), lambda noun, record, _: failed.append((noun, record))
    )

    assert failed == [("placement", first.placement)] and sent == 1
    assert [row["record"] for row in await Reminder.select()] == [second.placement]


@only_sqlite
async def test_a_review_that_waits_over_its_days_is_told_to_the_office_at_which_it_waits(
    database: Engine,
) -> None:
    friday = datetime(2026, 11, 20, 2, tzinfo=UTC)
    unit = await cast.employer()
    base = await cast.base(unit)
    await cast.base(await cast.employer(), "waiting_county", submitted_at=friday)
    await cast.position(base, "waiting_city", submitted_at=friday, county_passed_at=friday)
    await trainee("waiting", waits_since=friday)
    appeal = (await trainee(level="city")).placement
    await traineeships.departure(appeal, "waiting_office", state_since=friday)

    within = await reminders.run(friday + timedelta(days=7))
    over = await reminders.run(friday + timedelta(days=10))
    again = await reminders.run(friday + timedelta(days=40))

    assert (within, over, again) == (0, 4, 0)
    assert sorted(await told()) == sorted(
        (region, "审核已超过办理期限") for region in (LIXIA, LIXIA, JINAN, JINAN)
    )
    bodies = {row["body"].split("\n")[0] for row in await Notice.select()}
    assert any("一项见习岗位自2026年11月20日起等待审核" in body for body in bodies)
