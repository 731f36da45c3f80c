"""下载协议 and 下载解除协议证明: the parties' own, as PDFs; masked, and never a PDF, for who gave name and ID number alone."""

from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from piccolo.columns import Column

from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.queries import paper_contents, papers
from jianxi.services import agreements, certificates
from jianxi.tables.departures import Departure
from jianxi.tables.papers import Paper
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import employer
from tests.conftest import NOW
from tests.documents.reading import scanned, texts
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import Desk, desk_of
from tests.traineeships import Trainee, departure, trainee
from tests.web.site import OWN, browser

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
NAME = "阿依·䶮㛃𬭎𫍲𠮷"


async def with_papers(kind: PersonKind = PersonKind.EARLIER_GRADUATE) -> tuple[Trainee, int]:
    """On duty, with an agreement in its second version, and leaving, with a certificate."""
    unit = await employer(name="济南𠮷祥·䶮公司")
    one = await trainee(unit=unit, kind=kind, name=NAME)
    left = await departure(one.placement, "waiting_certificate", note="需要回原籍")
    async with unit_of_work():
        await agreements.issue(one.placement, NOW)
        await Placement.update({Placement.agreement: 2, Placement.mentor: "李娜"}).where(
            Placement.id == one.placement
        )
        await agreements.issue(one.placement, NOW)
        await certificates.issue(left, NOW)
    return one, left


def browser_of(viewer: EmployerViewer | PersonViewer) -> AbstractAsyncContextManager[Desk]:
    return desk_of(viewer) if isinstance(viewer, EmployerViewer) else applicant_desk(viewer)


async def verified(kind: str, record: int, version: int) -> str:
    """The page that the code of a paper leads to."""
    code = (await papers.issued(kind, record, version)).code
    async with browser() as visitor:
        answer = await visitor.get(f"/verify/{code}")
    assert answer.status_code == 200
    return answer.text


async def test_both_parties_download_the_version_in_force_as_it_is_recorded() -> None:
    one, left = await with_papers(PersonKind.CURRENT_GRADUATE)

    async with desk_of(one.unit) as desk:
        agreement = await desk.get(f"/employer/placements/{one.placement}/agreement")
        certificate = await desk.get(f"/employer/departures/{left}/certificate")
    async with browser_of(one.person) as desk:
        own = await desk.get(f"/applicant/placements/{one.placement}/agreement")

    kept = await paper_contents.kept("agreement", one.placement, 2)
    said = "".join(texts(agreement.content))
    for told in (
        "济南𠮷祥·䶮公司",
        "阿依·䶮㛃𬭎𫍲𠮷",
        kept.content.trainee.id_number,
        "指定李娜",
        "第2版",
        kept.number,
    ):
        assert told in said, told
    assert set(scanned(agreement.content)) == {f"{OWN}/verify/{kept.code}"}
    assert agreement.content == own.content
    assert "需要回原籍" in "".join(texts(certificate.content))
    for answer in (agreement, certificate, own):
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.headers["cache-control"] == "no-store"


async def test_who_gave_name_and_id_number_alone_reads_a_masked_page_and_no_pdf() -> None:
    one, left = await with_papers()
    kept = await paper_contents.kept("agreement", one.placement, 2)
    trainee_of = kept.content.trainee

    async with browser_of(one.person) as desk:
        pages = [
            await desk.get(f"/applicant/placements/{one.placement}/agreement"),
            await desk.get(f"/applicant/departures/{left}/certificate"),
        ]

    for page in pages:
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert NAME in page.text and "济南𠮷祥·䶮公司" in page.text and kept.number in page.text
        for hidden in (trainee_of.id_number, trainee_of.phone, kept.content.unit.phone):
            assert hidden not in page.text
        assert trainee_of.id_number[:2] + "*" * 14 + trainee_of.id_number[-2:] in page.text
    assert "指导教师" in pages[0].text and "李娜" in pages[0].text and "需要回原籍" in pages[1].text
    assert await Paper.count().where(Paper.file.is_not_null()) == 0


async def test_what_is_not_theirs_or_was_never_issued_is_missing() -> None:
    one, left = await with_papers()
    bare = await trainee()
    asked = await departure(bare.placement)
    unit, person = "/employer/placements/{}/agreement", "/applicant/placements/{}/agreement"
    ways: list[tuple[EmployerViewer | PersonViewer, str]] = [
        *(
            (bare.unit, path)
            for path in (unit.format(one.placement), f"/employer/departures/{left}/certificate")
        ),
        *(
            (bare.unit, path)
            for path in (unit.format(bare.placement), f"/employer/departures/{asked}/certificate")
        ),
        (bare.person, person.format(one.placement)),
        (bare.person, f"/applicant/departures/{left}/certificate"),
        (bare.person, f"/applicant/departures/{asked}/certificate"),
    ]
    for viewer, path in ways:
        async with browser_of(viewer) as desk:
            answer = await desk.get(path)
        assert answer.status_code == 404, path


async def approve(departure: int) -> None:
    decided: dict[Column | str, Any] = {
        "state": "approved",
        "decided_from": "waiting",
        "decided_by": "李建国",
    }
    async with unit_of_work():
        await Departure.update({**decided, "decided_at": NOW}).where(Departure.id == departure)


async def test_the_verification_masks_both_parties_and_tells_what_each_version_is_worth() -> None:
    one, left = await with_papers()
    first, second = [await verified("agreement", one.placement, version) for version in (1, 2)]
    certificate = await verified("certificate", left, 1)
    await approve(left)

    kept = await paper_contents.kept("agreement", one.placement, 2)
    personal = ("䶮", "𠮷祥", kept.content.trainee.id_number, "13900139000", "文化东路", "李娜", "周强")
    for page in (first, second, certificate):
        assert "济南***公司" in page and "阿**（部分隐去）" in page and "2026年11月20日" in page
        assert [text for text in personal if text in page] == []
    assert "就业见习协议书" in second and kept.number in second and kept.digest[:8] in second
    assert "已被第2版取代" in first and "审核通过" in second and "取代" not in second
    assert "有效版本，未审核" in certificate
    assert "审核通过，见习已提前结束" in await verified("agreement", one.placement, 2)
    assert "审核通过" in await verified("certificate", left, 1)
