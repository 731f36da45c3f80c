"""改报 from a tab that is behind: it leads to the application that is going on by now."""

import pytest

from tests import cast
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE = "/applicant/applications"


async def published(title: str) -> int:
    return await cast.position(await cast.base(await cast.employer()), title=title)


async def test_a_change_from_a_tab_that_is_behind_leads_to_the_application_that_is_going_on() -> None:
    person, first, second = await cast.person(), await published("软件测试"), await published("质检")
    id = await cast.application(person, await published("数控编程"))
    address = f"{MINE}/{id}/switch"
    async with applicant_desk(person) as desk:
        asked = await desk.get(f"{address}?position={first}")
        await desk.post(address, {"v": version_in(asked.text), "position": str(first)})
        late = await desk.post(address, {"v": version_in(asked.text), "position": str(second)})

    assert late.status_code == 409
    assert "您已另有一个报名正在等待审核" in late.text
    assert "可以直接报名其他岗位" not in late.text
    assert f'href="{MINE}">查看我现在的报名' in late.text
