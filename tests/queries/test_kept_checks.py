"""核对 of a large 花名册 is computed once while nothing changes, and anew after any change."""

from typing import Any

import pytest

from jianxi.domain.periods import today
from jianxi.queries import roster_checks
from jianxi.queries.roster_kept_checks import MOST, Recent
from jianxi.tables.engine import Engine
from tests.cast_facts import MOMENT as NOW
from tests.rosters import roster, seen, wage
from tests.traineeships import trainee

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_large_check_is_read_again_until_something_changes(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_checks, "AT_ONCE", 0)
    monkeypatch.setattr(roster_checks, "_recent", Recent[Any]())
    unit = (await trainee()).unit
    sent = await seen(unit, await roster(unit))

    first, again = [await roster_checks.against_records(sent, today(NOW)) for _ in range(2)]
    await wage("2500")
    changed = await roster_checks.against_records(sent, today(NOW))

    assert first is again and first is not None and first.agrees
    assert changed is not None and changed.fen == 2 * 6_000


def test_only_the_newest_few_are_kept() -> None:
    recent = Recent[int]()
    for number in range(MOST + 1):
        recent.keep(number, number + 1)
    assert [recent.get(number) for number in range(MOST + 1)] == [None, 2, 3, 4, 5]
