"""附件 in the form of 见习基地申请: sent with any button, refused by the field, shown and taken away."""

import httpx
import pytest

from jianxi.queries import base_files
from jianxi.storage import samples
from tests.attachments import attach_samples
from tests.cast import base, employer
from tests.cast_facts import BASE_FORM
from tests.routes.base_desks import FROM_SCRIPT, Desk, desk_of, hidden_fields
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
PAGE, AMENDMENT = "/employer/base", "/employer/base/amendment"
FORM: dict[str, str | list[str]] = dict(BASE_FORM)
RULES = ("rules", ("见习管理制度.pdf", samples.document().content, "application/pdf"))
PAPERS = ("papers", ("营业执照.png", samples.picture().content, "image/png"))
OTHER = ("papers", ("开户许可证.png", samples.picture().content, "image/png"))
BITMAP = ("papers", ("营业执照副本.bmp", b"BM" + b"0" * 200, "image/bmp"))


async def send(
    desk: Desk,
    fields: dict[str, str | list[str]],
    *files: tuple[str, tuple[str, bytes, str]],
    script: bool = False,
) -> httpx.Response:
    data = {"csrf": await csrf_of(desk.visitor), **fields}
    headers = FROM_SCRIPT if script else {}
    return await desk.visitor.post(PAGE, data=data, files=list(files), headers=headers)


async def test_what_is_chosen_is_taken_in_at_once_and_the_form_stays_as_typed() -> None:
    async with desk_of(await employer()) as desk:
        sent = await send(desk, {"act": "upload", "v": "0", "staff": "7"}, RULES, PAPERS)
        page = await desk.get(PAGE)
    assert sent.status_code == 200
    assert 'value="7"' in sent.text
    assert all(name in page.text for name in ("见习管理制度.pdf", "营业执照.png"))
    assert 'value="7"' not in page.text


async def test_who_presses_for_an_upload_and_chose_nothing_is_told_so_while_there_is_no_file() -> None:
    async with desk_of(await employer()) as desk:
        told = await send(desk, {"act": "upload:papers", "v": "0", "staff": "7"})
        await send(desk, {"act": "upload:papers", "v": "0"}, PAPERS)
        there = await send(desk, {"act": "upload:papers", "v": "1"})
    assert told.status_code == 422
    assert 'href="#papers">没有选择文件' in told.text
    assert there.status_code == 200 and "没有选择文件" not in there.text
    assert 'value="7"' in told.text


async def test_a_refused_file_is_told_by_its_field_and_the_others_are_kept() -> None:
    async with desk_of(await employer()) as desk:
        told = await send(desk, {"act": "save", "v": "0", "staff": "7"}, RULES, PAPERS, BITMAP)
        page = await desk.get(PAGE)
    assert told.status_code == 422
    assert 'href="#papers"' in told.text
    assert "“营业执照副本.bmp”" in told.text
    assert "需修改" in told.text
    assert all(text in page.text for text in ("见习管理制度.pdf", "营业执照.png", 'value="7"'))
    assert "需修改" not in page.text


async def test_a_script_gets_only_the_form_with_its_files() -> None:
    async with desk_of(await employer()) as desk:
        sent = await send(desk, {"act": "upload", "v": "0"}, PAPERS, script=True)
    assert sent.status_code == 200
    assert "<html" not in sent.text
    assert "营业执照.png" in sent.text


async def test_missing_files_are_told_with_all_other_faults() -> None:
    async with desk_of(await employer()) as desk:
        told = await desk.post(PAGE, {**FORM, "staff": "", "act": "submit", "v": "0"})
    assert told.status_code == 422
    assert "有3处需要修改" in told.text
    assert 'href="#rules">请上传就业见习管理制度</a>' in told.text
    assert 'href="#papers">请上传单位证件信息</a>' in told.text


async def test_files_sent_with_the_submit_button_are_on_its_check_page_and_submitted_with_it() -> None:
    unit = await employer()
    async with desk_of(unit) as desk:
        check = await send(desk, {**FORM, "act": "submit", "v": "0"}, RULES, PAPERS)
        done = await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        record = await desk.get(PAGE)
    assert "确认提交" in check.text and "营业执照.png" in check.text
    assert done.status_code == 303
    assert "见习管理制度.pdf" in record.text
    assert 'href="/employer/base/paper">下载申请表</a>' in record.text


async def test_files_changed_in_a_second_tab_are_told_before_they_are_submitted() -> None:
    unit = await employer()
    await attach_samples(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "0"})
        await send(desk, {"act": "upload", "v": "2"}, OTHER)
        late = await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        without = await desk.post(PAGE, {**hidden_fields(check.text), "files": "", "act": "confirm"})
    assert (late.status_code, without.status_code) == (409, 409)
    assert "附件在您核对之后有变化" in late.text


async def test_a_file_is_taken_away_and_a_second_click_does_no_more() -> None:
    unit = await employer()
    id = await base(unit, "rejected")
    held = await base_files.of_round(id, 0)
    fields: dict[str, str | list[str]] = {"v": "1", "staff": "7", "drop": str(held[1].file.id)}
    async with desk_of(unit) as desk:
        first, second = await desk.post(PAGE, fields), await desk.post(PAGE, fields, script=True)
    assert (first.status_code, second.status_code) == (200, 200)
    assert 'value="7"' in first.text
    assert await base_files.of_round(id, 0) == held[:1]
    assert await base_files.of_round(id, 1) == held


async def test_no_field_brings_another_units_file() -> None:
    theirs = (await base_files.of_round(await base(await employer()), 0))[0].file
    unit = await employer()
    forged = {
        "file": str(theirs.id),
        "rules": str(theirs.id),
        "papers": theirs.key,
        "base": "1",
        "kind": "rules",
    }
    async with desk_of(unit) as desk:
        await desk.post(PAGE, {**FORM, **forged, "act": "upload", "v": "0"})
        told = await desk.post(PAGE, {**FORM, **forged, "act": "submit", "v": "0"})
        drop = await desk.post(PAGE, {"drop": str(theirs.id), "v": "0"})
        look = await desk.get(f"{PAGE}/files/{theirs.id}")
    assert (told.status_code, drop.status_code, look.status_code) == (422, 404, 404)


async def test_a_file_is_shown_page_by_page_and_saved_under_its_name() -> None:
    unit = await employer()
    id = await base(unit)
    (rules, papers) = (each.file.id for each in await base_files.of_round(id, 1))
    async with desk_of(unit) as desk:
        page = await desk.get(f"{PAGE}/files/{rules}")
        content = await desk.get(f"{PAGE}/files/{papers}/content")
        picture, beyond = [await desk.get(f"{PAGE}/files/{papers}/pages/{number}") for number in (1, 2)]
    assert f"{PAGE}/files/{rules}/pages/1" in page.text
    assert content.content == samples.picture().content
    assert content.headers["content-disposition"].startswith("attachment")
    assert (picture.headers["content-type"], beyond.status_code) == ("image/jpeg", 404)


async def test_an_application_left_open_takes_no_files_for_a_change() -> None:
    unit = await employer()
    id = await base(unit)
    async with desk_of(unit) as desk:
        late = await send(desk, {"act": "upload", "v": "1"}, PAPERS)
    assert late.status_code == 409
    assert len(await base_files.of_round(id, 0)) == 2
