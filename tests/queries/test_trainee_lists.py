"""上岗人员管理: where everybody stands on every day, told alike by the list's numbers and by the rules."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.domain.trainees import LEAVING, STANDINGS, TO_DO, standings
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.trainee_filters import TraineeFilters
from jianxi.queries import trainee_lists
from jianxi.tables.engine import Engine
from tests import cast
from tests.traineeships import AHEAD, END, START, departure, retention, trainee

pytestmark = pytest.mark.anyio
DAYS = (
    START - timedelta(days=1),
    START,
    date(2026, 11, 17),
    date(2026, 11, 18),
    AHEAD,
    END,
    END + timedelta(days=1),
)
NOBODY_YET = TraineeFilters()


async def _everybody() -> EmployerViewer:
    """One unit with somebody in every state and with every departure that can stand."""
    unit = await cast.employer()
    base = await cast.base(unit)
    post = await cast.position(base, headcount=50)
    for state in ("unsigned", "waiting", "rejected", "cancelled", "approved"):
        await trainee(state, unit=unit, position=post, name=f"赵{state}")
    await trainee("approved", unit=unit, position=post, starts_on=AHEAD)
    await trainee("waiting", unit=unit, position=post, was_on_duty=True)
    await retention((await trainee(unit=unit, position=post)).placement)
    for state in (
        "waiting_employer",
        "refused",
        "waiting_certificate",
        "waiting",
        "waiting_office",
        "rejected",
    ):
        await departure((await trainee(unit=unit, position=post)).placement, state)
    refused: dict[str, Any] = {"decided_from": "waiting_office", "certificate": 0, "uploads": 0}
    await departure((await trainee(unit=unit, position=post)).placement, "rejected", **refused)
    await departure((await trainee(unit=unit, position=post)).placement, "approved")
    await departure((await trainee(unit=unit, position=post)).placement, "recalled")
    return unit


async def test_the_tabs_count_on_every_day_exactly_whom_they_list(database: Engine) -> None:
    unit = await _everybody()
    await trainee(name="别的单位")

    for today in DAYS:
        everybody = await trainee_lists.page(unit, NOBODY_YET, today, offset=0, size=50)
        by_rule = Counter(key for each in everybody for key in standings(each.placement.facts))
        by_rule[LEAVING] = sum(each.departing is not None for each in everybody)
        by_rule[TO_DO] = sum(bool(each.lacks) for each in everybody)
        tabs = {tab.key: tab.count for tab in await trainee_lists.tabs(unit, NOBODY_YET, today)}
        assert tabs.pop("all") == len(everybody) == 17
        assert {key: count for key, count in tabs.items() if count} == {k: n for k, n in by_rule.items() if n}
        for key in STANDINGS:
            listed = await trainee_lists.page(unit, TraineeFilters(key), today, offset=0, size=50)
            assert len(listed) == by_rule[key], (today, key)


async def test_those_for_whom_something_is_to_be_done_come_first(database: Engine) -> None:
    unit = await _everybody()

    listed = await trainee_lists.page(unit, NOBODY_YET, date(2026, 11, 20), offset=0, size=50)
    waits = [bool(each.lacks) for each in listed]
    assert waits == sorted(waits, reverse=True)
    by_name = await trainee_lists.page(unit, TraineeFilters(words="赵unsigned"), START, offset=0, size=50)
    assert [each.placement.name for each in by_name] == ["赵unsigned"]
