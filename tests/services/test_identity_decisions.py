"""What stands after a 身份冲突 was decided, and what is not decided."""

from datetime import date, timedelta
from typing import Any

import pytest
from piccolo.columns import Column

from jianxi.domain.outcomes import Invalid, Refused, Stale
from jianxi.domain.viewers import PersonViewer
from jianxi.queries.invariants import violations
from jianxi.queries.sessions import Claim
from jianxi.services import applications
from jianxi.services import identity_cases as services
from jianxi.services.identity import Known
from jianxi.tables.applications import Application
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.persons import Graduate
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import traineeships
from tests.cast import LIXIA, SHIZHONG, base, employer, official, position
from tests.conftest import NOW
from tests.identity_conflicts import OTHER_NAME, TRUE_NAME, case_of, contested, row_of, signs_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_after_a_dismissal_the_other_name_is_told_who_has_looked_and_where_to_go() -> None:
    squatter, office, case = await contested()

    await services.dismiss(office, case.id, case.version, "登记姓名有误，已联系学校更正", NOW)

    with pytest.raises(Invalid, match="济南市历下区人力资源和社会保障局"):
        await signs_in(TRUE_NAME)
    assert await signs_in(OTHER_NAME) == Known(squatter.person or 0, None)


async def test_a_dismissed_case_is_looked_at_again_and_no_second_one_is_made() -> None:
    _, office, case = await contested()
    await services.dismiss(office, case.id, case.version, "暂无法核实", NOW)

    await services.reopen(office, case.id, case.version + 1, "本人携身份证到场", NOW)

    assert isinstance(await signs_in(TRUE_NAME), Claim)
    assert await IdentityCase.count() == 1
    assert (await case_of(office)).waits


async def trained(squatter: PersonViewer) -> int:
    """An approved placement of theirs, from September to February."""
    of = await traineeships.trainee("unsigned")
    begun: dict[Column | str, Any] = {Placement.state: "approved", Placement.decided_at: NOW}
    async with unit_of_work():
        whose: dict[Column | str, Any] = {Application.person: squatter.person}
        await Application.update(whose).where(Application.id == of.application)
        await Placement.update({**begun, Placement.person: squatter.person}).where(
            Placement.id == of.placement
        )
    return of.placement


async def test_a_number_under_which_somebody_is_on_duty_is_not_handed_over() -> None:
    squatter, office, case = await contested()
    placement = await trained(squatter)
    await traineeships.departure(placement, "approved", last_day=date(2026, 11, 25))

    with pytest.raises(Refused, match="有人正在见习"):
        await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)
    assert (await row_of(squatter))["name"] == OTHER_NAME
    over = NOW + timedelta(days=5)
    await services.hand_over(office, case.id, case.version, "登记本人属实", over)
    assert await Placement.exists().where(Placement.state == "approved")


async def test_a_number_under_which_a_traineeship_has_ended_is_handed_over() -> None:
    squatter, office, case = await contested()
    await trained(squatter)

    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW + timedelta(days=150))

    assert await Placement.exists().where(Placement.state == "approved")


async def test_a_register_corrected_meanwhile_decides_nothing_by_the_old_name() -> None:
    _, office, case = await contested()
    async with unit_of_work():
        await Graduate.update({Graduate.name: OTHER_NAME}).where(Graduate.name == TRUE_NAME)

    with pytest.raises(Refused, match="生源信息库中"):
        await services.merge(office, case.id, case.version, "同一人", NOW)


async def test_two_officials_at_once_decide_once() -> None:
    _, office, case = await contested()
    await services.dismiss(office, case.id, case.version, "暂无法核实", NOW)

    with pytest.raises(Stale, match="李建国"):
        await services.hand_over(await official(LIXIA), case.id, case.version, "登记本人属实", NOW)


async def test_a_decision_says_why() -> None:
    _, office, case = await contested()

    with pytest.raises(Invalid, match="请填写核实说明"):
        await services.merge(office, case.id, case.version, "  ", NOW)


async def test_the_scan_of_records_knows_what_follows_from_a_handover() -> None:
    squatter, office, case = await contested()
    await applications.apply(squatter, await position(await base(await employer(SHIZHONG))), NOW)

    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    found = [each.invariant.name for each in await violations() if each.invariant.table == "application"]
    assert found == []
