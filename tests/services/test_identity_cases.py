"""身份冲突: opened by the true name at sign-in, decided by one office; nobody keeps what is not theirs."""

from typing import Any

import pytest

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.forms.accounts import IdentitySignIn
from jianxi.forms.reading import read
from jianxi.queries import identity_cases
from jianxi.queries.invariants import violations
from jianxi.queries.sessions import Claim
from jianxi.services import applications, sessions, sign_in
from jianxi.services import identity_cases as services
from jianxi.services.identity import Known
from jianxi.tables.accounts import Session
from jianxi.tables.applications import Application
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.persons import Graduate, Intention, Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests.acquaintances import id_number
from tests.cast import (
    JINAN,
    LIXIA,
    SHIZHONG,
    application,
    base,
    employer,
    graduate,
    official,
    person,
    position,
)
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NUMBER, TRUE_NAME, OTHER_NAME = id_number(), "林晓", "冒名者"
DAY = NOW.date()


async def squatted() -> PersonViewer:
    """A youth of another name under a number that the register has for 林晓, 2024届."""
    await graduate(NUMBER, 2024, TRUE_NAME)
    return await person(PersonKind.YOUTH, OTHER_NAME, number=NUMBER)


async def signs_in(name: str) -> Any:
    given = read(IdentitySignIn, {"name": [name], "id_number": [NUMBER]}, DAY)
    return (await sign_in.by_identity(given, "203.0.113.9", "370000", NOW)).found


async def case_of(viewer: OfficialViewer) -> identity_cases.Case:
    (case,) = await identity_cases.page(viewer, identity_cases.ALL, offset=0, size=5)
    return case


async def contested() -> tuple[PersonViewer, OfficialViewer, identity_cases.Case]:
    squatter = await squatted()
    await signs_in(TRUE_NAME)
    office = await official(LIXIA)
    return squatter, office, await case_of(office)


async def row_of(viewer: PersonViewer) -> dict[str, Any]:
    row = await Person.select().where(Person.id == viewer.person).first()
    assert row is not None
    return row


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
            await identity_cases.get(stranger, case.id)


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


async def test_a_number_under_which_somebody_is_on_duty_is_not_handed_over() -> None:
    squatter, office, case = await contested()
    await application(squatter, await position(await base(await employer())), "accepted")
    async with unit_of_work():
        await Person.update({Person.chance_used_at: NOW}).where(Person.id == squatter.person)

    with pytest.raises(Refused, match="有人正在见习"):
        await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    assert (await row_of(squatter))["name"] == OTHER_NAME


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
