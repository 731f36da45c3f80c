"""留用登记 in the browser: what is typed and sent stays through mistakes, the office sees it, it is withdrawn."""

import re
from html import unescape

import httpx
import pytest

from jianxi.queries import retention_files, retentions
from jianxi.storage import samples
from jianxi.tables.departures import Retention
from jianxi.tables.files import StoredFile
from tests import cast
from tests.conftest import NOW
from tests.routes.base_desks import Desk, desk_of, version_in
from tests.traineeships import departure, retention, trainee
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
Typed = dict[str, str | list[str]]
TYPED: Typed = {
    "v": "1",
    "post": "数控编程员",
    "contract_from": "2026-12-01",
    "contract_to": "2028-11-30",
    "insured_on": "2026-12-01",
}
CONTRACT = ("evidence", ("劳动合同.pdf", samples.document().content, "application/pdf"))
INSURED = ("evidence", ("参保证明.png", samples.picture().content, "image/png"))
BITMAP = ("evidence", ("参保证明.bmp", b"BM" + b"0" * 200, "image/bmp"))


async def send(
    desk: Desk, path: str, fields: Typed, *files: tuple[str, tuple[str, bytes, str]]
) -> httpx.Response:
    data = {"csrf": await csrf_of(desk.visitor), **fields}
    return await desk.visitor.post(path, data=data, files=list(files) or [("evidence", ("", b"", ""))])


def kept_in(page: str) -> list[str]:
    return [unescape(text) for text in re.findall('<input type="hidden" name="kept" value="([^"]+)"', page)]


async def only_retention() -> int:
    (row,) = await Retention.select(Retention.id)
    return int(row["id"])


async def names(id: int) -> list[str]:
    return [file.name for file in await retention_files.of_retention(id)]


async def test_files_are_kept_over_mistakes_elsewhere_and_attached_with_the_rest() -> None:
    of = await trainee()
    path, before = f"/employer/placements/{of.placement}/retention", await StoredFile.count()
    async with desk_of(of.unit) as desk:
        form = await desk.get(path)
        wrong = await send(desk, path, {**TYPED, "contract_to": "2026-11-01"}, CONTRACT, INSURED, BITMAP)
        less = await send(
            desk, path, {**TYPED, "kept": kept_in(wrong.text), "drop_kept": dropped(wrong.text, "参保证明")}
        )
        stale = await send(desk, path, {**TYPED, "v": "7", "kept": kept_in(less.text)})
        done = await send(desk, path, {**TYPED, "kept": kept_in(stale.text)}, INSURED)
        page = await desk.get(f"/employer/placements/{of.placement}")
    id = await only_retention()

    assert "确认留用登记" in form.text
    assert wrong.status_code == 422
    assert 'href="#contract_to">劳动合同终止日期应在起始日期（2026年12月1日）之后' in wrong.text
    assert 'href="#evidence">' in wrong.text and "参保证明.bmp" in wrong.text
    assert wrong.text.count("待提交") == 2 and 'value="数控编程员"' in wrong.text
    assert (less.status_code, less.text.count("待提交")) == (200, 1)
    assert (stale.status_code, stale.text.count("待提交"), version_in(stale.text)) == (409, 1, "1")
    assert (done.status_code, done.headers["location"]) == (303, f"/employer/placements/{of.placement}")
    assert await names(id) == ["劳动合同.pdf", "参保证明.png"]
    assert await StoredFile.count() - before == 3
    assert all(
        piece in page.text for piece in ("已留用", "数控编程员", "劳动合同.pdf", "办理留用登记", "留用登记")
    )


def dropped(page: str, name: str) -> str:
    """The number that the button beside a kept file sends."""
    found = re.search(rf'{name}[^<]*<span.*?name="drop_kept" value="([0-9]+)"', page)
    assert found is not None
    return found[1]


async def test_a_kept_file_belongs_to_its_session_and_its_placement() -> None:
    of = await trainee()
    other = await trainee(unit=of.unit, position=of.position)
    path = f"/employer/placements/{of.placement}/retention"
    async with desk_of(of.unit) as desk:
        wrong = await send(desk, path, {**TYPED, "post": ""}, CONTRACT)
        elsewhere = await send(
            desk, f"/employer/placements/{other.placement}/retention", {**TYPED, "kept": kept_in(wrong.text)}
        )
    async with desk_of(of.unit) as desk:
        again = await send(desk, path, {**TYPED, "kept": [*kept_in(wrong.text), "nonsense"]})
    assert (elsewhere.status_code, again.status_code) == (303, 303)
    assert [await names(row["id"]) for row in await Retention.select(Retention.id)] == [[], []]


async def test_it_is_amended_and_one_of_its_files_is_taken_away() -> None:
    of = await trainee()
    id = await retention(of.placement)
    path = f"/employer/retentions/{id}/registration"
    async with desk_of(of.unit) as desk:
        await send(desk, path, TYPED, CONTRACT, INSURED)
        form = await desk.get(path)
        first = (await retention_files.of_retention(id))[0]
        away = await send(desk, path, {**TYPED, "v": "2", "post": "工艺员", "drop": str(first.id)})
        done = await send(desk, path, {**TYPED, "v": "2", "post": "工艺员", "insured_on": ""})
    assert "修改留用登记“赵敏”" in form.text and "确认修改" in form.text
    assert (away.status_code, 'value="工艺员"' in away.text, "劳动合同.pdf" in away.text) == (
        200,
        True,
        False,
    )
    assert done.status_code == 303
    assert await names(id) == ["参保证明.png"]
    found = await retentions.get(of.unit, id, NOW.date())
    assert (found.post, found.insured_on, found.version) == ("工艺员", None, 3)


async def test_the_employer_and_both_offices_look_at_the_evidence_and_nobody_else() -> None:
    of = await trainee(level="city")
    id = await retention(of.placement)
    async with desk_of(of.unit) as desk:
        await send(desk, f"/employer/retentions/{id}/registration", TYPED, INSURED)
        (file,) = await retention_files.of_retention(id)
        own = [await desk.get(f"/employer/retentions/{id}/files/{file.id}{part}") for part in PARTS]
    assert [each.status_code for each in own] == [200, 200, 200, 404]
    assert "赵敏的留用佐证材料" in own[0].text and f'/employer/placements/{of.placement}"' in own[0].text
    seen = {}
    for region in (cast.LIXIA, cast.JINAN, cast.SHIZHONG, cast.SHANDONG):
        async with desk_of(await cast.official(region)) as desk:
            told = await desk.get(f"/authority/placements/{of.placement}")
            assert ("参保证明.png" in told.text) == (region in (cast.LIXIA, cast.JINAN)), region
            asked = [
                await desk.get(f"/authority/retentions/{id}/files/{file.id}{part}") for part in PARTS[1:3]
            ]
            seen[region] = [each.status_code for each in asked]
    assert seen == {
        cast.LIXIA: [200, 200],
        cast.JINAN: [200, 200],
        cast.SHIZHONG: [404, 404],
        cast.SHANDONG: [404, 404],
    }


PARTS = ("", "/content", "/pages/1", "/pages/9")


async def test_withdrawing_says_what_it_does_and_who_leaves_is_told_why_not() -> None:
    of = await trainee()
    id = await retention(of.placement)
    leaving = await trainee(unit=of.unit, position=of.position)
    await departure(leaving.placement)
    async with desk_of(of.unit) as desk:
        asked = await desk.get(f"/employer/retentions/{id}/revocation")
        late = await desk.post(f"/employer/retentions/{id}/revocation", {"v": "9"})
        done = await desk.post(f"/employer/retentions/{id}/revocation", {"v": "1"})
        again = await desk.get(f"/employer/retentions/{id}/revocation")
        blocked = await desk.get(f"/employer/placements/{leaving.placement}/retention")
        refused = await send(desk, f"/employer/placements/{leaving.placement}/retention", TYPED)
    assert "状态由“已留用”变为“在岗”，可以办理离岗登记。" in asked.text
    assert "确认撤销留用" in asked.text
    assert (late.status_code, done.status_code) == (409, 303)
    assert "现在不能办理" in again.text
    assert "此人已有离岗记录" in blocked.text and "确认留用登记" not in blocked.text
    assert refused.status_code == 409 and 'value="数控编程员"' in refused.text
