"""生活费调整: only what has passed its review, from a day of the period on, upwards, and never taken back."""

from datetime import date, timedelta

import pytest

from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.periods import today
from jianxi.domain.placements import Duty
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm
from jianxi.queries import placements as reading
from jianxi.queries import registrations
from jianxi.services import placements
from jianxi.tables.log import LogEntry
from jianxi.tables.papers import Paper
from tests import traineeships
from tests.conftest import NOW
from tests.registrations import TODAY

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


def raised(day: str, yuan: str) -> RaiseForm:
    return read(RaiseForm, {"starts_on": [day], "allowance": [yuan]}, TODAY)


async def test_a_raise_is_in_force_from_its_day_on_and_leaves_the_agreement_alone() -> None:
    of = await traineeships.trainee()

    await placements.raise_allowance(of.unit, of.placement, 1, raised("2026-12-15", "2,800.50"), NOW)

    placement = await reading.get(of.unit, of.placement, TODAY)
    assert (placement.allowance_fen, placement.agreement, placement.version) == (260_000, 1, 2)
    assert await registrations.allowance_on(placement, date(2026, 12, 14)) == 260_000
    assert await registrations.allowance_on(placement, date(2026, 12, 15)) == 280_050
    assert await Paper.count() == 1  # 申请表 of the base
    entry = await LogEntry.select(LogEntry.verb, LogEntry.facts).first()
    assert entry == {"verb": "raise_allowance", "facts": '{"allowance_fen":280050,"starts_on":"2026-12-15"}'}


async def test_a_second_raise_comes_later_and_is_more() -> None:
    of = await traineeships.trainee()
    await placements.raise_allowance(of.unit, of.placement, 1, raised("2026-12-15", "2800"), NOW)

    for day, yuan, field in (("2026-12-15", "2900", "starts_on"), ("2026-12-16", "2800", "allowance")):
        with pytest.raises(Invalid) as told:
            await placements.raise_allowance(of.unit, of.placement, 2, raised(day, yuan), NOW)
        assert set(told.value.messages) == {field}
    with pytest.raises(Stale):
        await placements.raise_allowance(of.unit, of.placement, 1, raised("2027-01-01", "2900"), NOW)


async def test_nothing_is_raised_after_somebody_has_left() -> None:
    of, gone = await traineeships.trainee(), await traineeships.trainee()
    await traineeships.departure(of.placement, "approved", last_day=date(2026, 11, 25))
    await traineeships.departure(gone.placement, "approved", last_day=date(2026, 11, 18))

    with pytest.raises(Invalid, match="2026年9月1日至2026年11月25日之间"):
        await placements.raise_allowance(of.unit, of.placement, 1, raised("2026-11-26", "2900"), NOW)
    with pytest.raises(Refused, match="已于2026年11月18日离岗，不能再调整生活费"):
        await placements.raise_allowance(gone.unit, gone.placement, 1, raised("2026-11-10", "2900"), NOW)


async def test_a_raise_that_comes_to_the_books_late_is_entered_after_the_period() -> None:
    of = await traineeships.trainee()

    late = NOW + timedelta(days=150)
    await placements.raise_allowance(of.unit, of.placement, 1, raised("2027-01-01", "2900"), late)

    placement = await reading.get(of.unit, of.placement, today(late))
    assert placement.duty is Duty.EXPIRED and "raise_allowance" in placement.offers
    assert await registrations.allowance_on(placement, date(2027, 2, 1)) == 290_000


@pytest.mark.parametrize("state", ["unsigned", "waiting", "rejected", "cancelled"])
async def test_before_its_review_has_passed_nothing_is_raised(state: str) -> None:
    of = await traineeships.trainee(state)

    with pytest.raises(Refused, match="不能"):
        await placements.raise_allowance(of.unit, of.placement, 1, raised("2026-12-15", "2800"), NOW)
