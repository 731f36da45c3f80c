"""身份冲突 in words: whoever waits reads the case everywhere, and a decided one asks for nothing any more."""

import pytest

from jianxi.domain.viewers import PersonKind
from tests import cast
from tests.identity_conflicts import NUMBER, OTHER_NAME, TRUE_NAME, contested, squatted
from tests.routes.applicant_desks import provisional_desk, visiting
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
OFFICE = "济南市历下区人力资源和社会保障局"
IN_PERSON = "请当面核对身份证原件后办理"


async def test_the_notice_of_sign_in_speaks_of_the_case() -> None:
    await squatted()

    async with provisional_desk(TRUE_NAME, NUMBER) as desk:
        page = await desk.get("/applicant/intention")

    assert "已登录。您的身份需要核实" in page.text
    assert "请先提交" not in page.text


async def test_who_has_no_case_is_asked_for_the_form_once() -> None:
    async with provisional_desk(TRUE_NAME, NUMBER) as desk:
        page = await desk.get("/applicant/intention")

    assert "请先提交“就业见习意向填表”" in page.text
    assert "填写并提交就业见习意向填表" not in page.text


@pytest.mark.parametrize("path", ["/applicant/positions", "/applicant/applications"])
async def test_the_search_and_the_own_list_speak_of_the_case(path: str) -> None:
    await squatted()

    async with provisional_desk(TRUE_NAME, NUMBER) as desk:
        page = await desk.get(path)

    assert OFFICE in page.text and "身份证" in page.text
    assert "请先提交" not in page.text
    assert "提交就业见习意向后" not in page.text
    assert 'href="/applicant/intention">查看怎样办理' in page.text


async def test_a_position_and_an_attempt_to_apply_speak_of_the_case() -> None:
    await squatted()
    place = await cast.position(await cast.base(await cast.employer()))

    async with provisional_desk(TRUE_NAME, NUMBER) as desk:
        page = await desk.get(f"/applicant/positions/{place}")
        refused = await desk.post("/applicant/applications", {"position": str(place)})

    assert OFFICE in page.text
    assert refused.status_code == 409
    assert OFFICE in refused.text and "请先提交" not in refused.text


async def test_the_way_in_says_what_to_do_when_a_right_name_is_refused() -> None:
    await cast.person(PersonKind.YOUTH, OTHER_NAME, number=NUMBER)

    async with visiting() as desk:
        page = await desk.get("/login/identity")
        refused = await desk.post("/login/identity", {"name": "王晓", "id_number": NUMBER})

    for text in (page.text, refused.text):
        assert "姓名和身份证号无误仍不能登录的" in text
        assert "区县人力资源和社会保障局" in text


async def test_a_session_that_ended_leads_to_both_ways_in() -> None:
    async with visiting() as desk:
        desk.visitor.cookies.clear()
        asked = await desk.visitor.get("/applicant/positions")
        page = await desk.get(asked.headers["location"])

    assert "往届毕业生和社会青年请用" in page.text
    assert page.text.count('href="/login/identity?next=') == 2


async def test_a_late_decision_says_what_was_decided_and_when_and_what_is_possible() -> None:
    _, office, case = await contested()
    address = f"/authority/identity-cases/{case.id}"

    async with desk_of(office) as desk:
        asked = await desk.get(f"{address}/merger")
        given: dict[str, str | list[str]] = {"v": version_in(asked.text), "reason": "经核对不是同一人"}
        await desk.post(f"{address}/dismissal", given)
        late = await desk.post(f"{address}/merger", {**given, "reason": "同一人"})
        decided = await desk.get(address)

    assert late.status_code == 409
    assert "维持原登录人" in late.text and "核实时间" in late.text and "经核对不是同一人" in late.text
    assert "可以先“重新核实”" in late.text
    assert "刷新" not in late.text.partition("现在不能办理")[2].partition("</div>")[0]
    assert IN_PERSON not in decided.text


async def test_an_open_case_asks_for_the_original_card() -> None:
    _, office, case = await contested()

    async with desk_of(office) as desk:
        page = await desk.get(f"/authority/identity-cases/{case.id}")

    assert IN_PERSON in page.text
