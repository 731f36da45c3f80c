"""见习基地 for the province: what was confirmed, and nothing of what was rejected before or waits since."""

from datetime import timedelta

import pytest

from jianxi.domain.bases import BaseVerb
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import typed
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_files, bases
from jianxi.queries.bases import Base
from jianxi.services import base_amendments, base_review
from jianxi.services import base_files as attaching
from jianxi.services import bases as services
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from tests.attachments import attach_missing, sample
from tests.cast import JINAN, LIXIA, SHANDONG, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.routes.base_desks import desk_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST, WHY = "/authority/bases", "证件已过期，请更换"
CORRECTED = {**BASE_FORM, "staff": ["121"]}


async def own(unit: EmployerViewer) -> Base:
    found = await bases.of_employer(unit)
    assert found is not None
    return found


async def submit(unit: EmployerViewer, form: dict[str, list[str]], after: int) -> None:
    at = NOW + timedelta(days=after)
    version = await services.save(unit, (await own(unit)).version, typed(form), at)
    await services.submit(unit, version, read(BaseForm, form, at.date()), at)


async def approved_after_a_rejection() -> tuple[EmployerViewer, int, int]:
    """The unit, its base, and a file that only the rejected submission held."""
    unit, county = await employer(name="济南晨光精工有限公司"), await official(LIXIA)
    await services.save(unit, 0, typed(BASE_FORM), NOW)
    await attach_missing(unit)
    await attaching.attach(unit, "papers", [await sample("papers", "过期执照.png")], NOW)
    await submit(unit, BASE_FORM, 0)
    id = (await own(unit)).id
    (old,) = [each.file.id for each in await base_files.of_round(id, 1) if "过期" in each.file.name]
    await base_review.reject(county, id, (await own(unit)).version, ["other"], WHY, NOW)
    await attaching.remove(unit, old, NOW, BaseVerb.SUBMIT)
    await submit(unit, CORRECTED, 1)
    for office in (county, await official(JINAN)):
        await base_review.approve(office, id, (await own(unit)).version, NOW + timedelta(days=2))
    return unit, id, old


async def test_the_province_reads_nothing_of_a_submission_that_was_rejected() -> None:
    _, id, old = await approved_after_a_rejection()
    page, ways = f"{LIST}/{id}", ("", "/files", "/paper")
    async with desk_of(await official(SHANDONG)) as desk:
        record = (await desk.get(page)).text
        first = {(await desk.get(f"{page}/versions/1{way}")).status_code for way in ways}
        second = {(await desk.get(f"{page}/versions/2{way}")).status_code for way in ways}
        file = {(await desk.get(f"{page}/files/{old}{way}")).status_code for way in ("", "/content")}
    async with desk_of(await official(LIXIA)) as desk:
        seen = (await desk.get(page)).text
    told = (WHY, "审核不通过", "第1次提交", "过期执照.png")
    assert (first, second, file) == ({404}, {200}, {404})
    assert [word for word in told if word in record] == []
    assert WHY in seen and "第1次提交" in seen and "过期执照.png" in seen


async def test_the_list_of_the_province_tells_when_what_is_in_force_was_submitted() -> None:
    unit, id, _ = await approved_after_a_rejection()
    version, at = (await own(unit)).version, NOW + timedelta(days=5)
    await base_amendments.amend(unit, version, read(BaseForm, BASE_FORM, at.date()), at)
    await base(await employer(name="济南乙精工有限公司"), submitted_at=NOW + timedelta(days=2))
    async with unit_of_work():
        of = BaseVersion
        await of.update({of.submitted_at: NOW + timedelta(days=2)}).where(of.base > id)
    async with desk_of(await official(SHANDONG)) as desk:
        listed = (await desk.get(LIST)).text
    async with desk_of(await official(JINAN)) as desk:
        seen = (await desk.get(f"{LIST}?state=approved")).text
    assert "2026-11-21" in listed and "2026-11-25" not in listed
    assert listed.index("济南乙精工") < listed.index("济南晨光精工") and seen.index(
        "济南晨光精工"
    ) < seen.index("济南乙精工")
    assert "第2次提交" in listed and "变更" not in listed
    assert "2026-11-25" in seen
