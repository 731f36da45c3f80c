"""文书核验: anybody learns what a paper is worth today, and nothing personal."""

import pytest

from jianxi.domain.bases import BaseLevel
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import papers
from jianxi.services import base_amendments, base_review, base_standing
from tests.cast import JINAN, LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.web.site import browser

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
CHANGED = {**BASE_FORM, "staff": ["300"]}


async def standing(id: int, number: int = 1) -> str:
    return (await papers.verified((await papers.issued("base", id, number)).code)).standing


async def test_the_page_names_the_paper_and_masks_the_unit() -> None:
    id = await base(await employer(name="济南精密机械有限公司"))
    issued = await papers.issued("base", id, 1)

    async with browser() as visitor:
        answer = await visitor.get(f"/verify/{issued.code}")

    assert answer.status_code == 200
    assert answer.headers["x-robots-tag"] == "noindex"
    for told in (
        "就业见习基地申请表",
        issued.number,
        "济南***公司",
        "第1次提交",
        "2026年11月18日",
        "审核通过",
    ):
        assert told in answer.text
    for personal in ("精密机械", "13800138000", "王芳", "孙立", "李建国", "9137", "文化东路"):
        assert personal not in answer.text


async def test_a_typed_code_leads_to_its_paper_whatever_its_spelling() -> None:
    id = await base(await employer())
    code = (await papers.issued("base", id, 1)).code
    typed = " ".join(code[at : at + 4] for at in range(0, 16, 4)).lower().replace("0", "o").replace("1", "l")

    async with browser() as visitor:
        answer = await visitor.get("/verify", params={"code": typed})
        spelt = await visitor.get(f"/verify/{typed}")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/verify/{code}")
    assert spelt.status_code == 200


@pytest.mark.parametrize("typed", ["", "123", "7K2M90QX41BDWWE88", "济南", "<script>"])
async def test_what_is_no_code_is_told_by_the_field(typed: str) -> None:
    async with browser() as visitor:
        answer = await visitor.get("/verify", params={"code": typed})
        blank = await visitor.get("/verify")

    assert answer.status_code == 422 and 'id="code-e"' in answer.text and "<script>" not in answer.text
    assert blank.status_code == 200 and 'id="code-e"' not in blank.text


@pytest.mark.parametrize("code", ["7K2M90QX41BDWWE8", "123", "%3Cscript%3E"])
async def test_a_code_that_no_paper_has_says_what_to_do(code: str) -> None:
    async with browser() as visitor:
        answer = await visitor.get(f"/verify/{code}")

    assert answer.status_code == 404
    assert "没有这个核验码的文书" in answer.text and '<input class="in" id="code"' in answer.text
    assert "<script>" not in answer.text


async def test_it_says_what_became_of_the_submission() -> None:
    unit, county, city = await employer(), await official(LIXIA), await official(JINAN)
    id = await base(unit, "waiting_county")
    told = [await standing(id)]
    await base_review.reject(county, id, 1, ["other"], "材料不全", NOW)
    told.append(await standing(id))

    approved = await base(other := await employer())
    await base_amendments.amend(other, 1, read(BaseForm, CHANGED, NOW.date()), NOW)
    told += [await standing(approved), await standing(approved, 2)]
    await base_review.approve(county, approved, 2, NOW)
    await base_review.approve(city, approved, 3, NOW, BaseLevel.CITY)
    told += [await standing(approved), await standing(approved, 2)]
    await base_standing.suspend(city, approved, 4, "整改", NOW)
    told.append(await standing(approved, 2))

    assert told == [
        *("审核中，尚未生效", "未通过"),
        *("审核通过", "审核中，尚未生效"),
        *("已被第2次提交取代", "审核通过", "已暂停"),
    ]


async def test_every_page_leads_to_it() -> None:
    async with browser() as visitor:
        page = await visitor.get("/")

    assert '<a href="/verify">文书核验</a>' in page.text
