"""Papers of agreements and certificates: what was issued stays, sealed, and its PDF is drawn once, whoever asks how often."""

import asyncio
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from jianxi.crypto import sealing
from jianxi.documents import pool
from jianxi.domain.outcomes import Missing
from jianxi.queries import agreement_contents, certificate_contents, files, invariants, paper_contents
from jianxi.queries.invariants_papers import OF_PAPERS
from jianxi.queries.paper_contents import Altered
from jianxi.services import agreements, certificates, file_sweep, papers
from jianxi.storage import samples, store
from jianxi.tables.conflicts import Conflict
from jianxi.tables.files import StoredFile
from jianxi.tables.papers import Paper
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import NOW
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
SITE = "https://jianxi.test"
ON_SQLITE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def issued(placement: int, **columns: int) -> None:
    async with unit_of_work():
        for name, value in columns.items():
            await Placement.update({name: value}).where(Placement.id == placement)
        await agreements.issue(placement, NOW)


async def test_a_version_says_what_was_registered_then_whatever_changes_later() -> None:
    one = await trainee("unsigned")
    await issued(one.placement)
    said = await agreement_contents.gather(one.placement, NOW)
    async with unit_of_work():
        await Person.update({Person.phone: sealing.seal("13700137000", "person.phone")}).where(
            Person.id == one.person.person
        )
        await Position.update({Position.duties: "另一职责"}).where(Position.id == one.position)
    await issued(one.placement, agreement=2, allowance_fen=300_000)

    first, second = [await paper_contents.kept("agreement", one.placement, number) for number in (1, 2)]
    assert first.content == said
    assert (said.trainee.phone, said.post.duties) == ("13900139000", "在指导教师带领下编写数控程序。")
    assert (said.unit.address, said.post.place) == ("济南市历下区文化东路1号",) * 2
    assert said.insurances[0].kind == "人身意外伤害保险" and said.unit.legal_representative == "孙立"
    assert second.content == await agreement_contents.gather(one.placement, NOW)
    assert second.content != said and (first.number, first.code) != (second.number, second.code)
    assert first.number == second.number
    with pytest.raises(Conflict):
        await issued(one.placement)
    with pytest.raises(Missing):
        await paper_contents.kept("agreement", one.placement, 3)


async def test_a_certificate_tells_of_the_departure_and_of_the_agreement_that_ends() -> None:
    one = await trainee(name="古丽·𫍲")
    left = await departure(one.placement, "waiting_certificate", asked_by_person=False, note="已经离开")
    async with unit_of_work():
        await certificates.issue(left, NOW)

    content = (await paper_contents.kept("certificate", left, 1)).content
    assert content == await certificate_contents.gather(left, NOW)
    agreement = await agreement_contents.gather(one.placement, NOW)
    assert (content.agreement, content.agreement_version) == (agreement.number, 1)
    assert (content.trainee.name, content.asked_by_person, content.note) == ("古丽·𫍲", False, "已经离开")


async def test_what_is_kept_is_sealed_and_every_change_of_it_is_noticed() -> None:
    one = await trainee("unsigned")
    await issued(one.placement)
    (row,) = await Paper.select().where(Paper.kind == "agreement")
    text = sealing.unseal(row["content"], "paper.content")
    of_papers = {each.invariant.name for each in await invariants.violations(OF_PAPERS)}
    altered = sealing.seal(text.replace("赵敏", "赵敬"), "paper.content")
    async with unit_of_work():
        await Paper.update({Paper.content: altered}).where(Paper.id == row["id"])

    assert "赵敏".encode() not in bytes(row["content"]) and b"370102" not in bytes(row["content"])
    assert of_papers == set()
    assert [each.invariant.name for each in await invariants.violations(OF_PAPERS)] == ["paper-content"]
    with pytest.raises(Altered):
        await paper_contents.kept("agreement", one.placement, 1)


async def test_two_who_ask_at_once_get_one_file_and_the_other_drawing_is_swept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = await trainee("unsigned")
    await issued(one.placement)
    drawn, both = list[str](), asyncio.Event()

    async def draw(html: str) -> bytes:
        drawn.append(html)
        if len(drawn) == 2:
            both.set()
        await both.wait()
        return samples.document().content

    monkeypatch.setattr(pool, "draw", draw)
    asked = [papers.file_of("agreement", one.placement, 1, SITE) for _ in range(2)]
    first, second = await asyncio.gather(*asked)
    again = await papers.file_of("agreement", one.placement, 1, SITE)

    assert first == second == again and len(drawn) == 2
    paper = await paper_contents.kept("agreement", one.placement, 1)
    assert paper.code_grouped in drawn[0] and paper.file == first.id
    assert first.name == "就业见习协议书_赵敏_第1版.pdf"
    keys = {each.key async for part in store.objects() for each in part}
    rows = {row["key"] for row in await StoredFile.select(StoredFile.key)}
    assert len(keys - rows) == 1 and rows < keys
    await file_sweep.sweep(NOW + timedelta(days=400))
    assert await papers.file_of("agreement", one.placement, 1, SITE) == first


@ON_SQLITE
async def test_the_first_who_asks_has_it_drawn_and_the_same_bytes_are_given_ever_after() -> None:
    one = await trainee("unsigned")
    await issued(one.placement)

    file = await papers.file_of("agreement", one.placement, 1, SITE)
    async with unit_of_work():
        await Placement.update({Placement.mentor: "另一人"}).where(Placement.id == one.placement)
    again = await papers.file_of("agreement", one.placement, 1, "https://moved.test")

    assert again == file and file.pages >= 3
    content = b"".join([part async for part in files.content(again)])
    assert content.startswith(b"%PDF") and len(content) == file.size
    with pikepdf.open(BytesIO(content)) as kept:
        assert str(kept.docinfo["/Title"]).startswith("就业见习协议书") and str(kept.Root["/Lang"]) == "zh-CN"
    assert (await files.picture(file, 1)).startswith(b"\xff\xd8")
