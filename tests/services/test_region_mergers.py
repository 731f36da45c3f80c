"""合并区县: everything that says where something belongs goes over at once; log and names of what was stay."""

import pytest

from jianxi.domain.places import Places
from jianxi.domain.policy import Value
from jianxi.domain.texts import Malformed
from jianxi.queries import policies as reading
from jianxi.queries import regions as known
from jianxi.services import policies, region_mergers, regions
from jianxi.tables.accounts import Official
from jianxi.tables.employers import Employer
from jianxi.tables.engine import TABLES
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate, Intention
from jianxi.tables.policies import PolicyRow
from jianxi.tables.positions import Position
from jianxi.tables.regions import Merger, RegionRow
from tests.cast import LIXIA, SHIZHONG, base, employer, official, person, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ELSEWHERE = {"policy.region", "position.work_city", "region.code", "region.parent"} | {
    "merger.source",
    "merger.target",
    "filing.city",
}
"""Columns with a region that a merger leaves alone: values are copied, and both counties lie in one city."""


async def county(column: object) -> list[str]:
    table = column._meta.table  # type: ignore[attr-defined]
    return [row[column._meta.name] for row in await table.select(column)]  # type: ignore[attr-defined]


async def test_every_column_that_holds_a_region_is_thought_of() -> None:
    moved = {f"{c._meta.table._meta.tablename}.{c._meta.name}" for _, c in region_mergers.MOVED}
    found = {
        f"{table._meta.tablename}.{column._meta.name}"
        for table in TABLES
        for column in table.all_columns()
        if getattr(column, "length", None) == 6
    }

    assert found == moved | ELSEWHERE


async def test_every_column_is_moved_and_called_once() -> None:
    labels = [label for label, _ in region_mergers.MOVED]

    assert sorted(set(labels)) == sorted(labels)


async def test_employers_positions_officials_register_and_wishes_go_over() -> None:
    await position(await base(await employer(LIXIA)), work_county=LIXIA, work_city="370100")
    await official(LIXIA)
    await person()
    done = await region_mergers.merge(LIXIA, SHIZHONG, NOW)

    for column in (Employer.county, Position.county, Position.work_county, Official.region, Graduate.origin):
        assert await county(column) == [SHIZHONG]
    assert all(LIXIA not in text for text in await county(Intention.content))
    assert done.moves["单位"] == done.moves["主管部门账号"] == done.moves["就业见习意向（意向地区）"] == 1


async def test_what_lies_elsewhere_stays() -> None:
    await position(await base(await employer("370104")), work_county="370104")
    await region_mergers.merge(LIXIA, SHIZHONG, NOW)

    assert await county(Position.county) == await county(Position.work_county) == ["370104"]


async def test_a_look_writes_nothing() -> None:
    await employer(LIXIA)
    plan = await region_mergers.plan(LIXIA, SHIZHONG)

    assert (plan.moves["单位"], await county(Employer.county)) == (1, [LIXIA])
    assert (await Merger.count(), await LogEntry.count()) == (0, 0)


async def test_done_once_more_it_fetches_what_came_meanwhile() -> None:
    await region_mergers.merge(LIXIA, SHIZHONG, NOW)
    await employer(LIXIA)
    done = await region_mergers.merge(LIXIA, SHIZHONG, NOW)

    assert (done.moves["单位"], await county(Employer.county)) == (1, [SHIZHONG])
    assert await Merger.count() == 1


async def test_the_old_county_keeps_its_name_and_is_offered_nowhere() -> None:
    await region_mergers.merge(LIXIA, SHIZHONG, NOW)
    directory = await known.directory()

    assert directory.full_name(LIXIA) == "济南市历下区"
    assert LIXIA not in {each.code for each in directory.counties_of("370100")}
    with pytest.raises(Malformed, match="已并入济南市市中区"):
        await known.own(LIXIA)


async def test_the_old_name_in_a_workbook_means_the_new_county() -> None:
    await region_mergers.merge(LIXIA, SHIZHONG, NOW)
    places = Places(await known.directory())

    assert (places.find("济南市历下区"), places.find(LIXIA)) == (SHIZHONG, SHIZHONG)
    assert places.written("济南市历下区") == LIXIA


async def test_a_parameter_that_the_new_county_lacks_comes_along_and_its_own_stands() -> None:
    zone, day = "370191", NOW.date()
    await regions.add(zone, "高新区", "370100", NOW)
    await policies.set_value("minimum_wage", "2500", LIXIA, day, "文号", NOW)
    await region_mergers.merge(LIXIA, zone, NOW)
    assert await wage(zone) == 250_000

    await policies.set_value("minimum_wage", "2600", "370104", day, "文号", NOW)
    await region_mergers.merge(zone, "370104", NOW)
    assert await wage("370104") == 260_000
    assert await PolicyRow.count().where(PolicyRow.region == "370104") == 1


async def wage(region: str) -> Value | None:
    found = await reading.in_force("minimum_wage", region, NOW.date())
    return found.value if found else None


@pytest.mark.parametrize(
    ("source", "target"),
    [(LIXIA, LIXIA), (LIXIA, "370402"), ("370100", SHIZHONG), (LIXIA, "370100"), (LIXIA, "379999")],
)
async def test_only_two_counties_of_one_city_are_merged(source: str, target: str) -> None:
    with pytest.raises(Malformed):
        await region_mergers.merge(source, target, NOW)


async def test_a_merger_is_one_entry_of_the_log() -> None:
    await region_mergers.merge(LIXIA, SHIZHONG, NOW)

    row = await RegionRow.select(RegionRow.id).where(RegionRow.code == LIXIA).first()
    entries = await LogEntry.select(LogEntry.noun, LogEntry.record, LogEntry.verb)
    assert row is not None and entries == [{"noun": "region", "record": row["id"], "verb": "merge"}]


async def test_a_development_zone_is_an_office_of_its_city() -> None:
    assert await regions.add("370191", "高新区", "370100", NOW) == "济南市高新区"

    assert "370191" in {each.code for each in (await known.directory()).counties_of("370100")}


@pytest.mark.parametrize(
    ("code", "name", "parent"),
    [
        (LIXIA, "高新区", "370100"),
        ("370491", "高新区", "370100"),
        ("370100", "高新区", "370100"),
        ("370191", "", "370100"),
        ("370191", "高新区", LIXIA),
        ("110191", "高新区", "110100"),
        ("3701", "高新区", "370100"),
    ],
)
async def test_a_zone_that_would_lie_elsewhere_or_has_no_name_is_refused(
    code: str, name: str, parent: str
) -> None:
    with pytest.raises(Malformed):
        await regions.add(code, name, parent, NOW)
