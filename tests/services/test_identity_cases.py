"""身份冲突: opened by the true name at sign-in, seen by one office, joined or handed over with nothing mixed up."""

import pytest

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Invalid, Missing
from jianxi.domain.periods import today
from jianxi.queries import identity_cases
from jianxi.queries.sessions import Claim
from jianxi.services import identity_cases as services
from jianxi.services import sessions
from jianxi.services.identity import Known
from jianxi.tables.accounts import Session
from jianxi.tables.applications import Application
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.persons import Graduate, Intention
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, SHIZHONG, application, base, employer, official, position
from tests.conftest import NOW
from tests.identity_conflicts import (
    NUMBER,
    OTHER_NAME,
    TRUE_NAME,
    case_of,
    contested,
    row_of,
    signs_in,
    squatted,
)

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_the_registers_name_opens_one_case_however_often_it_is_given() -> None:
    await squatted()

    assert isinstance(await signs_in(TRUE_NAME), Claim)
    assert isinstance(await signs_in(TRUE_NAME), Claim)

    rows = await IdentityCase.select()
    assert [(row["person_name"], row["graduate_name"], row["region"]) for row in rows] == [
        (OTHER_NAME, TRUE_NAME, LIXIA)
    ]


async def test_a_name_that_nobody_has_opens_no_case() -> None:
    await squatted()

    with pytest.raises(Invalid, match="请输入正确的姓名"):
        await signs_in("路人甲")

    assert await IdentityCase.count() == 0


async def test_only_the_office_of_the_origin_sees_the_case() -> None:
    _, _, case = await contested()

    for stranger in (await official(SHIZHONG), await official(JINAN)):
        with pytest.raises(Missing):
            await identity_cases.get(stranger, case.id, today(NOW))


async def test_where_the_origin_names_no_county_the_citys_office_decides() -> None:
    await squatted()
    async with unit_of_work():
        await Graduate.update({Graduate.origin: JINAN}).where(Graduate.name == TRUE_NAME)

    await signs_in(TRUE_NAME)

    assert (await case_of(await official(JINAN))).region == JINAN


async def test_a_merger_keeps_what_was_done_and_takes_the_registers_name() -> None:
    squatter, office, case = await contested()
    applied = await application(squatter, await position(await base(await employer())))

    await services.merge(office, case.id, case.version, "身份证原件一致，原姓名为曾用名", NOW)

    row = await row_of(squatter)
    assert (row["name"], row["kind"], row["cohort"]) == (TRUE_NAME, "graduate", 2024)
    assert await Intention.exists().where(Intention.person == squatter.person)
    kept = await Application.select(Application.state).where(Application.id == applied).first()
    assert kept == {"state": "waiting"}
    assert await signs_in(TRUE_NAME) == Known(squatter.person or 0, None)


async def test_a_handover_frees_the_number_and_keeps_the_two_apart() -> None:
    squatter, office, case = await contested()
    offered = await position(await base(await employer()), headcount=1)
    applied = await application(squatter, offered, "accepted")
    await sessions.start_for_person(squatter.person or 0, NOW)

    await services.hand_over(office, case.id, case.version, "经核对身份证原件，登记本人属实", NOW)

    row = await row_of(squatter)
    assert row["name"] == OTHER_NAME
    assert NUMBER not in sealing.unseal(bytes(row["id_number"]), "person.id")
    assert not await Session.exists().where(Session.person == squatter.person)
    ended = await Application.select(Application.state, Application.ending).where(Application.id == applied)
    assert ended == [{"state": "cancelled", "ending": "身份核实：该身份证号已更正为登记本人，原报名结束"}]
    seats = await Position.select(Position.accepted).where(Position.id == offered).first()
    assert seats == {"accepted": 0}


async def test_after_a_handover_the_registers_person_begins_anew_and_the_other_does_not_come_back() -> None:
    _, office, case = await contested()

    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    found = await signs_in(TRUE_NAME)
    assert isinstance(found, Claim) and await identity_cases.contest(found) is None
    with pytest.raises(Invalid, match="请输入正确的姓名"):
        await signs_in(OTHER_NAME)


async def test_a_waiting_application_is_withdrawn_by_a_handover() -> None:
    squatter, office, case = await contested()
    applied = await application(squatter, await position(await base(await employer())))

    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    row = await Application.select(Application.state).where(Application.id == applied).first()
    assert row == {"state": "withdrawn"}
