"""提示 on the pages of the offices: in the rows, behind the filter, at a person's line; nobody else reads them."""

import pytest

from tests import signals
from tests.cast import LIXIA, official
from tests.rosters import roster
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of
from tests.traineeships import trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LABEL = "手机号码相同"


async def test_an_office_reads_them_and_the_unit_and_the_person_do_not() -> None:
    one = await trainee(name="钱多")
    two, clean = [await trainee(name=name, unit=one.unit, position=one.position) for name in ("孙乐", "李明")]
    await signals.phone(1, one, two)
    id = await roster(one.unit)
    pages = {
        "rows": f"/authority/rosters/{id}?lines=signals",
        "line": f"/authority/rosters/{id}/lines/{one.placement}",
        "clean line": f"/authority/rosters/{id}/lines/{clean.placement}",
        "review": f"/authority/placements/{one.placement}",
    }
    async with desk_of(await official(LIXIA)) as desk:
        read = {name: (await desk.get(path)).text for name, path in pages.items()}
    async with desk_of(one.unit) as desk:
        own = [
            await desk.get(f"/employer/rosters/{id}"),
            await desk.get(f"/employer/rosters/{id}/lines/{one.placement}"),
            await desk.get(f"/employer/placements/{one.placement}"),
        ]
    async with applicant_desk(one.person) as desk:
        own.append(await desk.get(f"/applicant/applications/{one.application}"))

    assert [name for name, page in read.items() if LABEL not in page] == ["clean line"]
    assert ("2人有需要留意的情况" in read["rows"], "李明" in read["rows"]) == (True, False)
    assert "登记的联系手机与孙乐相同。" in read["review"]
    assert {(page.status_code, LABEL in page.text, "提示</h2>" in page.text) for page in own} == {
        (200, False, False)
    }
