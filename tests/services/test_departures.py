"""离岗 by the person and the employer: asked for, answered, brought to the office, recorded wrongly and amended."""

from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.forms.departures import LastDayForm
from jianxi.forms.reading import read
from jianxi.services import departures
from jianxi.tables.departures import CertificateFile
from jianxi.tables.files import StoredFile
from jianxi.tables.log import LogEntry
from jianxi.tables.papers import Paper
from tests.cast_people import save
from tests.conftest import NOW
from tests.departure_forms import TODAY, registration, row, wish
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


def confirmed(day: str) -> LastDayForm:
    return read(LastDayForm, {"last_day": [day]}, TODAY)


async def stamped_page(id: int, round: int) -> None:
    facts: dict[str, Any] = {"key": f"page-{round}", "kind": "png", "size": 1, "digest": "0" * 64, "pages": 1}
    file = await save(StoredFile(name=sealing.seal("证明.png", "file.name"), uploaded_at=NOW, **facts))
    await save(CertificateFile(departure=id, round=round, certificate=1, place=1, file=file))


async def certificates(id: int) -> list[int]:
    mine = (Paper.kind == "certificate") & (Paper.record == id)
    return [each["version"] for each in await Paper.select(Paper.version).where(mine).order_by(Paper.version)]


async def told() -> list[tuple[str, str, str]]:
    entries = await LogEntry.select().where(LogEntry.noun == "departure").order_by(LogEntry.id)
    return [(each["verb"], each["source"], each["target"]) for each in entries]


async def test_a_request_is_granted_with_the_day_confirmed_and_gets_its_certificate() -> None:
    of = await trainee()
    id = await departures.request(of.person, of.placement, 1, wish(), NOW)
    asked = await row(id)
    await departures.consent(of.unit, id, 1, date(2026, 11, 27), NOW + timedelta(hours=1))

    granted = await row(id)
    assert (asked["state"], asked["last_day"], asked["certificate"]) == (
        "waiting_employer",
        date(2026, 11, 30),
        0,
    )
    assert (granted["state"], granted["last_day"]) == ("waiting_certificate", date(2026, 11, 27))
    assert granted["wanted_on"] == date(2026, 11, 30)
    assert granted["state_since"] == NOW + timedelta(hours=1)
    assert await certificates(id) == [1]
    assert await told() == [
        ("request", "", "waiting_employer"),
        ("consent", "waiting_employer", "waiting_certificate"),
    ]


async def test_a_refused_request_goes_to_the_office_or_is_granted_after_all() -> None:
    of = await trainee()
    id = await departures.request(of.person, of.placement, 1, wish(), NOW)
    with pytest.raises(Invalid):
        await departures.refuse(of.unit, id, 1, "  ", NOW)
    await departures.refuse(of.unit, id, 1, "交接没有完成", NOW)
    assert (await row(id))["refusal"] == "交接没有完成"

    await departures.appeal(of.person, id, 2, NOW)
    assert (await row(id))["state"] == "waiting_office"
    with pytest.raises(Refused, match="已提请主管部门"):
        await departures.consent(of.unit, id, 3, TODAY, NOW)

    other = await trainee()
    refused = await departure(other.placement, "refused")
    await departures.consent(other.unit, refused, 1, date(2026, 11, 21), NOW)
    assert ((await row(refused))["state"], (await row(refused))["refusal"]) == ("waiting_certificate", "")


async def test_an_employer_who_does_not_answer_is_passed_over_after_five_working_days() -> None:
    of = await trainee()
    id = await departures.request(of.person, of.placement, 1, wish(), NOW)
    with pytest.raises(Refused, match="再过1个工作日"):
        await departures.appeal(of.person, id, 1, NOW + timedelta(days=6))
    await departures.appeal(of.person, id, 1, NOW + timedelta(days=7))
    assert (await row(id))["state"] == "waiting_office"

    other = await trainee()
    slow = await departure(other.placement, "waiting_certificate", state_since=NOW)
    await departures.edit(other.unit, slow, 1, confirmed("2026-11-17"), NOW + timedelta(days=6))
    await departures.appeal(other.person, slow, 2, NOW + timedelta(days=7))
    assert (await row(slow))["state"] == "waiting_office", "an edit does not begin the days anew"

    third = await trainee()
    recorded = await departures.record(third.unit, third.placement, 1, registration(), NOW)
    with pytest.raises(Refused, match="不是本人的申请"):
        await departures.appeal(third.person, recorded, 1, NOW + timedelta(days=7))


async def test_a_departure_recorded_wrongly_is_amended_and_its_stamped_pages_are_set_aside() -> None:
    of = await trainee()
    id = await departures.record(of.unit, of.placement, 1, registration("2026-11-10"), NOW)
    for round in (0, 1):
        await stamped_page(id, round)

    assert not await departures.edit(of.unit, id, 1, registration("2026-11-10"), NOW)
    assert await CertificateFile.count() == 2
    assert await departures.edit(of.unit, id, 1, registration("2026-11-12", "other", "家中有事"), NOW)

    changed = await row(id)
    assert (changed["last_day"], changed["reason"], changed["note"]) == (
        date(2026, 11, 12),
        "other",
        "家中有事",
    )
    assert await certificates(id) == [1, 2]
    assert [each["round"] for each in await CertificateFile.select(CertificateFile.round)] == [1]


async def test_of_a_persons_request_the_employer_amends_the_day_alone() -> None:
    of = await trainee()
    id = await departure(of.placement, "rejected", reason="unpaid")

    await departures.edit(of.unit, id, 1, confirmed("2027-01-05"), NOW)

    changed = await row(id)
    assert (changed["state"], changed["rejection"]) == ("waiting_certificate", "")
    assert (changed["last_day"], changed["reason"]) == (date(2027, 1, 5), "unpaid")
    with pytest.raises(Refused, match="由本人撤回"):
        await departures.cancel(of.unit, id, 2, NOW)
