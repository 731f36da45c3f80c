"""身份冲突 on screen: what the one who waits reads, and how an office sees both sides and decides."""

import pytest

from jianxi.crypto import sealing
from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonKind
from jianxi.queries import identity_cases
from jianxi.tables.persons import Person
from tests.acquaintances import id_number
from tests.cast import LIXIA, SHANDONG, SHIZHONG, graduate, official, person
from tests.conftest import NOW
from tests.routes.applicant_desks import provisional_desk
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NUMBER, TRUE_NAME, OTHER_NAME = id_number(), "林晓", "冒名者"


async def contested() -> None:
    await graduate(NUMBER, 2024, TRUE_NAME)
    await person(PersonKind.YOUTH, OTHER_NAME, number=NUMBER)
    async with provisional_desk(TRUE_NAME, NUMBER):
        pass


async def test_whoever_waits_reads_which_office_to_go_to_and_finds_no_form_to_fill_in_for_nothing() -> None:
    await graduate(NUMBER, 2024, TRUE_NAME)
    await person(PersonKind.YOUTH, OTHER_NAME, number=NUMBER)

    async with provisional_desk(TRUE_NAME, NUMBER) as desk:
        page = await desk.get("/applicant/intention")

    assert page.status_code == 200
    assert "身份需要核实" in page.text
    assert "济南市历下区人力资源和社会保障局" in page.text
    assert 'name="jobs"' not in page.text


async def test_the_office_sees_both_sides_and_no_whole_number() -> None:
    await contested()
    office = await official(LIXIA)
    (case,) = await identity_cases.page(office, "pending", today(NOW), offset=0, size=5)

    async with desk_of(office) as desk:
        listed = await desk.get("/authority/identity-cases")
        page = await desk.get(f"/authority/identity-cases/{case.id}")

    assert OTHER_NAME in listed.text
    for text in (OTHER_NAME, TRUE_NAME, "山东大学", "合并为同一人", "更正为登记本人", "维持原登录人"):
        assert text in page.text
    assert NUMBER not in page.text


async def test_a_decision_is_shown_first_and_asks_why() -> None:
    await contested()
    office = await official(LIXIA)
    (case,) = await identity_cases.page(office, "pending", today(NOW), offset=0, size=5)
    address = f"/authority/identity-cases/{case.id}/handover"

    async with desk_of(office) as desk:
        asked = await desk.get(address)
        without = await desk.post(address, {"v": "1", "reason": ""})
        done = await desk.post(address, {"v": "1", "reason": "登记本人属实"})
        again = await desk.post(address, {"v": "1", "reason": "登记本人属实"})

    assert "确认更正为登记本人" in asked.text
    assert without.status_code == 422
    assert "请填写核实说明" in without.text
    assert done.status_code == 303
    assert again.status_code == 409
    assert not await Person.exists().where(Person.id_index == sealing.blind_index(NUMBER))


@pytest.mark.parametrize("region", [SHIZHONG, SHANDONG])
async def test_another_office_finds_nothing(region: str) -> None:
    await contested()
    (case,) = await identity_cases.page(await official(LIXIA), "pending", today(NOW), offset=0, size=5)

    async with desk_of(await official(region)) as desk:
        for path in ("", "/merger", "/handover", "/dismissal", "/reopening"):
            answer = await desk.get(f"/authority/identity-cases/{case.id}{path}")
            assert answer.status_code == 404
