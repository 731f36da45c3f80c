"""确认报送 sends what its page promised, be it nobody at all, and nothing else."""

from datetime import date

import pytest

from jianxi.services import rosters
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import roster
from tests.routes.base_desks import desk_of, version_in
from tests.routes.test_rosters_of_units import send
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_an_empty_correction_can_be_seen_sent_exported_and_decided() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office)
    await departure(of.placement, "approved", last_day=date(2026, 8, 31), asked_by_person=False)
    empty = await rosters.correct(of.unit, id, 3, "没有上岗", NOW)
    own, theirs = f"/employer/rosters/{empty}", f"/authority/rosters/{empty}"

    async with desk_of(of.unit) as desk:
        draft, step = (await desk.get(own)).text, (await desk.get(f"{own}/submission")).text
        to = await send(desk, f"{own}/submission", "send", version_in(step))
        looked = [(await desk.get(path)).status_code for path in (own, f"{own}/export")]
    async with desk_of(office) as desk:
        asked = ("", "/acceptance", "/differences", "/export", "?check=yes", "?lines=differing")
        looked += [(await desk.get(f"{theirs}{part}")).status_code for part in asked]
        step_of_office = (await desk.get(f"{theirs}/acceptance")).text

    assert "这个更正可以报送" in draft and "删除这份草稿，选择其他月份" not in draft
    assert "确认报送" in step and "原来列入的各月不再计算补贴" in step and "合计减少" in step
    assert to == own
    assert looked == [200] * len(looked)
    assert "确认接受" in step_of_office
