"""导出 of 上岗人员管理: the workbook holds exactly the rows of the list, typed, and taking it is logged."""

import json
import re
from datetime import date
from io import BytesIO
from typing import Any

import httpx
import pytest
from python_calamine import load_workbook

from jianxi.exports.trainee_sheet import COLUMNS
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from jianxi.tables.placements import AllowanceRaise
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.routes.base_desks import desk_of
from tests.traineeships import END, departure, retention, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST, EXPORT = "/employer/placements", "/employer/placements/export"
HEADINGS = [column.heading for column in COLUMNS]


def rows_of(answer: httpx.Response) -> list[dict[str, object]]:
    head, *rows = load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert head == HEADINGS
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


async def test_the_rows_are_those_of_the_list_on_all_its_pages_in_its_order() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    for number in range(23):
        state = ("approved", "unsigned", "waiting")[number % 3]
        await trainee(state, unit=unit, position=post, name=f"赵{'晓䶮'[number % 2]}第{number}")
    await trainee(name="别家的人")
    async with desk_of(unit) as desk:
        for query in ("", "?state=on_duty", "?state=todo&q=䶮", "?q=第1", "?state=left"):
            pages = [(await desk.get(f"{LIST}{query or '?'}&page={page}")).text for page in (1, 2)]
            rows = rows_of(await desk.get(EXPORT + query))
            on_screen = list(dict.fromkeys(re.findall(r'<a class="key"[^>]*><b>([^<]+)</b>', "".join(pages))))
            assert [row["姓名"] for row in rows] == on_screen, query
            assert ("导出</a>" in pages[0]) == bool(rows), query
        logged = await LogEntry.select().where(LogEntry.verb == "export")
        await desk.visitor.head(EXPORT)
        assert await LogEntry.count().where(LogEntry.verb == "export") == len(logged)
    facts = [json.loads(entry["facts"]) for entry in logged]
    assert facts[2] == {"filters": {"state": "todo", "words": "…"}, "rows": 4}
    assert {entry["noun"] for entry in logged} == {"placement"}


async def test_each_cell_has_its_type_and_says_what_the_page_says() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    stays, leaves = [await trainee(unit=unit, position=post, name=name) for name in ("=赵䶮·敏", "孙七")]
    for day, fen in ((date(2026, 11, 1), 280_050), (date(2026, 12, 1), 300_000)):
        raised: dict[str, Any] = {"starts_on": day, "allowance_fen": fen, "recorded_at": MOMENT}
        await save(AllowanceRaise(placement=stays.placement, **raised))
    await retention(stays.placement)
    await departure(leaves.placement, "waiting_certificate")
    async with unit_of_work():
        await Person.update({Person.phone: None}).where(Person.id == leaves.person.person)
    async with desk_of(unit) as desk:
        first, second = rows_of(await desk.get(EXPORT))
    assert (first["姓名"], first["联系手机"]) == ("孙七", "")
    assert first["离岗"] == first["待办"] == "待上传证明"
    assert (first["期望离岗日期"], first["离岗日期"]) == (date(2026, 11, 30), date(2026, 11, 18))
    assert (second["姓名"], second["状态"], second["留用岗位"]) == ("=赵䶮·敏", "已留用", "数控编程员")
    assert (second["月生活费（元）"], first["月生活费（元）"]) == (2800.5, 2600)
    assert (second["劳动合同起始日期"], second["保险终止日期"]) == (date(2026, 12, 1), END)
    assert second["联系手机"] == "13900139000"
    assert re.fullmatch(r"37\*{14}..", str(second["身份证号"]))
