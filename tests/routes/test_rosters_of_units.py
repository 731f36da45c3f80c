"""补贴经费花名册 at the desk of the employer, all the way: estimate, months, evidence, 报送, 退回 with questions, 更正."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from python_calamine import load_workbook

from jianxi.domain.viewers import EmployerViewer
from jianxi.exports import roster_sheet
from jianxi.services import roster_questions, roster_review
from jianxi.tables.log import LogEntry
from jianxi.tables.rosters import RosterFile
from tests import cast
from tests.cast_facts import MOMENT
from tests.rosters import roster, seen, wage
from tests.routes.base_desks import Desk, desk_of, hidden_fields, version_in
from tests.traineeships import departure, retention, trainee
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST = "/employer/rosters"
RANGE: dict[str, str | list[str]] = {"kind": "period", "from": "2026-09", "to": "2026-10"}
PREVIEW = f"{LIST}/preview?kind=period&from=2026-09&to=2026-10"


async def staffed() -> EmployerViewer:
    """赵敏 for both months, 孙七 leaving since October, 钱八 not approved."""
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    await trainee(unit=unit, position=post, name="赵䶮·敏")
    leaving = await trainee(unit=unit, position=post, name="孙七")
    await departure(leaving.placement, "waiting_certificate", last_day=date(2026, 10, 10))
    await trainee("waiting", unit=unit, position=post, name="钱八")
    return unit


def picture() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (40, 30), "white").save(kept, "PNG")
    return kept.getvalue()


async def send(desk: Desk, path: str, act: str, page: str, **files: tuple[str, bytes]) -> str:
    """The form of a page with files; the page that comes, or where it leads."""
    data = {**hidden_fields(page), "csrf": await csrf_of(desk.visitor), "act": act}
    answer = await desk.visitor.post(path, data=data, files=files)
    return answer.headers.get("location", "") if answer.status_code == 303 else answer.text


async def test_the_list_tells_what_has_come_together_and_which_months_are_still_to_be_sent() -> None:
    async with desk_of(await staffed()) as desk:
        page = (await desk.get(LIST)).text
        placements = (await desk.get("/employer/placements")).text
    assert "本月至今估算" in page and "尚未报送的月份" in page
    assert f'href="{LIST}"' in placements and "导出补贴经费花名册" in placements
    assert re.search(
        r"2026年9月</th><td[^>]*>2</td><td[^>]*>0</td><td[^>]*>1</td><td[^>]*>2,880.00</td>", page
    )
    assert "办理2026年9月至10月" in page


async def test_a_preview_explains_each_amount_and_keeps_apart_what_is_not_summed() -> None:
    async with desk_of(await staffed()) as desk:
        page = (await desk.get(PREVIEW)).text
        bad = await desk.get(f"{LIST}/preview?from=2026-11&to=2026-13")
        turned = await desk.get(f"{LIST}/preview?from=2026-10&to=2026-09")
        apart = (await desk.get(f"{PREVIEW}&standing=pending")).text
    assert "2,400.00 元 × 60% × 30/30 天 = 1,440.00 元" in page
    assert "4,320.00" in page and "赵䶮·敏" in page and "37**************" in page
    assert "离岗（2026年10月10日）正在办理" in page and "上岗审核尚未通过" in page
    assert page.index("合计") < page.index('id="roster-pending"') < page.index('id="roster-excluded"')
    assert "孙七" in apart and "赵䶮·敏" not in apart
    assert bad.status_code == turned.status_code == 422
    assert "2026年11月还没有结束" in bad.text and "截止月份应不早于起始月份" in turned.text


async def test_the_workbook_of_a_preview_is_whole_and_taking_it_is_logged() -> None:
    async with desk_of(await staffed()) as desk:
        await desk.visitor.head(PREVIEW.replace("preview", "preview/export"))
        taken = await desk.get(PREVIEW.replace("preview", "preview/export"))
    rows = load_workbook(BytesIO(taken.content)).get_sheet_by_name(roster_sheet.TITLE).to_python()
    people = [row for row in rows if isinstance(row[0], float) and row[8] != ""]
    assert {row[1] for row in rows if isinstance(row[0], float)} >= {"赵䶮·敏", "孙七", "钱八"}
    assert all(re.fullmatch(r"\d{17}[\dX]", str(row[3])) for row in people)
    assert any("预览，尚未报送" in str(cell) for row in rows[:5] for cell in row)
    entries = await LogEntry.select(LogEntry.facts).where(LogEntry.verb == "export")
    assert len(entries) == 1 and '"rows":3' in entries[0]["facts"]


async def test_evidence_is_kept_through_refusals_and_sending_tells_what_comes_next() -> None:
    async with desk_of(await staffed()) as desk:
        begun = await desk.post(LIST, RANGE)
        path = begun.headers["location"]
        page = (await desk.get(path)).text
        assert "还没有上传考勤表、生活费发放凭证" in page
        files = {"attendance": ("考勤.png", picture()), "payment": ("坏.bmp", b"BM1")}
        refused = await send(desk, path, "send", page, **files)
        assert "“坏.bmp”" in refused and "考勤.png" in refused and "还没有上传生活费发放凭证" in refused
        again = await desk.post(LIST, RANGE)
        assert again.headers["location"] == path
        file = (await RosterFile.select(RosterFile.file))[0]["file"]
        shown = await desk.get(path.replace("submission", f"files/{file}/content"))
        assert shown.headers["content-type"] == "image/png"
        to = await send(desk, path, "send", page)
        sent = (await desk.get(to)).text
        late = await desk.visitor.post(
            path, data={"csrf": await csrf_of(desk.visitor), "v": "2", "drop": str(file), "act": ""}
        )
    assert "已报送，编号JX3701-26-H" in sent and "等待济南市历下区人社部门审核" in sent
    assert "4,320.00" in sent and "请联系济南市历下区人社部门" in sent
    assert late.status_code == 409 and await RosterFile.count() == 1


async def test_what_was_returned_shows_why_and_what_is_asked_and_is_sent_again() -> None:
    unit, office = await staffed(), await cast.official(cast.LIXIA)
    id = await roster(unit, "sent")
    async with desk_of(unit) as desk:
        placement = int((re.findall(rf"{LIST}/{id}/lines/(\d+)", (await desk.get(f"{LIST}/{id}")).text))[0])
        question = await roster_questions.ask(office, id, placement, "9月的考勤与协议不符，请说明", MOMENT)
        await roster_review.send_back(office, id, (await seen(office, id)).version, "请补充考勤表", MOMENT)
        page = (await desk.get(f"{LIST}/{id}")).text
        answer = f"{LIST}/{id}/questions/{question}/answer"
        empty = await desk.post(answer, {"answer": " "})
        done = await desk.post(answer, {"answer": "已核对，按实际天数"})
        line = (await desk.get(f"{LIST}/{id}/lines/{placement}")).text
        path = f"{LIST}/{id}/submission"
        submission = (await desk.get(path)).text
        await send(desk, path, "send", submission)
        last = (await desk.get(f"{LIST}/{id}")).text
    assert page.index("退回原因") < page.index("9月的考勤与协议不符") < page.index("计入合计")
    assert empty.status_code == 422 and "请填写回复" in empty.text
    assert done.status_code == 303 and "已核对，按实际天数" in line
    assert "与第1次报送相比" in submission and "人员和金额没有变化" in submission
    assert "第2次报送" in last and "与第1次报送相比" in last


async def test_an_accepted_one_is_corrected_by_a_new_version_with_its_differences() -> None:
    unit = await staffed()
    id = await roster(unit, "accepted")
    async with desk_of(unit) as desk:
        accepted = (await desk.get(f"{LIST}/{id}")).text
        step = (await desk.get(f"{LIST}/{id}/correction")).text
        no_reason = await desk.post(f"{LIST}/{id}/correction", {"v": version_in(step), "reason": ""})
        begun = await desk.post(f"{LIST}/{id}/correction", {"v": version_in(step), "reason": "漏报一人"})
        draft = (await desk.get(begun.headers["location"].removesuffix("/submission"))).text
        old = (await desk.get(f"{LIST}/{id}")).text
        discard = begun.headers["location"].replace("submission", "discard")
        gone = await desk.post(discard, {"v": "1"})
    assert "内容摘要" in accepted and re.search("[0-9a-f]{64}", accepted) and "更正" in accepted
    assert no_reason.status_code == 422 and "请填写更正原因" in no_reason.text
    assert "（第2版）" in draft and "漏报一人" in draft and "与第1版相比" in draft
    assert "有一个更正正在办理" in old
    assert (gone.status_code, gone.headers.get("location")) == (303, LIST)


async def test_a_wage_that_nobody_entered_stops_everything_with_its_sentence() -> None:
    unit = await cast.employer(cast.ZAOZHUANG_SHIZHONG)
    await trainee(unit=unit, position=await cast.position(await cast.base(unit)))
    async with desk_of(unit) as desk:
        pages = [(await desk.get(path)).text for path in (LIST, PREVIEW)]
        export = await desk.get(PREVIEW.replace("preview", "preview/export"))
        begun = await desk.post(LIST, RANGE)
        path = begun.headers["location"]
        submission = (await desk.get(path)).text
        sent = await desk.post(path, {"v": "1", "act": "send"})
    for page in (*pages, submission, sent.text, export.text):
        assert "缺少 枣庄市市中区 2026年9月 的最低工资标准" in page
    assert (export.status_code, sent.status_code) == (409, 409)
    assert "请联系所在市人社部门补录" in pages[1]


async def test_years_that_are_over_have_their_figure_with_the_names_behind_it() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    months: dict[str, Any] = {"starts_on": date(2025, 3, 1), "ends_on": date(2025, 8, 31)}
    stays, _ = [await trainee(unit=unit, position=post, name=name, **months) for name in ("刘㛃", "孙七")]
    contract: dict[str, Any] = {"contract_from": date(2025, 9, 1), "contract_to": date(2027, 8, 31)}
    await retention(stays.placement, **contract, insured_on=date(2025, 9, 1))
    await wage("2200", since=date(2025, 1, 1))
    async with desk_of(unit) as desk:
        page = (await desk.get(LIST)).text
        year = (await desk.get(f"{LIST}/preview?kind=settlement&from=2025-01&to=2025-12")).text
        not_over = await desk.get(f"{LIST}/preview?kind=settlement&from=2026-01&to=2026-12")
    assert "2025年留用率 1/2（50%），达到 50%" in page and "办理2025年年度清算" in page
    assert "2025年年度清算" in year and re.search(
        r"留用1人</summary>.*?刘㛃.*?期满1人</summary>.*?孙七", year, re.DOTALL
    )
    assert "2025年3月至8月：该月在已接受的花名册中没有补贴，请先报送" in year
    assert not_over.status_code == 422
