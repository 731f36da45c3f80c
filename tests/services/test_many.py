"""One verb on many records: each has a result of its own, whatever becomes of the others."""

import pytest

from jianxi.queries import bases
from jianxi.services import many
from jianxi.tables.employers import Base
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import LIXIA, base, employer, official

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_one_that_only_the_database_refuses_holds_up_no_other() -> None:
    first, refused, last = [await base(await employer(), "waiting_county") for _ in range(3)]
    office, done = await official(LIXIA), list[int]()

    async def deed(id: int, _version: int) -> None:
        async with unit_of_work():
            await Base.update({Base.state: "no such state" if id == refused else "waiting_city"}).where(
                Base.id == id
            )
        done.append(id)

    async def now_is(id: int) -> bases.Base:
        return await bases.get(office, id)

    picks = [(first, 1), (refused, 1), (last, 1)]
    results = await many.each(office, "base", "approve", picks, deed, now_is)

    assert done == [first, last]
    assert [bool(result.objection) for result in results] == [False, True, False]
    assert "没有办理" in results[1].objection and results[1].gap is not None
