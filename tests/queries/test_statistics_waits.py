"""统计 of waiting times: each decision of an office with the days it waited, and what waits now."""

from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest

from jianxi.domain.flow import Role
from jianxi.domain.periods import SHANGHAI, today
from jianxi.domain.waiting_times import REVIEWS
from jianxi.forms.statistics_filters import read_filters
from jianxi.queries import counts, statistics_waits
from jianxi.tables.log import LogEntry
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.conftest import NOW
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = today(NOW)
BASE, POSITION, PLACEMENT, DEPARTURE, APPEAL, ROSTER = REVIEWS


async def logged(noun: str, record: int, *told: tuple[str, str, str, str, str]) -> None:
    """Who, what, from, to and when in Shanghai, as 10-31 23:30."""
    for who, verb, source, target, when in told:
        at = datetime.fromisoformat(f"2026-{when}").replace(tzinfo=SHANGHAI)
        made: dict[str, Any] = {
            "verb": verb,
            "source": source,
            "target": target,
            "actor_kind": who,
            "actor_name": "某人",
        }
        await save(LogEntry(noun=noun, record=record, at=at, digest="0" * 64, **made))


async def _published_elsewhere() -> None:
    """A position of another county that was edited while it waited."""
    position = await cast.position(await cast.base(await cast.employer(county=SHIZHONG), level="city"))
    await logged(
        "position",
        position,
        ("employer", "add", "new", "waiting_city", "09-01 10:00"),
        ("employer", "edit", "waiting_city", "waiting_city", "09-03 10:00"),
        ("city", "approve", "waiting_city", "approved", "09-08 10:00"),
        ("city", "publish", "approved", "published", "09-09 10:00"),
    )


async def test_a_decision_waited_from_the_day_on_which_it_came_to_wait_to_that_of_the_decision() -> None:
    base = await cast.base(await cast.employer())
    await logged(
        "base",
        base,
        ("employer", "submit", "draft", "waiting_county", "10-30 23:30"),
        ("county", "approve", "waiting_county", "waiting_city", "10-31 00:30"),
        ("city", "reject", "waiting_city", "rejected", "11-04 09:00"),
        ("city", "reopen", "rejected", "waiting_city", "11-05 09:00"),
        ("city", "approve", "waiting_city", "approved", "11-05 10:00"),
        ("employer", "amend", "approved", "approved", "11-06 10:00"),
        ("county", "approve", "waiting_county", "waiting_city", "11-13 10:00"),
    )
    await _published_elsewhere()
    viewer = await cast.official(JINAN)
    waits = await statistics_waits.waits(viewer, read_filters({"from": ["2026-10"]}, JINAN, TODAY))
    county, city = waits.waited(BASE, Role.COUNTY), waits.waited(BASE, Role.CITY)
    assert county.days == {1: 1, 7: 1} and county.median == 4 and county.longest == 7
    assert city.days == {4: 1, 0: 1} and city.median == 2
    assert waits.waited(BASE, Role.COUNTY, LIXIA, 1).days == {7: 1}
    assert waits.waited(BASE, Role.COUNTY, SHIZHONG).count == waits.waited(POSITION, Role.CITY).count == 0
    year = await statistics_waits.waits(viewer, read_filters({}, JINAN, TODAY))
    assert year.waited(POSITION, Role.CITY, SHIZHONG).days == {7: 1}
    strange = await statistics_waits.waits(await cast.official(ZAOZHUANG), read_filters({}, ZAOZHUANG, TODAY))
    assert not strange.decided and not strange.waiting


async def test_both_reviews_of_a_departure_are_told_apart_and_looks_are_no_decisions() -> None:
    of = await trainee()
    asked = await departure(of.placement, "approved")
    await logged(
        "departure",
        asked,
        ("person", "appeal", "refused", "waiting_office", "11-01 10:00"),
        ("county", "reject", "waiting_office", "rejected", "11-03 10:00"),
        ("employer", "upload", "rejected", "waiting", "11-03 11:00"),
        ("county", "approve", "waiting", "approved", "11-06 10:00"),
    )
    await logged(
        "placement",
        of.placement,
        ("employer", "upload", "unsigned", "waiting", "11-01 10:00"),
        ("county", "number", "", "", "11-02 10:00"),
        ("county", "approve", "waiting", "approved", "11-02 10:00"),
    )
    waits = await statistics_waits.waits(await cast.official(SHANDONG), read_filters({}, SHANDONG, TODAY))
    found = {review.key: dict(waits.waited(review, Role.COUNTY, JINAN).days) for review in REVIEWS}
    assert found == {
        "base": {},
        "position": {},
        "placement": {1: 1},
        "departure": {3: 1},
        "appeal": {2: 1},
        "roster": {},
    }
    assert waits.waited(DEPARTURE, Role.COUNTY).median == Fraction(3)


async def test_what_waits_now_is_what_the_menu_counts_for_either_office() -> None:
    unit = await cast.employer()
    await cast.base(unit, "waiting_county")
    await cast.base(await cast.employer(county=SHIZHONG), "waiting_city")
    base = await cast.base(await cast.employer(), amendment_state="waiting_county", amendment_level="county")
    for state in ("waiting_county", "waiting_county", "waiting_city"):
        await cast.position(base, state)
    for level in ("county", "city", "city"):
        await trainee("waiting", level=level)
        await departure((await trainee(level=level)).placement, "waiting")
        await departure((await trainee(level=level)).placement, "waiting_office")
    for region, office in ((LIXIA, Role.COUNTY), (JINAN, Role.CITY)):
        viewer = await cast.official(region)
        waits = await statistics_waits.waits(viewer, read_filters({}, region, TODAY))
        menu = await counts.waiting(viewer, TODAY)
        now = {review: waits.now(review, office) for review in REVIEWS}
        assert now[BASE].count == menu["authority:bases"]
        assert now[POSITION].count == menu["authority:positions"]
        assert now[PLACEMENT].count == menu["authority:placements"]
        assert now[DEPARTURE].count + now[APPEAL].count == menu["authority:departures"]
        assert now[BASE].since == now[POSITION].since == MOMENT
        assert (now[ROSTER].count, now[ROSTER].since) == (0, None)
