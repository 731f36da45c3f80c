"""The person who was accepted does not come: the employer gives the seat to the next one."""

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.services import acceptances
from jianxi.services.application_endings import cancel
from jianxi.services.applications import apply
from jianxi.tables.applications import Application
from tests import cast
from tests.conftest import NOW
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/employer/applications"


async def test_the_seat_goes_to_the_next_and_the_first_may_apply_again() -> None:
    unit, absent = await cast.employer(), await cast.person()
    place = await cast.position(await cast.base(unit), headcount=1)
    id = await cast.application(absent, place, "accepted")
    following = await cast.application(await cast.person(), place)
    with pytest.raises(Refused):
        await acceptances.accept(unit, following, 1, NOW)

    await cancel(unit, id, 1, "约定的日期没有报到", NOW)
    await acceptances.accept(unit, following, 1, NOW)

    with pytest.raises(Refused, match="已录满"):
        await apply(absent, place, NOW)
    other = await cast.position(await cast.base(await cast.employer()))
    assert await apply(absent, other, NOW)


async def test_the_employer_does_so_from_its_list() -> None:
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit), headcount=1)
    id = await cast.application(await cast.person(name="孙七"), place, "accepted")
    following = await cast.application(await cast.person(name="周八"), place)
    async with desk_of(unit) as desk:
        full = await desk.get(LIST)
        asked = await desk.get(f"{LIST}/{id}/cancellation?back={LIST}?state=accepted")
        gone = await desk.post(
            f"{LIST}/{id}/cancellation", {"v": version_in(asked.text), "reason": "没有报到"}
        )
        listed = await desk.get(LIST)
        taken = await desk.post(f"{LIST}/{following}/approval", {"v": "1"})

    assert "名额已满，不能录用" in full.text
    assert gone.status_code == 303
    assert "名额已满" not in listed.text
    assert taken.status_code == 303
    rows = await Application.select(Application.id, Application.state)
    assert {row["id"]: row["state"] for row in rows} == {id: "cancelled", following: "accepted"}
