"""生源信息库 imported: good rows in, bad ones named by number and reason."""

from datetime import date

import pytest

from jianxi.crypto.sealing import blind_index, unseal
from jianxi.domain.outcomes import Invalid, Missing, Stale
from jianxi.queries import registers as queries
from jianxi.services import graduates
from jianxi.services.registers import Outcome, import_workbook
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate
from tests.cast import JINAN, LIXIA, SHANDONG, ZAOZHUANG, official
from tests.conftest import NOW
from tests.sheets import id_number, row, workbook

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def brought_in(*rows: dict[str, object]) -> Outcome:
    return await import_workbook(None, workbook(*rows), NOW)


async def fault_of(**values: object) -> str:
    """Why this one row is not taken."""
    outcome = await brought_in(row(**values))
    assert (outcome.added, len(outcome.faults), outcome.faults[0].row) == (0, 1, 2)
    return outcome.faults[0].sentence


async def test_a_good_row_is_kept_with_its_number_sealed() -> None:
    number = id_number()
    outcome = await brought_in(
        row(name="林晓·䶮", id_number=number, cohort=2026, graduated_on=date(2026, 6, 30))
    )
    kept = (await Graduate.select())[0]
    assert (outcome.added, outcome.faults) == (1, [])
    assert (kept["name"], kept["origin"], kept["graduated_on"]) == ("林晓·䶮", LIXIA, date(2026, 6, 30))
    assert (kept["id_index"], unseal(kept["id_number"], "person.id")) == (blind_index(number), number)


async def test_bad_rows_are_named_and_good_ones_taken() -> None:
    outcome = await brought_in(row(), row(id_number="370102200305060001"), row(school=""), row())
    assert (outcome.total, outcome.added) == (4, 2)
    assert [fault.row for fault in outcome.faults] == [3, 4]
    assert "请填写毕业院校" in outcome.faults[1].sentence


async def test_importing_the_same_again_changes_nothing() -> None:
    data = workbook(row(), row())
    await import_workbook(None, data, NOW)
    again = await import_workbook(None, data, NOW)
    assert (again.added, again.changed, again.same, again.faults) == (0, 0, 2, [])


async def test_a_changed_row_is_updated() -> None:
    number = id_number()
    await brought_in(row(id_number=number))
    outcome = await brought_in(row(id_number=number, school="济南大学"))
    kept = (await Graduate.select())[0]
    assert (outcome.changed, kept["school"], kept["version"]) == (1, "济南大学", 2)


async def test_a_number_that_comes_twice_is_taken_once() -> None:
    number = id_number()
    outcome = await brought_in(row(id_number=number), row(id_number=number))
    assert outcome.added == 1
    assert outcome.faults[0].sentence == "身份证号与第2行重复"


async def test_an_id_number_kept_as_a_number_is_named_as_lost() -> None:
    assert "身份证号列是数字格式，末几位已丢失" in await fault_of(id_number=int("370102200305061234"))


async def test_a_control_character_is_refused_in_words() -> None:
    assert "不可见的控制字符" in await fault_of(school="山东\u202e大学")


async def test_an_unknown_place_says_how_to_write_it() -> None:
    assert "请写成“济南市历下区”" in await fault_of(origin="市中区")


async def test_a_city_takes_no_rows_of_another() -> None:
    viewer = await official(ZAOZHUANG)
    outcome = await import_workbook(viewer, workbook(row()), NOW)
    assert outcome.added == 0
    assert "不在本地区" in outcome.faults[0].sentence


async def test_a_city_cannot_take_over_somebody_of_another() -> None:
    number = id_number()
    await brought_in(row(id_number=number))
    viewer = await official(ZAOZHUANG)
    moved = workbook(row(id_number=number, origin="枣庄市市中区"))
    outcome = await import_workbook(viewer, moved, NOW)
    assert "已在其他地区" in outcome.faults[0].sentence
    assert (await Graduate.select())[0]["origin"] == LIXIA


async def test_two_thousand_rows_come_in_with_progress() -> None:
    told: list[tuple[int, int]] = []
    data = workbook(*(row(id_number=id_number(each)) for each in range(2000)))
    outcome = await import_workbook(None, data, NOW, lambda done, total: told.append((done, total)))
    assert outcome.added == await Graduate.count() == 2000
    assert told == [(500, 2000), (1000, 2000), (1500, 2000), (2000, 2000)]


def typed(entry: queries.Entry, **changes: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in {**entry.shown, **changes}.items()}


async def test_a_correction_is_kept_and_logged_without_personal_data() -> None:
    await brought_in(row(phone="13900139000"))
    viewer, id = await official(JINAN), (await Graduate.select())[0]["id"]
    entry = await queries.get(viewer, id)
    assert await graduates.correct(viewer, id, 1, typed(entry, name="林䶮", phone="13800138000"), NOW)
    fresh = await queries.get(viewer, id)
    log = (await LogEntry.select().where(LogEntry.verb == "correct"))[0]
    assert (fresh.name, fresh.values["phone"], fresh.version) == ("林䶮", "13800138000", 2)
    assert log["facts"] == '{"fields":["name","phone"]}'


async def test_the_old_file_does_not_undo_a_correction() -> None:
    data = workbook(row())
    viewer = await official(JINAN)
    await import_workbook(viewer, data, NOW)
    id = (await Graduate.select())[0]["id"]
    entry = await queries.get(viewer, id)
    await graduates.correct(viewer, id, 1, typed(entry, id_number=id_number(), school="济南大学"), NOW)
    again = await import_workbook(viewer, data, NOW)
    assert (again.added, again.changed, again.same) == (0, 0, 1)
    assert (await queries.get(viewer, id)).values["school"] == "济南大学"


async def test_saving_without_a_change_writes_nothing() -> None:
    await brought_in(row())
    viewer, id = await official(SHANDONG), (await Graduate.select())[0]["id"]
    entry = await queries.get(viewer, id)
    assert not await graduates.correct(viewer, id, 1, typed(entry), NOW)
    assert (await queries.get(viewer, id)).version == 1


async def test_who_corrects_an_older_view_is_told() -> None:
    await brought_in(row())
    viewer, id = await official(JINAN), (await Graduate.select())[0]["id"]
    entry = await queries.get(viewer, id)
    await graduates.correct(viewer, id, 1, typed(entry, major="法学"), NOW)
    with pytest.raises(Stale, match="李建国刚刚更正"):
        await graduates.correct(viewer, id, 1, typed(entry, major="医学"), NOW)


async def test_a_number_of_somebody_else_is_refused() -> None:
    number = id_number()
    await brought_in(row(), row(id_number=number))
    other = await Graduate.select().where(Graduate.id_index != blind_index(number))
    viewer, id = await official(JINAN), other[0]["id"]
    entry = await queries.get(viewer, id)
    with pytest.raises(Invalid, match="已在生源信息库中"):
        await graduates.correct(viewer, id, 1, typed(entry, id_number=number), NOW)


async def test_neither_county_nor_another_city_finds_the_row() -> None:
    await brought_in(row())
    id = (await Graduate.select())[0]["id"]
    for region in (LIXIA, ZAOZHUANG):
        viewer = await official(region)
        with pytest.raises(Missing):
            await graduates.correct(viewer, id, 1, {}, NOW)
