"""What the list of 终止见习审核 shows an office, and how many."""

from datetime import date, timedelta

import pytest

from jianxi.domain import periods
from jianxi.forms.departure_filters import DepartureFilters as Filters
from jianxi.queries import counts, departure_lines, departure_lists, departures
from tests import cast
from tests.cast import JINAN, LIXIA, SHIZHONG, ZAOZHUANG
from tests.cast_facts import MOMENT
from tests.conftest import NOW
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def left(
    state: str = "waiting", *, name: str = "赵敏", level: str = "county", **columns: object
) -> int:
    return await departure((await trainee(name=name, level=level)).placement, state, **columns)


async def test_tabs_and_the_menu_tell_what_waits_for_this_office_apart_from_what_waits_for_the_other() -> (
    None
):
    over = {"starts_on": date(2026, 5, 1), "ends_on": date(2026, 10, 31)}
    await left("waiting")
    await left("waiting_office")
    await left("waiting", level="city")
    await left("refused")
    await departure((await trainee(**over)).placement, "waiting_employer")  # type: ignore[arg-type]
    seen = {}
    for region in (LIXIA, JINAN, ZAOZHUANG):
        viewer = await cast.official(region)
        tabs = await departure_lists.tabs(viewer, Filters("waiting"), TODAY)
        told = [(tab.label, tab.count) for tab in tabs if tab.count]
        seen[region] = (told, (await counts.waiting(viewer, TODAY))["authority:departures"])
    of_county = [("等待审核", 1), ("等待主管部门", 1), ("单位未同意", 1), ("已失效", 1)]
    assert seen[LIXIA] == ([*of_county, ("等待审核（市级）", 1), ("全部", 5)], 2)
    of_city = [("等待审核", 1), ("单位未同意", 1), ("已失效", 1), ("等待审核（区县）", 2), ("全部", 5)]
    assert seen[JINAN] == (of_city, 1)
    assert seen[ZAOZHUANG] == ([], 0)


async def test_each_filter_finds_its_own_and_the_sheet_and_picks_have_the_same() -> None:
    base = await cast.base(await cast.employer(name="济南晨光精工有限公司"))
    place = await cast.position(base, title="叉车作业技术员")
    mine = await departure((await trainee(position=place, name="孙七")).placement, "waiting")
    later = await left(name="周八", asked_by_person=False, state_since=MOMENT + timedelta(hours=1))
    city = await left("waiting", level="city")
    void = await departure((await trainee(ends_on=date(2026, 10, 31))).placement, "waiting_employer")
    viewer = await cast.official(LIXIA)
    cases = [
        (Filters("waiting"), [mine, later]),
        (Filters("waiting", words="孙 晨光"), [mine]),
        (Filters("waiting", words="叉车"), [mine]),
        (Filters("waiting", words="%"), []),
        (Filters("waiting", asked="employer"), [later]),
        (Filters("elsewhere"), [city]),
        (Filters("lapsed"), [void]),
        (Filters("waiting_employer"), []),
        (Filters(level="city"), [city]),
        (Filters(county=SHIZHONG), []),
    ]
    for filters, wanted in cases:
        rows = await departure_lists.page(viewer, filters, TODAY, offset=0, size=20)
        assert [row.id for row in rows] == wanted, filters
        assert await departure_lists.ids(viewer, filters, TODAY) == wanted, filters
    assert await departure_lists.picks(viewer, Filters()) == [(mine, 1), (later, 1)]


async def test_the_next_one_is_what_came_after_it_and_then_what_waits_longest() -> None:
    first = await left("waiting_office", state_since=MOMENT)
    second = await left("waiting", state_since=MOMENT + timedelta(hours=1))
    await left("waiting", level="city")
    viewer = await cast.official(LIXIA)
    found = {
        id: await departure_lists.next_waiting(viewer, Filters(), await departures.get(viewer, id, TODAY))
        for id in (first, second)
    }
    assert found == {first: second, second: first}
    alone = await departures.get(viewer, second, TODAY)
    assert await departure_lists.next_waiting(viewer, Filters(asked="employer"), alone) is None


@pytest.mark.parametrize(
    ("region", "level", "offers"),
    [
        (LIXIA, "county", ("approve", "reject")),
        (JINAN, "city", ("approve", "reject")),
        (LIXIA, "city", ()),
        (JINAN, "county", ()),
    ],
)
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_only_the_office_of_the_base_s_level_decides(
    region: str, level: str, offers: tuple[str, ...]
) -> None:
    id = await left("waiting", level=level)
    (line,) = await departure_lines.seen(await cast.official(region), [id], TODAY)
    assert (line.offers, line.days, line.reason) == (offers, line.days, "本人不愿继续")
