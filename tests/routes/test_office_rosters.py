"""补贴经费 at the offices: the list, one roster against the records, questions, 接受, 退回, 更正 and what is saved."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from jianxi.tables.log import LogEntry
from jianxi.tables.placements import Placement
from jianxi.tables.rosters import Roster, RosterQuestion
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, SHANDONG, employer, official
from tests.rosters import roster, seen
from tests.routes.base_desks import desk_of
from tests.traineeships import trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST = "/authority/rosters"
Fields = dict[str, str | list[str]]


async def sent(
    name: str = "济南甲精工有限公司", state: str = "sent", level: str = "county"
) -> tuple[int, int]:
    """The roster, and the placement of its one line."""
    unit = await employer(name=name)
    placement = (await trainee(unit=unit, level=level)).placement
    office = await official(JINAN) if level == "city" else None
    return await roster(unit, state, office=office), placement


async def underpaid(placement: int) -> None:
    """生活费 is no longer what it was when the roster was sent."""
    values: dict[Any, Any] = {Placement.allowance_fen: 100_000, Placement.version: Placement.version + 1}
    async with unit_of_work():
        await Placement.update(values).where(Placement.id == placement)


async def test_the_list_opens_with_what_waits_for_the_office_and_is_narrowed_by_its_address() -> None:
    one, _ = await sent()
    await sent("济南乙机电有限公司", "accepted")
    await sent("济南丙光电有限公司", level="city")
    number = (await seen(await official(LIXIA), one)).number
    names = {
        f"q={number}": ["甲精工"],
        "q=乙机电": ["乙机电"],
        **{query: [] for query in ("from=2026-11", "to=2026-08", "kind=settlement")},
        "from=2026-10": ["甲精工", "乙机电", "丙光电"],
    }
    async with desk_of(await official(LIXIA)) as desk:
        waiting, everything = (await desk.get(LIST)).text, (await desk.get(f"{LIST}?state=all")).text
        found = {query: (await desk.get(f"{LIST}?state=all&{query}")).text for query in names}
    async with desk_of(await official(JINAN)) as desk:
        city = (await desk.get(LIST)).text
    async with desk_of(await official(SHANDONG)) as desk:
        province = await desk.get(LIST)
    assert "甲精工" in waiting and "2,880.00" in waiting and "乙机电" not in waiting
    assert all(name in everything for name in ("甲精工", "乙机电", "丙光电", "已报送（市级）"))
    assert names == {
        query: [name for name in ("甲精工", "乙机电", "丙光电") if name in text]
        for query, text in found.items()
    }
    assert "丙光电" in city and "甲精工" not in city and province.status_code == 404


async def test_the_list_is_exported_with_typed_numbers_and_a_total() -> None:
    await sent()
    await sent("济南乙机电有限公司")
    async with desk_of(await official(LIXIA)) as desk:
        book = load_workbook(BytesIO((await desk.get(f"{LIST}/export")).content))
    rows = list(book.active.iter_rows(values_only=True))
    money = rows[0].index("合计（元）")
    assert [row[money] for row in rows[1:]] == [2880, 2880, 5760] and rows[-1][0] == "合计"
    assert await LogEntry.count().where(LogEntry.verb == "export") == 1


async def test_what_was_sent_is_held_against_the_records_and_cannot_be_accepted_while_they_differ() -> None:
    id, placement = await sent()
    async with desk_of(await official(LIXIA)) as desk:
        agrees = (await desk.get(f"{LIST}/{id}")).text
        step = (await desk.get(f"{LIST}/{id}/acceptance")).text
        await underpaid(placement)
        differs = (await desk.get(f"{LIST}/{id}")).text
        narrowed = (await desk.get(f"{LIST}/{id}?lines=differing")).text
        refused = await desk.post(f"{LIST}/{id}/acceptance", {"v": "2"})
    assert "与记录一致" in agrees and "确认接受" in step and "2,880.00" in step
    assert "1人与记录不一致" in differs and "合计应减少2,880.00元" in differs and "不予补贴（" in differs
    assert "赵敏" in narrowed and 'aria-current="page"' in narrowed
    assert refused.status_code == 409 and "请退回，由单位重新报送" in refused.text
    assert (await Roster.select(Roster.state))[0]["state"] == "sent"


async def test_accepting_goes_on_to_the_next_that_waits_and_freezes_what_was_sent() -> None:
    (one, placement), (other, _) = await sent(), await sent("济南乙机电有限公司")
    fields: Fields = {"v": "2", "back": f"{LIST}/{one}?back=%2Fauthority%2Frosters%3Fcounty%3D370102"}
    async with desk_of(await official(LIXIA)) as desk:
        done = await desk.post(f"{LIST}/{one}/acceptance", fields)
        await underpaid(placement)
        later = (await desk.get(f"{LIST}/{one}")).text
        again = await desk.post(f"{LIST}/{one}/return", {"v": "2", "reason-0": "payment"})
    assert done.status_code == 303 and done.headers["location"].startswith(f"{LIST}/{other}?back=")
    assert "接受后，记录或参数有变化" in later and "请办理更正" in later and "更正</a>" in later
    assert again.status_code == 409 and "已经接受" in again.text


async def test_sending_back_asks_for_reasons_and_the_round_keeps_them() -> None:
    id, _ = await sent()
    async with desk_of(await official(LIXIA)) as desk:
        none = await desk.post(f"{LIST}/{id}/return", {"v": "2"})
        bare = await desk.post(f"{LIST}/{id}/return", {"v": "2", "reason-0": "other"})
        told: Fields = {"v": "2", "reason-0": ["attendance", "other"], "note-0": "缺少10月"}
        done = await desk.post(f"{LIST}/{id}/return", told)
        page = (await desk.get(f"{LIST}/{id}")).text
    assert none.status_code == bare.status_code == 422 and "请至少勾选一个退回原因" in none.text
    assert done.status_code == 303
    assert "考勤表缺少或与花名册不一致；缺少10月" in page and "退回</a>" not in page


async def test_a_question_is_asked_once_shown_with_its_answer_and_ends_with_the_decision() -> None:
    id, placement = await sent()
    url, typed = f"{LIST}/{id}/lines/{placement}/questions", "10月考勤只有12天，请说明。"
    async with desk_of(await official(LIXIA)) as desk:
        empty = await desk.post(url, {"question": " "})
        done = await desk.post(url, {"question": typed, "back": "//elsewhere.example/"})
        page = (await desk.get(f"{LIST}/{id}?lines=asked")).text
        await desk.post(f"{LIST}/{id}/return", {"v": "2", "reason-0": "payment"})
        late = await desk.post(url, {"question": "还有一个问题"})
    assert empty.status_code == 422 and "请填写问题" in empty.text
    assert (
        done.headers["location"] == f"{LIST}/{id}#line-{placement}"
        and typed in page
        and "待回复" in page
        and "有1个问题单位还没有回复" in page
    )
    assert late.status_code == 409 and "您填写的问题：还有一个问题" in late.text
    assert await RosterQuestion.count() == 1


async def test_the_other_office_reads_everything_and_has_no_buttons() -> None:
    id, placement = await sent()
    async with desk_of(await official(JINAN)) as desk:
        page = (await desk.get(f"{LIST}/{id}")).text
        line = (await desk.get(f"{LIST}/{id}/lines/{placement}")).text
        tried = await desk.post(f"{LIST}/{id}/acceptance", {"v": "2"})
        asked = await desk.post(f"{LIST}/{id}/lines/{placement}/questions", {"question": "请说明"})
        sheet = await desk.get(f"{LIST}/{id}/export")
    assert "赵敏" in page and "2,400.00 元 × 60% × 30/30 天 = 1,440.00 元" in line
    assert not [word for word in ("接受</a>", "退回</a>", "更正</a>", "提问</button>") if word in page + line]
    assert tried.status_code == asked.status_code == 409
    assert load_workbook(BytesIO(sheet.content)).active.max_row > 1


async def test_a_correction_shows_how_it_differs_and_takes_the_place_of_what_it_corrects() -> None:
    unit = await employer()
    placement = (await trainee(unit=unit)).placement
    id = await roster(unit, "accepted")
    async with desk_of(await official(LIXIA)) as desk:
        begun = await desk.post(f"{LIST}/{id}/correction", {"v": "3", "reason": "生活费有误"})
        waits = (await desk.get(f"{LIST}/{id}")).text
        await underpaid(placement)
        new = await roster(unit, "sent")
        page = (await desk.get(f"{LIST}/{new}")).text
        apart = (await desk.get(f"{LIST}/{new}/differences")).text
        await desk.post(f"{LIST}/{new}/acceptance", {"v": "2"})
        old = (await desk.get(f"{LIST}/{id}")).text
        listed = [(await desk.get(f"{LIST}?state={state}")).text for state in ("accepted", "corrected")]
    assert begun.status_code == 303 and "正在更正" in waits
    assert "与第1版相比" in page and "1人有变化，合计减少2,880.00元" in page and "-2,880.00" in apart
    assert "已被更正" in old
    assert [f"{LIST}/{new}?" in text for text in listed] == [True, False]
    assert [f"{LIST}/{id}?" in text for text in listed] == [False, True]
