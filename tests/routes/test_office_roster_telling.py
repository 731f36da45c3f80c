"""补贴经费 at the offices says what is so: how many are paid, who decides, which months were taken, what waits for nobody."""

from datetime import date

import pytest

from tests.cast import JINAN, LIXIA, base, employer, official, position
from tests.rosters import roster
from tests.routes.base_desks import desk_of
from tests.routes.test_office_rosters import LIST
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_accepting_counts_whom_it_pays_and_the_office_that_reads_is_told_who_decides() -> None:
    unit = await employer()
    place = await position(await base(unit))
    await trainee(unit=unit, position=place, name="赵敏")
    leaving = (await trainee(unit=unit, position=place, name="钱进")).placement
    await departure(leaving, last_day=date(2026, 9, 1), wanted_on=date(2026, 9, 1))
    id = await roster(unit)
    async with desk_of(await official(LIXIA)) as desk:
        does = (await desk.get(f"{LIST}/{id}/acceptance")).text
        page = (await desk.get(f"{LIST}/{id}")).text
    async with desk_of(await official(JINAN)) as desk:
        reads = [(await desk.get(f"{LIST}/{id}/{act}")).text for act in ("acceptance", "return")]
        tried = (await desk.post(f"{LIST}/{id}/acceptance", {"v": "2"})).text
    assert "计入补贴经费汇总：1人" in does and "人员（列入2人、计入1人）" in page
    for text in (*reads, tried):
        assert text.count("该单位的花名册由区县人社部门审核，您可以查看，不能办理。") == 1
        assert "请刷新页面" not in text


async def test_a_question_left_open_waits_for_nobody_once_the_roster_is_accepted() -> None:
    unit = await employer()
    placement = (await trainee(unit=unit)).placement
    id = await roster(unit)
    async with desk_of(await official(LIXIA)) as desk:
        asks = f"{LIST}/{id}/lines/{placement}/questions"
        long = await desk.post(asks, {"question": "长" * 501})
        await desk.post(asks, {"question": "请说明考勤。"})
        await desk.post(f"{LIST}/{id}/acceptance", {"v": "2"})
        page = (await desk.get(f"{LIST}/{id}")).text
    assert long.status_code == 422 and "最多500字，您输入了501字" in long.text and "长" * 501 in long.text
    assert "未回复（已接受）" in page and "等待回复" not in page and "待回复" not in page


async def test_months_that_cannot_be_taken_as_typed_are_said() -> None:
    wrong = "起始月份应为年和月，例如2025-08"
    cases = {
        "from=2026-13": wrong,
        "from=2026-13&to=2026-10": wrong,
        "from=2026-10&to=2026-09": "截止月份应不早于起始月份；已按2026-09至2026-10查找",
        "from=2026-09&to=2026-10": "",
    }
    async with desk_of(await official(LIXIA)) as desk:
        for path in (LIST, "/authority/subsidies"):
            for query, told in cases.items():
                page = (await desk.get(f"{path}?{query}")).text
                assert told in page and ("请核对月份" in page) is bool(told), (path, query)
