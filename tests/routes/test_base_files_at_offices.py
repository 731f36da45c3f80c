"""附件 at the offices: looked at, saved one by one and together, and never more than was submitted to them."""

import zipfile
from io import BytesIO
from urllib.parse import unquote

import pytest

from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import base_files, files
from jianxi.services import base_files as attaching
from jianxi.storage import samples, store
from tests.attachments import NAMES, sample
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG, base, employer, official
from tests.cast_facts import MOMENT
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LIST = "/authority/bases"
RULES, PAPERS = "就业见习管理制度", "单位证件信息"


async def submitted(
    unit: EmployerViewer | None = None, state: str = "waiting_county"
) -> tuple[int, list[files.File]]:
    id = await base(unit or await employer(), state)
    return id, [each.file for each in await base_files.of_round(id, 1)]


async def test_both_offices_look_at_a_file_and_save_it_under_its_own_name() -> None:
    id, (rules, papers) = await submitted(state="waiting_city")
    for office in (LIXIA, JINAN):
        async with desk_of(await official(office)) as desk:
            page = await desk.get(f"{LIST}/{id}")
            viewer = await desk.get(f"{LIST}/{id}/files/{rules.id}")
            saved = await desk.get(f"{LIST}/{id}/files/{papers.id}/content")
        assert all(name in page.text for name in (*NAMES.values(), "下载全部附件", "共2个文件"))
        assert f'src="{LIST}/{id}/files/{rules.id}/pages/1"' in viewer.text
        assert f'href="{LIST}/{id}"' in viewer.text
        assert saved.content == samples.picture().content
        assert saved.headers["content-type"] == "image/png"
        assert unquote(saved.headers["content-disposition"]).endswith(f"filename*=UTF-8''{papers.name}")


@ONE_DATABASE
async def test_all_of_them_come_as_one_zip_whose_size_is_known_before_it_is_made() -> None:
    unit = await employer(name="济南晨光/精工有限公司")
    id, _ = await submitted(unit)
    async with desk_of(await official(LIXIA)) as desk:
        head = await desk.visitor.head(f"{LIST}/{id}/files")
        answer = await desk.get(f"{LIST}/{id}/files")
        version = await desk.get(f"{LIST}/{id}/versions/1/files")
    package = zipfile.ZipFile(BytesIO(answer.content))
    assert package.testzip() is None
    assert {name: package.read(name) for name in package.namelist()} == {
        f"{RULES}/{NAMES['rules']}": samples.document().content,
        f"{PAPERS}/{NAMES['papers']}": samples.picture().content,
    }
    assert (head.headers["content-length"], head.content) == (str(len(answer.content)), b"")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert version.content == answer.content


@ONE_DATABASE
async def test_what_is_missing_in_the_store_is_told_on_a_page_and_the_rest_stays_within_reach() -> None:
    id, (rules, papers) = await submitted()
    await store.delete([rules.key])
    async with desk_of(await official(LIXIA)) as desk:
        every, page = await desk.get(f"{LIST}/{id}/files"), await desk.get(f"{LIST}/{id}")
        lost = await desk.get(f"{LIST}/{id}/files/{rules.id}/content")
        other = await desk.get(f"{LIST}/{id}/files/{papers.id}/content")
    assert (every.status_code, page.status_code, lost.status_code, other.status_code) == (409, 200, 503, 200)
    assert f"附件“{rules.name}”在系统中缺失或已损坏" in every.text
    assert "<h1" in lost.text and lost.headers["content-type"].startswith("text/html")


@ONE_DATABASE
async def test_an_office_never_reads_what_is_only_in_the_draft_nor_another_bases_file() -> None:
    unit = await employer()
    id, (rules, _) = await submitted(unit, "rejected")
    neighbour, (foreign, _) = await submitted(await employer(SHIZHONG))
    await attaching.attach(unit, "papers", [await sample("rules")], MOMENT)
    drafted = {each.file.id for each in await base_files.of_round(id, base_files.DRAFT)}
    (draft,) = drafted - {each.file.id for each in await base_files.of_round(id, 1)}
    paths = [f"{id}/files/{draft}", f"{id}/files/{foreign.id}", f"{neighbour}/files/{foreign.id}"]
    paths += [f"{neighbour}/files", f"{id}/versions/2/files", f"{id}/files/{rules.id}/pages/2"]
    async with desk_of(await official(LIXIA)) as desk:
        missing = await desk.get(f"{LIST}/2000000000/files/2000000000/content")
        for path in (*paths, *(f"{path}/content" for path in paths[:3])):
            assert (await desk.get(f"{LIST}/{path}")).status_code == 404, path
        assert missing.status_code == 404
    for office in (ZAOZHUANG, SHANDONG):
        async with desk_of(await official(office)) as desk:
            assert (await desk.get(f"{LIST}/{id}/files/{rules.id}/content")).status_code == 404


@ONE_DATABASE
async def test_the_province_reads_the_files_in_force_and_decides_nothing() -> None:
    id, (rules, _) = await submitted(state="approved")
    async with desk_of(await official(SHANDONG)) as desk:
        page = await desk.get(f"{LIST}/{id}")
        saved = await desk.get(f"{LIST}/{id}/files/{rules.id}/content")
        every = await desk.get(f"{LIST}/{id}/files")
    assert saved.content == samples.document().content
    assert (page.status_code, every.status_code) == (200, 200)
    assert NAMES["rules"] in page.text
    assert all(word not in page.text for word in (">审核不通过<", ">撤销审核<", ">暂停<"))


@ONE_DATABASE
async def test_the_list_counts_the_files_and_says_which_submission_it_is() -> None:
    await base(await employer(), "waiting_county")
    await base(await employer(), "waiting_county", round=2)
    async with desk_of(await official(LIXIA)) as desk:
        page = (await desk.get(LIST)).text
    assert [page.count(word) for word in ("附件2个", "附件0个", "第2次提交")] == [1, 1, 1]
