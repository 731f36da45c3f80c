"""变更申请: what was approved stays in force until the city has approved the change; contacts change at once."""

from typing import Any

import pytest

from jianxi.domain.bases import BaseLevel, BaseVerb
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_amendments as pages
from jianxi.queries import base_rounds
from jianxi.queries import bases as reading
from jianxi.queries.bases import Base as Seen
from jianxi.services import base_amendments, base_files, base_review, base_standing
from jianxi.tables.employers import Base
from jianxi.tables.unit_of_work import unit_of_work
from tests.attachments import sample
from tests.cast import JINAN, LIXIA, SHANDONG, base, employer, official, position
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()
CHANGED = {**BASE_FORM, "staff": ["300"], "wanted_level": ["city"], "industry": ["I"]}


async def amended(unit: EmployerViewer, version: int = 1) -> str:
    return await base_amendments.amend(unit, version, read(BaseForm, CHANGED, TODAY), NOW)


async def own(unit: EmployerViewer) -> Seen:
    found = await reading.of_employer(unit)
    assert found is not None
    return found


async def columns() -> dict[str, Any]:
    row = await Base.select(Base.state, Base.level, Base.staff, Base.industry, Base.approved_round).first()
    assert row is not None
    return row


IN_FORCE = {"state": "approved", "level": "county", "staff": 120, "industry": "C", "approved_round": 1}
AMENDED = {"state": "approved", "level": "city", "staff": 300, "industry": "I", "approved_round": 2}


async def test_while_it_waits_the_approved_content_is_in_force() -> None:
    unit = await employer()
    await base(unit)
    await amended(unit)
    seen = await own(unit)
    assert await columns() == IN_FORCE
    assert (seen.amendment_state, seen.asked_level, seen.offers) == ("waiting_county", "city", ("update",))


async def test_county_and_city_pass_it_and_then_it_is_in_force() -> None:
    unit = await employer()
    id = await base(unit)
    await amended(unit)
    await base_review.approve(await official(LIXIA), id, 2, NOW)
    assert (await columns(), (await own(unit)).amendment_state) == (IN_FORCE, "waiting_city")
    await base_review.approve(await official(JINAN), id, 3, NOW)
    seen = await own(unit)
    assert (await columns(), seen.amendment_state, seen.amended) == (AMENDED, "", True)


async def test_one_that_asks_for_no_other_level_keeps_the_level_that_the_city_gave() -> None:
    unit = await employer()
    id = await base(unit)
    async with unit_of_work():
        await Base.update({Base.level: "city"}).where(Base.id == id)
    form = read(BaseForm, {**BASE_FORM, "address": ["文化东路88号"]}, TODAY)
    await base_amendments.amend(unit, 1, form, NOW)
    await base_review.approve(await official(LIXIA), id, 2, NOW)
    assert (await reading.get(await official(JINAN), id)).proposed_level == "city"
    await base_review.approve(await official(JINAN), id, 3, NOW)
    assert (await own(unit)).level == "city"


async def test_a_rejection_leaves_the_old_one_in_force_and_the_employer_amends_again() -> None:
    unit = await employer()
    id = await base(unit)
    await amended(unit)
    await base_review.reject(await official(LIXIA), id, 2, ["other"], "行业不符", NOW)
    seen = await own(unit)
    await amended(unit, 3)
    assert (seen.state, seen.rejection, seen.amendment_rejection) == ("approved", "", "行业不符")
    assert (await columns(), (await own(unit)).amendment_rejection) == (IN_FORCE, "")


async def test_only_one_is_on_its_way() -> None:
    unit = await employer()
    await base(unit)
    await amended(unit)
    with pytest.raises(Refused, match="正在审核"):
        await amended(unit, 2)


async def test_without_a_change_nothing_is_submitted() -> None:
    unit = await employer()
    await base(unit)
    with pytest.raises(Refused, match="没有变更"):
        await base_amendments.amend(unit, 1, read(BaseForm, BASE_FORM, TODAY), NOW)


async def test_the_city_undoes_the_approval_of_one_and_what_it_replaced_is_in_force() -> None:
    unit = await employer()
    id = await base(unit)
    await position(id)
    await amended(unit)
    city = await official(JINAN)
    await base_review.approve(await official(LIXIA), id, 2, NOW)
    await base_review.approve(city, id, 3, NOW)
    await base_review.reopen(city, id, 4, NOW)
    seen = await reading.get(city, id)
    assert (await columns(), seen.amendment_state, seen.asked_level) == (IN_FORCE, "waiting_city", "city")
    await base_review.approve(city, id, 5, NOW, BaseLevel.CITY)
    assert await columns() == AMENDED


async def test_the_county_undoes_its_own_decision_on_one() -> None:
    unit = await employer()
    id = await base(unit)
    county = await official(LIXIA)
    await amended(unit)
    await base_review.approve(county, id, 2, NOW)
    await base_review.reopen(county, id, 3, NOW)
    await base_review.reject(county, id, 4, ["other"], "行业不符", NOW)
    await base_review.reopen(county, id, 5, NOW)
    seen = await reading.get(county, id)
    assert (seen.amendment_state, seen.refused, seen.state) == ("waiting_county", "", "approved")


async def test_it_waits_while_its_base_is_suspended_and_ends_with_a_revocation() -> None:
    unit = await employer()
    id = await base(unit)
    county, city = await official(LIXIA), await official(JINAN)
    await amended(unit)
    await base_standing.suspend(city, id, 2, "核查", NOW)
    with pytest.raises(Refused, match="恢复该基地后可以继续审核"):
        await base_review.approve(county, id, 3, NOW)
    await base_standing.resume(city, id, 3, "核查完成", NOW)
    assert "approve" in (await reading.get(county, id)).offers
    await base_standing.revoke(city, id, 4, "核查不合格", NOW)
    assert ((await own(unit)).state, (await own(unit)).amendment_state) == ("revoked", "")


async def test_the_province_reads_what_is_in_force_and_nothing_of_what_waits() -> None:
    unit = await employer()
    id = await base(unit)
    await amended(unit)
    province, county = await official(SHANDONG), await official(LIXIA)
    rounds = await base_rounds.rounds(await reading.get(province, id))
    for viewer, numbers, counts in ((province, [1], 1), (county, [2, 1], 2)):
        seen = await reading.get(viewer, id)
        assert [round.number for round in base_rounds.readable(viewer, seen, rounds)] == numbers
        assert pages.number_for(viewer, seen) == counts


@pytest.mark.parametrize(
    ("typed", "file", "needed"),
    [
        ({}, "", False),
        ({"contact": ["周立"]}, "", False),
        ({"staff": ["300"]}, "", True),
        ({}, "b.png", True),
    ],
)
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_offices_decide_about_a_changed_form_or_file_and_not_about_contacts(
    typed: dict[str, list[str]], file: str, needed: bool
) -> None:
    unit = await employer()
    await base(unit)
    if file:
        await base_files.attach(unit, "papers", [await sample("papers", file)], NOW, BaseVerb.AMEND)
    form = read(BaseForm, {**BASE_FORM, **typed}, TODAY)
    assert await base_amendments.needs_review(await own(unit), form) is needed


@pytest.mark.parametrize("submitted", [False, True])
async def test_a_position_submitted_under_a_new_level_holds_the_amendment_that_brought_it(
    submitted: bool,
) -> None:
    unit = await employer()
    id = await base(unit)
    await position(id)
    await amended(unit)
    city = await official(JINAN)
    await base_review.approve(await official(LIXIA), id, 2, NOW)
    await base_review.approve(city, id, 3, NOW, BaseLevel.CITY)
    if submitted:
        await position(id, "waiting_city", submitted_at=NOW)
        with pytest.raises(Refused, match="按新的级别提交"):
            await base_review.reopen(city, id, 4, NOW)
    else:
        await base_review.reopen(city, id, 4, NOW)
    assert (await reading.get(city, id)).level == ("city" if submitted else "county")
