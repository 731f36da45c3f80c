"""附件 while the store goes: what was kept before is attached, what was not is told, and nothing that was typed is lost."""

from io import BytesIO
from pathlib import Path

import pytest
from starlette.datastructures import FormData, UploadFile

from jianxi.domain.bases import BaseVerb
from jianxi.queries import base_files, bases
from jianxi.routes.employer.base_uploads import take_in
from jianxi.storage import samples, store
from jianxi.web.requests import fields_of
from tests.attachments import attach_samples
from tests.cast import employer
from tests.conftest import NOW
from tests.routes.base_desks import desk_of
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
SAYS = "系统暂时不能保存文件，请稍后再上传"


def sent(name: str) -> UploadFile:
    content = samples.picture().content
    return UploadFile(BytesIO(content), size=len(content), filename=name)


class Unplugging(UploadFile):
    """While it is read, the disk goes on which files are kept."""

    disk: Path

    async def read(self, size: int = -1) -> bytes:
        self.disk.rename(self.disk.with_name("unplugged"))
        return await super().read(size)


async def test_the_files_before_the_store_went_are_attached_and_the_others_are_told(tmp_path: Path) -> None:
    unit = await employer()
    await attach_samples(unit)
    third = Unplugging(BytesIO(samples.picture().content), size=1, filename="3.png")
    third.disk = tmp_path / "files"
    chosen = [sent("1.png"), sent("2.png"), third, sent("4.png"), sent("5.png")]
    told = await take_in(
        unit, fields_of(FormData([("papers", each) for each in chosen])), BaseVerb.SUBMIT, NOW
    )
    base = await bases.of_employer(unit)
    assert base is not None
    attached = await base_files.of_round(base.id, base_files.DRAFT)
    assert [each.file.name for each in attached][-2:] == ["1.png", "2.png"]
    assert told == {"papers": f"“3.png”、“4.png”、“5.png”没有上传：{SAYS}"}


async def test_while_the_store_is_away_the_form_is_saved_and_says_which_files_are_not(tmp_path: Path) -> None:
    unit = await employer()
    (tmp_path / "occupied").write_text("no folder")
    store.use((tmp_path / "occupied").as_uri())
    async with desk_of(unit) as desk:
        fields = {
            "csrf": await csrf_of(desk.visitor),
            "act": "save",
            "v": "0",
            "introduction": "生产数控机床",
        }
        files = {"rules": ("制度.png", samples.picture().content)}
        told = await desk.visitor.post("/employer/base", data=fields, files=files)
        again = await desk.get("/employer/base")

    assert told.status_code == 422
    assert f"“制度.png”没有上传：{SAYS}" in told.text
    assert "生产数控机床" in told.text
    assert "生产数控机床" in again.text
