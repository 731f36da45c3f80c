"""下载申请表: who may see a base prints it as it stands, and what is printed is what is recorded."""

from urllib.parse import quote

import pytest

from jianxi.documents import pool
from jianxi.domain.bases import BaseLevel
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms import base_drafts
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_rounds, bases, papers
from jianxi.services import base_amendments, base_review
from jianxi.services import bases as services
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.documents.reading import RARE, scanned, texts
from tests.routes.base_desks import desk_of
from tests.web.site import OWN

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
FORM = BASE_FORM | {
    "legal_representative": [RARE],
    "contact": ["古丽·𫍲"],
    "office_phone": ["0531-88880000"],
    "mail": ["office@jianxi.test"],
    "account_name": ["济南𠮷祥公司"],
    "bank": ["工商银行"],
    "account_number": ["6222021602001234567"],
    "needs-0-to_retain": ["3"],
    "needs-0-remark": ["适应倒班"],
    "mentors-0-name": ["周·𬭎"],
    "mentors-0-major": ["数控技术"],
    "mentors-0-phone": ["0531-66660000"],
}
OWN_PAPER = "/employer/base/paper"


async def submitted(unit: EmployerViewer) -> int:
    """A draft with files, submitted."""
    id = await base(unit, "draft")
    await services.submit(unit, 1, read(BaseForm, FORM, NOW.date()), NOW)
    return id


async def paper_of(viewer: EmployerViewer | OfficialViewer, path: str) -> bytes:
    async with desk_of(viewer) as desk:
        answer = await desk.get(path)
    assert answer.status_code == 200
    return answer.content


def words(document: bytes) -> str:
    return "".join(texts(document))


async def test_every_field_is_printed_as_it_is_recorded() -> None:
    unit = await employer(name="济南𠮷祥·䶮公司")
    id = await submitted(unit)

    printed = words(await paper_of(unit, OWN_PAPER))

    seen = await bases.of_employer(unit)
    assert seen is not None
    said = await base_rounds.content(seen, 1)
    for label, text in [("单位名称", unit.name), ("注册地", "济南市历下区"), *base_drafts.facts(said)]:
        assert f"{label}{text}" in printed
    assert f"统一社会信用代码{seen.credit_code}" in printed
    assert said.values["introduction"] in printed
    assert "1" + "".join(said.needs[0].values()) in printed
    assert "1" + "".join(said.mentors[0].values()) in printed
    assert "1就业见习管理制度就业见习管理制度.pdf1" in printed
    assert "2单位证件信息营业执照.png1" in printed
    issued = await papers.issued("base", id, 1)
    assert f"编号：{issued.number}第1次提交提交日期：2026年11月20日" in printed


async def test_it_is_a_draft_until_the_city_has_approved_and_then_says_who_did() -> None:
    unit, county, city = await employer(), await official(LIXIA, "刘明"), await official(JINAN, "陈静")
    id = await submitted(unit)
    at_county = words(await paper_of(county, f"/authority/bases/{id}/paper"))
    await base_review.approve(county, id, 2, NOW)
    at_city = words(await paper_of(city, f"/authority/bases/{id}/paper"))
    await base_review.approve(city, id, 3, NOW, BaseLevel.CITY)
    done = await paper_of(unit, OWN_PAPER)

    assert "草稿" in at_county and "审核人" not in at_county and "基地级别二" in at_county
    assert "草稿" in at_city and "区县初审意见审核通过（盖章）审核人：刘明2026年11月20日" in at_city
    assert "草稿" not in words(done) and "基地级别市级" in words(done)
    assert "市级审核意见审核通过（盖章）审核人：陈静2026年11月20日" in words(done)
    issued = await papers.issued("base", id, 1)
    assert scanned(done) == [f"{OWN}/verify/{issued.code}"]


async def test_what_was_never_submitted_is_printed_without_a_number() -> None:
    unit = await employer()
    await base(unit, "draft")

    printed = await paper_of(unit, OWN_PAPER)

    assert "尚未提交" in words(printed) and "草稿" in words(printed)
    assert scanned(printed) == []


async def test_each_submission_has_its_paper_and_contacts_are_printed_as_they_were_or_as_they_are() -> None:
    unit = await employer()
    id = await base(unit)
    changed = {**BASE_FORM, "staff": ["300"], "contact": ["李娜"]}
    await base_amendments.amend(unit, 1, read(BaseForm, changed, NOW.date()), NOW)

    now, first, second = [
        words(await paper_of(unit, path))
        for path in (OWN_PAPER, "/employer/base/versions/1/paper", "/employer/base/versions/2/paper")
    ]
    reviewed = words(await paper_of(await official(LIXIA), f"/authority/bases/{id}/paper"))

    assert "联系人李娜" in now and "职工人数120" in now and "草稿" not in now
    assert "联系方式和账户在提交后有变更" in now
    assert "联系人王芳" in first and "在提交后有变更" not in first
    assert "职工人数300" in second and "草稿" in second and "第2次提交（变更申请）" in second
    assert "职工人数300" in reviewed and "草稿" in reviewed


async def test_it_is_saved_under_its_chinese_name_and_kept_nowhere() -> None:
    unit = await employer(name="济南精密公司")
    await base(unit)

    async with desk_of(unit) as desk:
        answer = await desk.get(OWN_PAPER)

    name = quote("就业见习基地申请表_济南精密公司.pdf", safe="")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].endswith(f"filename*=UTF-8''{name}")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"


async def test_a_foreign_base_and_a_foreign_submission_are_missing() -> None:
    unit = await employer()
    waiting, approved = await base(unit, "waiting_county"), await base(await employer())
    foreign = f"/authority/bases/{waiting}/paper"
    asked: list[tuple[EmployerViewer | OfficialViewer, list[str]]] = [
        (await official(SHIZHONG), [foreign, f"/authority/bases/{waiting}/versions/1/paper"]),
        (await official(JINAN), [foreign, f"/authority/bases/{waiting}/versions/1/paper"]),
        (await official(SHANDONG), [foreign]),
        (await official(LIXIA), [f"/authority/bases/{approved}/versions/2/paper"]),
        (unit, ["/employer/base/versions/2/paper"]),
        (await employer(), [OWN_PAPER, "/employer/base/versions/1/paper"]),
    ]
    for viewer, paths in asked:
        async with desk_of(viewer) as desk:
            desk_name = "employer/base" if isinstance(viewer, EmployerViewer) else "authority/bases/999999"
            missing = await desk.get(f"/{desk_name}/versions/99/paper")
            for path in paths:
                answer = await desk.get(path)
                assert (answer.status_code, missing.status_code) == (404, 404), path


async def test_who_cannot_be_served_now_is_told_so_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_WAITING", 0)
    unit = await employer()
    await base(unit)

    async with desk_of(unit) as desk:
        answer = await desk.get(OWN_PAPER)

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "现在下载文书的人较多" in answer.text and "content-disposition" not in answer.headers
