"""录用上岗登记: one an application, with its insurance, its warnings and the first version of its agreement."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain import citizen_id, registration_warnings
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.registrations import Warned
from jianxi.domain.viewers import EmployerViewer, PersonKind
from jianxi.queries import placements as reading
from jianxi.queries import registrations
from jianxi.services import placements
from jianxi.tables.log import LogEntry
from jianxi.tables.papers import Paper
from jianxi.tables.placements import Placement
from tests import cast
from tests.cast import SHIZHONG
from tests.conftest import NOW
from tests.registrations import TODAY, form

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
"""What does not depend on the database."""
LESS = {"allowance": "2000"}


async def accepted(state: str = "accepted", **columns: Any) -> tuple[EmployerViewer, int]:
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit), **columns)
    return unit, await cast.application(await cast.person(), place, state)


async def registered(unit: EmployerViewer, application: int, **changed: str) -> int:
    return await placements.record(unit, application, form(**changed), NOW)


async def row_of(id: int) -> dict[str, Any]:
    return (await Placement.select().where(Placement.id == id))[0]


async def papers(id: int) -> list[int]:
    of = (Paper.kind == "agreement") & (Paper.record == id)
    return [row["version"] for row in await Paper.select(Paper.version).where(of).order_by(Paper.version)]


async def test_a_registration_is_kept_with_its_insurance_and_the_first_version_of_its_agreement() -> None:
    unit, application = await accepted()

    id = await registered(unit, application)

    placement = await reading.get(unit, id, TODAY)
    assert (placement.state, placement.agreement, placement.uploads) == ("unsigned", 1, 0)
    assert await registrations.registration(placement) == form().asked()
    assert await papers(id) == [1]
    made = await LogEntry.select(LogEntry.verb, LogEntry.target).where(LogEntry.noun == "placement").first()
    assert made == {"verb": "record", "target": "unsigned"}


async def test_a_second_click_registers_nothing_and_says_who_has() -> None:
    unit, application = await accepted()
    await registered(unit, application)

    with pytest.raises(Stale, match=f"{unit.name}已于10:00办理该上岗登记"):
        await registered(unit, application)

    assert await Placement.count() == 1


@pytest.mark.parametrize("state", ["waiting", "rejected", "withdrawn"])
@ONE
async def test_only_an_accepted_application_is_registered(state: str) -> None:
    unit, application = await accepted(state)

    with pytest.raises(Refused, match="请先审核通过其报名"):
        await registered(unit, application)


@ONE
async def test_somebody_elses_application_is_not_there() -> None:
    _, application = await accepted()

    with pytest.raises(Missing):
        await registered(await cast.employer(SHIZHONG), application)


@ONE
async def test_everything_that_is_wrong_is_told_at_once_and_warnings_stay_on_the_page() -> None:
    unit, application = await accepted()

    with pytest.raises(Warned) as told:
        await registered(unit, application, starts_on="2026-10-01", insurance_0_company="", **LESS)

    assert set(told.value.messages) == {"starts_on", "insurance-0-company", "insurance", "ticked"}
    assert [each.sentence for each in told.value.warnings] == [
        "见习期间生活费2,000元，低于该岗位公布的月生活费2,600元",
        "见习期间生活费2,000元，低于当地月最低工资标准2,400元",
    ]


@ONE
async def test_a_warning_is_ticked_for_its_figures_and_kept_for_the_office() -> None:
    unit, application = await accepted()
    with pytest.raises(Warned) as told:
        await registered(unit, application, **LESS)
    marks = [each.mark for each in told.value.warnings]

    with pytest.raises(Warned):
        await placements.record(unit, application, form(allowance="1999", ticked=marks), NOW)
    id = await placements.record(unit, application, form(allowance="2000", ticked=marks), NOW)

    assert registrations.warned(await reading.get(unit, id, TODAY)) == told.value.warnings
    assert registration_warnings.from_text((await row_of(id))["warnings"]) == told.value.warnings


@ONE
async def test_somebody_who_is_too_old_on_the_start_date_is_told_at_that_field() -> None:
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit))
    number = citizen_id.compose("370102", date(2001, 12, 1), 7)
    youth = await cast.person(PersonKind.YOUTH, number=number)
    application = await cast.application(youth, place, "accepted")

    with pytest.raises(Invalid) as told:
        await registered(unit, application)

    assert told.value.messages == {
        "starts_on": "该见习人员已于2026年12月1日年满25周岁。社会青年上岗的年龄要求是16~24周岁，现在不能上岗；"
        "如是毕业生，请以毕业生身份登录（按上岗日期2026年12月1日计算）。上岗日期最晚可为2026年11月30日"
    }
