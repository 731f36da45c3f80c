"""身份证件信息 of a youth in 就业见习意向填表: needed, checked, kept over mistakes elsewhere, never anybody else's."""

import re
from dataclasses import replace
from html import unescape

import httpx
import pytest

from jianxi.domain.identity_pictures import Side
from jianxi.domain.viewers import PersonKind
from jianxi.queries import identity_pictures
from jianxi.storage import samples
from jianxi.tables.files import IdentityPicture, StoredFile
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.routes.applicant_desks import CARD, FORM, applicant_desk, provisional_desk, send, youth_form
from tests.routes.base_desks import Desk, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ON_ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
PDF = ("正面.pdf", samples.document().content)


def tokens_in(page: str) -> dict[str, str | list[str]]:
    found = re.findall('<input type="hidden" name="(kept_[a-z_]+)" value="([^"]+)"', page)
    return {name: unescape(text) for name, text in found}


def message(page: str, field: str) -> str:
    found = re.search(f'<p class="err" id="{field}-e">([^<]*)</p>', page)
    return unescape(found[1]) if found else ""


async def files_of_only_person() -> dict[Side, int]:
    (row,) = await Person.select(Person.id)
    return await identity_pictures.links(row["id"])


async def mistaken(desk: Desk) -> httpx.Response:
    """With both pictures, and a telephone number that is none."""
    return await send(desk, youth_form(phone="123"))


async def test_accepted_pictures_stay_while_another_field_is_mended() -> None:
    async with provisional_desk("孟晓䶮", cast.id_number(PersonKind.YOUTH)) as desk:
        first = await mistaken(desk)
        second = await desk.post(FORM, youth_form(phone="12", **tokens_in(first.text)))
        done = await desk.post(FORM, youth_form(**tokens_in(second.text)))
        shown = await desk.get(FORM)
        own = await desk.get(f"{FORM}/pictures/front")

    assert (first.status_code, second.status_code, done.status_code) == (422, 422, 303)
    assert "有1处需要修改" in first.text
    assert second.text.count("待提交") == 2
    assert len(set((await files_of_only_person()).values())) == await StoredFile.count() == 2
    assert shown.text.count("2026年11月20日 10:00上传") == 2
    assert "正面.png" not in shown.text
    assert own.status_code == 404, "name and ID number alone show no picture"


@ON_ONE_DATABASE
async def test_without_pictures_each_side_says_what_to_do() -> None:
    async with provisional_desk("林晓", cast.id_number(PersonKind.YOUTH)) as desk:
        blank = await desk.get(FORM)
        answer = await desk.post(FORM, youth_form())

    assert answer.status_code == 422
    assert 'enctype="multipart/form-data"' in blank.text
    assert message(answer.text, "id_front") == "请上传身份证正面"
    assert message(answer.text, "id_back") == "请上传身份证反面"
    assert await Person.count() == await StoredFile.count() == 0


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    ("file", "words"),
    [
        (PDF, "正面.pdf"),
        (("正面.jpg", b"<script>"), "正面.jpg"),
        (("正面.png", samples.picture().content + bytes(10 * 2**20)), "不能超过10MB"),
    ],
)
async def test_a_refused_picture_says_why_at_its_field_and_the_other_is_kept(
    file: tuple[str, bytes], words: str
) -> None:
    async with provisional_desk("林晓", cast.id_number(PersonKind.YOUTH)) as desk:
        answer = await send(desk, youth_form(), {**CARD, "id_front": file})
        again = await send(desk, youth_form(**tokens_in(answer.text)), {"id_front": CARD["id_front"]})

    assert answer.status_code == 422
    assert words in message(answer.text, "id_front")
    assert message(answer.text, "id_back") == ""
    assert list(tokens_in(answer.text)) == ["kept_id_back"]
    assert again.status_code == 303


@ON_ONE_DATABASE
async def test_whoever_sends_picture_after_picture_is_told_to_wait_and_signing_in_anew_does_not_help() -> (
    None
):
    number = cast.id_number(PersonKind.YOUTH)
    async with provisional_desk("林晓", number) as desk:
        for _ in range(5):
            await mistaken(desk)
    async with provisional_desk("林晓", number) as desk:
        await mistaken(desk)
        told = await mistaken(desk)

    assert told.status_code == 422
    says = "没有上传：每小时最多可上传12个文件，请在11:00以后（约1小时后）再上传"
    told_by_side = message(told.text, "id_front"), message(told.text, "id_back")
    assert told_by_side == (f"“正面.png”{says}", f"“反面.png”{says}")
    assert 'value="123"' in told.text
    assert await StoredFile.count() == 4, "one of each side in each session"


@ON_ONE_DATABASE
async def test_a_token_serves_no_other_session_no_other_side_and_nobody_who_changes_it() -> None:
    number, other = cast.id_number(PersonKind.YOUTH), cast.id_number(PersonKind.YOUTH)
    async with provisional_desk("林晓", number) as one, provisional_desk("孟晓", other) as stranger:
        tokens = tokens_in((await mistaken(one)).text)
        stolen = await stranger.post(FORM, youth_form(**tokens))
        exchanged = {"kept_id_front": tokens["kept_id_back"], "kept_id_back": tokens["kept_id_front"]}
        turned = await one.post(FORM, youth_form(**exchanged))
        forged = await one.post(FORM, youth_form(**{name: f"{text}x" for name, text in tokens.items()}))

    for answer in (stolen, turned, forged):
        assert answer.status_code == 422
        assert message(answer.text, "id_front") == "请上传身份证正面"
        assert tokens_in(answer.text) == {}
    assert await IdentityPicture.count() == await Person.count() == 0


@ON_ONE_DATABASE
async def test_a_graduate_has_no_such_section_and_what_is_sent_for_it_is_left_aside() -> None:
    async with applicant_desk(await cast.person()) as desk:
        page = await desk.get(FORM)
        done = await send(desk, youth_form(v="1"), {**CARD, "id_back": PDF})

    assert "身份证件信息" not in page.text
    assert "multipart" not in page.text
    assert done.status_code == 303
    assert await StoredFile.count() == await IdentityPicture.count() == 0


async def test_one_side_is_replaced_and_the_other_stays() -> None:
    person = await cast.youth()
    before = await files_of_only_person()
    async with applicant_desk(person) as desk:
        done = await send(desk, youth_form(v="1"), {"id_back": CARD["id_back"]})
        after = await files_of_only_person()
        without = await desk.post(FORM, youth_form(v="2"))

    entry = await LogEntry.select(LogEntry.facts).where(LogEntry.noun == "intention").first()
    assert (done.status_code, without.status_code) == (303, 303)
    assert before[Side.FRONT] == after[Side.FRONT] != after[Side.BACK] != before[Side.BACK]
    assert await files_of_only_person() == after
    assert entry == {"facts": '{"pictures":["back"],"version":2}'}


@ON_ONE_DATABASE
async def test_what_came_too_late_keeps_its_new_picture_and_replaces_nothing() -> None:
    person = await cast.youth()
    before = await files_of_only_person()
    async with applicant_desk(person) as desk:
        late = await send(desk, youth_form(v="9"), {"id_front": CARD["id_front"]})
        unchanged = await files_of_only_person()
        again = await desk.post(FORM, youth_form(**{"v": version_in(late.text), **tokens_in(late.text)}))

    assert (late.status_code, again.status_code) == (409, 303)
    assert unchanged == before
    assert (await files_of_only_person())[Side.FRONT] != before[Side.FRONT]


@ON_ONE_DATABASE
async def test_whoever_signed_in_with_a_password_sees_the_own_pictures_and_no_others() -> None:
    youth = await cast.youth()
    account = await cast.account("graduate")
    async with unit_of_work():
        await Person.update({Person.account: account}).where(Person.id == youth.person)
    async with applicant_desk(replace(youth, by_identity=False)) as desk:
        page = await desk.get(FORM)
        own = await desk.get(f"{FORM}/pictures/back")
        unknown = await desk.get(f"{FORM}/pictures/side")
    async with applicant_desk(await cast.person()) as desk:
        graduates = await desk.get(f"{FORM}/pictures/back")

    assert f'href="{FORM}/pictures/back"' in page.text
    assert (own.status_code, own.headers["content-type"]) == (200, "image/jpeg")
    assert own.headers["cache-control"] == "no-store"
    assert (unknown.status_code, graduates.status_code) == (404, 404)
