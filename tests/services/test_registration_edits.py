"""修改登记: another version of the agreement, what it sets aside, and when it cannot be."""

from typing import Any

import pytest

from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.viewers import EmployerViewer
from jianxi.services import placements
from jianxi.tables.files import StoredFile
from jianxi.tables.papers import Paper
from jianxi.tables.placements import AgreementFile, Placement
from tests import cast, traineeships
from tests.cast_people import save
from tests.conftest import NOW
from tests.registrations import form

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
"""What does not depend on the database."""


async def registered() -> tuple[EmployerViewer, int]:
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit))
    application = await cast.application(await cast.person(), place, "accepted")
    return unit, await placements.record(unit, application, form(), NOW)


async def row_of(id: int) -> dict[str, Any]:
    return (await Placement.select().where(Placement.id == id))[0]


async def test_an_edit_makes_another_version_and_sets_the_scan_aside() -> None:
    unit, id = await registered()
    scan = (await StoredFile.select(StoredFile.id))[0]["id"]
    for round in (0, 1):
        await save(AgreementFile(placement=id, round=round, agreement=1, place=1, file=scan))

    done = await placements.edit(unit, id, 1, form(mentor="李强"), NOW)

    row = await row_of(id)
    assert done
    assert (row["mentor"], row["agreement"], row["version"], row["state"]) == ("李强", 2, 2, "unsigned")
    of = (Paper.kind == "agreement") & (Paper.record == id)
    assert sorted(await Paper.select(Paper.version).where(of).output(as_list=True)) == [1, 2]
    kept = await AgreementFile.select(AgreementFile.round).where(AgreementFile.placement == id)
    assert [each["round"] for each in kept] == [1]


@ONE
async def test_an_edit_that_changes_nothing_makes_no_version() -> None:
    unit, id = await registered()

    done = await placements.edit(unit, id, 1, form(), NOW)

    row = await row_of(id)
    assert not done
    assert (row["agreement"], row["version"]) == (1, 1)


@ONE
async def test_a_rejected_registration_is_amended_by_the_days_of_the_first_one() -> None:
    found = await traineeships.trainee("rejected", allowance_fen=260_000)
    days = {"starts_on": "2026-08-03", "insurance_0_first_day": "2026-08-01", "ends_on": "2027-02-02"}

    with pytest.raises(Invalid) as told:
        await placements.edit(
            found.unit, found.placement, 1, form(**{**days, "starts_on": "2026-08-01"}), NOW
        )
    assert "最早可为2026年8月2日，即首次登记（2026年9月1日）之前30天" in told.value.messages["starts_on"]
    await placements.edit(found.unit, found.placement, 1, form(**days), NOW)

    row = await row_of(found.placement)
    assert (row["state"], row["rejection"], row["decided_by"], row["decided_at"]) == (
        "unsigned",
        "",
        "",
        None,
    )


@pytest.mark.parametrize("state", ["waiting", "approved"])
@ONE
async def test_what_is_under_review_or_approved_is_not_amended(state: str) -> None:
    found = await traineeships.trainee(state)

    with pytest.raises(Refused):
        await placements.edit(found.unit, found.placement, 1, form(), NOW)


@ONE
async def test_days_on_which_a_departure_stands_are_not_moved() -> None:
    found = await traineeships.trainee("rejected", was_on_duty=True)
    await traineeships.departure(found.placement)

    with pytest.raises(Invalid, match="见习起止日期不能修改"):
        await placements.edit(found.unit, found.placement, 1, form(), NOW)


async def test_an_edit_of_what_has_changed_since_says_what_happened() -> None:
    unit, id = await registered()
    await placements.edit(unit, id, 1, form(mentor="李强"), NOW)

    with pytest.raises(Stale, match="修改该上岗登记"):
        await placements.edit(unit, id, 1, form(mentor="赵刚"), NOW)
