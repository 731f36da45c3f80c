"""终止见习审核 at the offices, with and without a script."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from python_calamine import load_workbook

from jianxi.domain import periods
from jianxi.queries import departures
from jianxi.tables.engine import Engine
from jianxi.tables.log import LogEntry
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG
from tests.conftest import NOW
from tests.routes.base_desks import desk_of, version_in
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/departures"
TODAY = periods.today(NOW)


async def left(state: str = "waiting", name: str = "赵敏", level: str = "county", **columns: object) -> int:
    return await departure((await trainee(name=name, level=level)).placement, state, **columns)


async def test_a_departure_with_its_certificate_is_passed_in_its_row() -> None:
    id = await left(name="孙七", note="已与新单位签约")
    async with desk_of(await cast.official(LIXIA)) as desk:
        listed = await desk.get(LIST)
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1", "back": LIST}, script=True)
        second = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", f"reason-{id}": "seal"}, script=True)
    assert "2026-11-18" in listed.text and "本人不愿继续" in listed.text and 'class="sel"' in listed.text
    assert row.status_code == 200
    assert f'<tbody id="departure-{id}" class="is-done">' in row.text
    assert "“孙七”终止见习审核通过，离岗日期为2026年11月18日。" in row.text and "撤销审核" in row.text
    assert 'id="menu-authority-departures"' in row.text
    assert second.status_code == 409
    assert "李建国已于10:00审核通过该离岗" in second.text


async def test_where_the_employer_was_passed_over_the_office_sets_the_day_on_the_page() -> None:
    id, other = await left("waiting_office", refusal="岗位交接没有完成"), await left("waiting")
    viewer = await cast.official(LIXIA)
    async with desk_of(viewer) as desk:
        listed = await desk.get(f"{LIST}?state=waiting_office")
        page = await desk.get(f"{LIST}/{id}")
        fields: dict[str, str | list[str]] = {"v": version_in(page.text), "then": "next", "back": LIST}
        blank = await desk.post(f"{LIST}/{id}/approval", fields)
        wrong = await desk.post(f"{LIST}/{id}/approval", {**fields, f"last_day-{id}": "2030-01-01"})
        done = await desk.post(f"{LIST}/{id}/approval", {**fields, f"last_day-{id}": "2026-11-25"})
    assert "确定日期" in listed.text and f"{LIST}/{id}/approval" not in listed.text
    assert "岗位交接没有完成" in page.text and "由您部门确定离岗日期" in page.text
    assert (blank.status_code, wrong.status_code) == (422, 422)
    assert f'href="#last_day-{id}">请填写离岗日期' in blank.text
    assert 'value="2030-01-01"' in wrong.text and "应在见习期间" in wrong.text
    assert "确认审核不通过" not in wrong.text
    assert done.headers["location"].startswith(f"{LIST}/{other}?back=")
    assert (await departures.get(viewer, id, TODAY)).last_day == date(2026, 11, 25)


async def test_the_menu_leads_to_where_something_waits() -> None:
    await left("waiting_office", name="孙七")
    async with desk_of(await cast.official(LIXIA)) as desk:
        opened, asked_for = await desk.get(LIST), await desk.get(f"{LIST}?state=waiting")
    assert (opened.status_code, opened.headers["location"]) == (303, f"{LIST}?state=waiting_office")
    assert asked_for.status_code == 200 and "孙七" not in asked_for.text


async def test_rejecting_asks_why_and_taking_it_back_says_first_what_it_does() -> None:
    id = await left(name="孙七")
    async with desk_of(await cast.official(LIXIA)) as desk:
        opened = await desk.post(f"{LIST}/{id}/rejection", {"v": "1"})
        sent: dict[str, str | list[str]] = {
            "v": "1",
            f"reason-{id}": "other",
            f"note-{id}": "第1页缺少单位盖章",
        }
        rejected = await desk.post(f"{LIST}/{id}/rejection", {**sent, "back": LIST})
        listed = await desk.get(f"{LIST}?state=rejected")
        asked = await desk.get(f"{LIST}/{id}/reopening?back={LIST}")
        version = version_in(asked.text)
        undone = await desk.post(f"{LIST}/{id}/reopening", {"v": version, "back": LIST})
        again = await desk.post(f"{LIST}/{id}/reopening", {"v": version, "back": LIST})
        page = await desk.get(f"{LIST}/{id}")
    assert "确认审核不通过" in opened.text and "将原样告知单位和本人" in opened.text
    assert (rejected.status_code, undone.status_code, again.status_code) == (303, 303, 409)
    assert "不通过原因：第1页缺少单位盖章" in listed.text
    assert "离岗回到“等待审核”" in asked.text and "确认撤销审核" in asked.text
    assert "终止见习审核不通过" in page.text and "撤销终止见习审核" in page.text


async def test_many_with_their_certificates_are_decided_at_once_and_others_one_by_one() -> None:
    ids = [await left(), await left()]
    without = await left("waiting_office")
    async with desk_of(await cast.official(LIXIA)) as desk:
        asked = await desk.post(f"{LIST}/approval", {"id": [f"{id}:1" for id in ids], "back": LIST})
        both = {"id": [f"{ids[0]}:1", f"{without}:1"], "confirm": "yes", "back": LIST}
        done = await desk.post(f"{LIST}/approval", dict(both))  # type: ignore[arg-type]
        none = await desk.post(
            f"{LIST}/rejection", {"id": [f"{ids[1]}:1"], "confirm": "yes", "reason-0": "seal"}
        )
    assert "将审核通过" in asked.text and "确认审核通过" in asked.text
    assert "已审核通过1个" in done.text and "由您部门确定离岗日期" in done.text
    assert none.status_code == 303


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_sheet_has_the_rows_as_filtered_and_is_logged() -> None:
    await left(name="孙七")
    await left(name="周八", asked_by_person=False)
    await left("recalled", name="吴九")
    async with desk_of(await cast.official(LIXIA)) as desk:
        everybody = await desk.get(f"{LIST}/export?state=all")
        listed = await desk.get(f"{LIST}?asked=employer")
        sheet = await desk.get(f"{LIST}/export?asked=employer")
    head, *rows = load_workbook(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert 'href="/authority/departures/export?asked=employer"' in listed.text
    titles, *all_of_them = load_workbook(BytesIO(everybody.content)).get_sheet_by_index(0).to_python()
    days = {row[titles.index("姓名")]: row[titles.index("离岗日期")] for row in all_of_them}
    assert (days["孙七"], days["吴九"]) == (date(2026, 11, 18), "")
    assert [dict(zip(head, row, strict=True))["姓名"] for row in rows] == ["周八"]
    _, entry = await LogEntry.select().where(LogEntry.verb == "export").order_by(LogEntry.id)
    assert (entry["noun"], '"rows":1' in entry["facts"]) == ("departure", True)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_other_office_reads_without_buttons_and_the_province_has_no_such_list() -> None:
    id = await left()
    async with desk_of(await cast.official(JINAN)) as desk:
        listed, page = await desk.get(f"{LIST}?state=all"), await desk.get(f"{LIST}/{id}")
        refused = await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
    async with desk_of(await cast.official(SHANDONG)) as desk:
        missing = [await desk.get(path) for path in (LIST, f"{LIST}/{id}", f"{LIST}/export")]
    assert "审核通过</button>" not in listed.text + page.text
    assert "赵敏的离岗" in page.text
    assert refused.status_code == 409
    assert [answer.status_code for answer in missing] == [404, 404, 404]


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_page_of_the_list_costs_as_many_statements_with_twenty_rows_as_with_one(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    asked, run = list[str](), type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    costs = []
    async with desk_of(await cast.official(JINAN)) as desk:
        for many in (1, 21):
            for _ in range(many):
                await departure((await trainee(unit=unit, position=post)).placement, "waiting")
            await desk.get(f"{LIST}?state=elsewhere")
            with monkeypatch.context() as patched:
                patched.setattr(type(database), "run", counted)
                asked.clear()
                await desk.get(f"{LIST}?state=elsewhere")
                costs.append(len(asked))
    assert costs[0] == costs[1] <= 6
