"""毕业生信息库 by a whole ID number: asked for by POST, so that no address, history or log has it."""

import pytest

from jianxi.crypto.sealing import blind_index
from jianxi.tables.persons import Graduate
from tests.cast import JINAN, ZAOZHUANG, official
from tests.routes.base_desks import desk_of
from tests.services.test_registers import brought_in
from tests.sheets import id_number, row
from tests.web.entering import WAYS
from tests.web.site import browser

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/register"


async def test_a_whole_number_leads_to_its_row() -> None:
    number = id_number()
    await brought_in(row(), row(id_number=number))
    found = (await Graduate.select(Graduate.id).where(Graduate.id_index == blind_index(number)))[0]["id"]
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.post(LIST, {"id_number": f" {number[:6]} {number[6:].lower()}"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{LIST}/{found}")


@pytest.mark.parametrize(("typed", "sentence"), [("", "完整的18位"), ("370102", "完整的18位")])
async def test_less_than_a_number_is_asked_for_whole(typed: str, sentence: str) -> None:
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.post(LIST, {"id_number": typed})
        listed = await desk.get(LIST)
    assert (answer.status_code, answer.headers["Location"]) == (303, LIST)
    assert sentence in listed.text


async def test_a_number_of_another_city_is_not_found() -> None:
    number = id_number()
    await brought_in(row(id_number=number))
    async with desk_of(await official(ZAOZHUANG)) as desk:
        answer = await desk.post(LIST, {"id_number": number})
        listed = await desk.get(LIST)
    assert answer.headers["Location"] == LIST
    assert "没有找到该身份证号的毕业生" in listed.text
    assert number not in listed.text


@pytest.mark.parametrize("script", [False, True])
async def test_a_number_in_the_address_is_taken_out_and_never_repeated(script: bool) -> None:
    number = id_number()
    await brought_in(row(id_number=number))
    headers = {"HX-Request": "true"} if script else {}
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.visitor.get(f"{LIST}?q={number}&cohort=2026", headers=headers)
        listed = await desk.get(LIST)
    went = answer.headers.get("HX-Redirect") or answer.headers["Location"]
    assert went == LIST
    assert number not in answer.text + listed.text
    assert "在“身份证号”栏查找" in listed.text


async def test_the_way_through_sign_in_does_not_repeat_a_number_either() -> None:
    number = id_number()
    async with browser(routes=WAYS) as visitor:
        answer = await visitor.get(f"{LIST}?q={number}")
    assert answer.headers["Location"] == "/login?next=%2Fauthority%2Fregister"
