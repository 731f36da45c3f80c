"""毕业生信息库 in the browser: for cities and the province, of their own region."""

import re
from io import BytesIO

import httpx
import pytest
from openpyxl import load_workbook

from jianxi.queries import registers
from jianxi.tables.persons import Graduate
from tests.cast import JINAN, LIXIA, SHANDONG, ZAOZHUANG, official, person
from tests.routes.base_desks import Desk, desk_of
from tests.sheets import id_number, row, workbook
from tests.web.site import csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/register"


async def hand_in(desk: Desk, data: bytes, name: str = "生源.xlsx") -> httpx.Response:
    fields = {"csrf": await csrf_of(desk.visitor)}
    return await desk.visitor.post(f"{LIST}/import", data=fields, files={"file": (name, data)})


async def first() -> int:
    return int((await Graduate.select(Graduate.id).order_by(Graduate.id))[0]["id"])


async def test_a_city_imports_and_reads_what_was_not_taken() -> None:
    async with desk_of(await official(JINAN)) as desk:
        result = await hand_in(desk, workbook(row(), row(origin="枣庄市市中区"), row(sex="男")))
        listed = await desk.get(LIST)
    assert result.status_code == 200
    assert "共3行：新增1，更新0，没有变化0，不能导入2" in result.text
    assert "不在本地区" in result.text
    assert "性别与身份证号不一致" in result.text
    assert "林晓" in listed.text


async def test_more_than_five_hundred_faults_are_capped_and_counted() -> None:
    async with desk_of(await official(JINAN)) as desk:
        result = await hand_in(desk, workbook(*(row(school="") for _ in range(503))))
    assert "共503行，只列出前500行" in result.text
    assert result.text.count("请填写毕业院校") == 500


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2"])
async def test_a_file_that_is_no_workbook_gets_one_sentence(data: bytes) -> None:
    async with desk_of(await official(JINAN)) as desk:
        page = await hand_in(desk, data, "生源.csv")
    assert page.status_code == 422
    assert "文件不是可以读取的XLSX工作簿" in page.text


async def test_no_file_is_asked_for() -> None:
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.post(f"{LIST}/import", {})
    assert page.status_code == 422
    assert "请选择要导入的XLSX文件" in page.text


async def test_the_template_is_a_workbook_to_save() -> None:
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.get(f"{LIST}/template")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert load_workbook(BytesIO(answer.content)).worksheets[0]["A1"].value == "姓名"


async def test_the_list_is_searched_by_name_and_school() -> None:
    async with desk_of(await official(JINAN)) as desk:
        await hand_in(desk, workbook(row(name="欧阳·䶮"), row(name="周八", school="济南大学")))
        pages = [await desk.get(f"{LIST}?q={asked}") for asked in ("䶮", "山东大", "3701")]
    found = [re.findall("<b>(欧阳·䶮|周八)</b>", page.text) for page in pages]
    assert found == [["欧阳·䶮"], ["欧阳·䶮"], []]


async def test_the_list_masks_the_number() -> None:
    number = id_number()
    async with desk_of(await official(JINAN)) as desk:
        await hand_in(desk, workbook(row(id_number=number)))
        texts = [(await desk.get(LIST)).text, (await desk.get(f"{LIST}/{await first()}")).text]
    assert all(number not in text and f"37**************{number[-2:]}" in text for text in texts)


async def test_the_list_is_narrowed_by_cohort_and_place() -> None:
    async with desk_of(await official(SHANDONG)) as desk:
        await hand_in(
            desk, workbook(row(name="周八", cohort="2024"), row(name="吴九", origin="枣庄市市中区"))
        )
        pages = [
            await desk.get(f"{LIST}?{asked}") for asked in ("cohort=2024", "place=370400", "place=370402")
        ]
    assert [re.findall("<b>(周八|吴九)</b>", page.text) for page in pages] == [["周八"], ["吴九"], ["吴九"]]


async def test_a_row_is_corrected_and_the_list_comes_back_as_it_was() -> None:
    async with desk_of(viewer := await official(JINAN)) as desk:
        await hand_in(desk, workbook(row()))
        fields: dict[str, str | list[str]] = {**(await registers.get(viewer, await first())).shown}
        sent = {**fields, "v": "1", "back": f"{LIST}?q=林", "major": "法学"}
        saved = await desk.post(f"{LIST}/{await first()}", sent)
        again = await desk.post(f"{LIST}/{await first()}", {**sent, "major": "医学"})
    assert (saved.status_code, again.status_code) == (303, 409)
    assert "专业现为：法学" in again.text
    assert 'value="医学"' in again.text


async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() -> None:
    async with desk_of(viewer := await official(JINAN)) as desk:
        await hand_in(desk, workbook(row()))
        fields: dict[str, str | list[str]] = {**(await registers.get(viewer, await first())).shown}
        sent = {**fields, "v": "1", "id_number": "37010219900231123X", "major": "法学"}
        page = await desk.post(f"{LIST}/{await first()}", sent)
    assert page.status_code == 422
    assert 'id="id_number-e"' in page.text
    assert 'value="法学"' in page.text


async def test_the_number_of_somebody_who_is_here_stays() -> None:
    await person()
    async with desk_of(viewer := await official(JINAN)) as desk:
        fields: dict[str, str | list[str]] = {**(await registers.get(viewer, await first())).shown}
        page = await desk.post(
            f"{LIST}/{await first()}", {**fields, "v": "1", "id_number": id_number(), "sex": "女"}
        )
    assert page.status_code == 422
    assert "身份证号不能更改" in page.text


async def test_counties_have_no_register_and_other_cities_not_this_row() -> None:
    async with desk_of(await official(JINAN)) as desk:
        await hand_in(desk, workbook(row()))
    async with desk_of(await official(ZAOZHUANG)) as desk:
        foreign = [
            await desk.get(f"{LIST}/{await first()}"),
            await desk.post(f"{LIST}/{await first()}", {"v": "1"}),
        ]
        listed = await desk.get(LIST)
    async with desk_of(await official(LIXIA)) as desk:
        paths = (LIST, f"{LIST}/import", f"{LIST}/template", f"{LIST}/{await first()}")
        county = [await desk.get(path) for path in paths]
        county.append(await hand_in(desk, workbook(row())))
        menu = await desk.get("/authority/bases")
    assert {answer.status_code for answer in (*foreign, *county)} == {404}
    assert "林晓" not in listed.text
    assert "毕业生信息库" not in menu.text
