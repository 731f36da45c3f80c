"""撤销审核 of a 见习基地: an office's own last decision, unless something builds on it."""

import asyncio

import pytest

from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import base_rounds
from jianxi.queries import bases as reading
from jianxi.services import base_review, position_review
from jianxi.tables.employers import Base
from jianxi.tables.log import LogEntry
from jianxi.tables.positions import Position
from tests.cast import JINAN, LIXIA, SHIZHONG, ZAOZHUANG, base, employer, official, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 8


async def state_of(id: int) -> str:
    row = await Base.select(Base.state).where(Base.id == id).first()
    assert row is not None
    return str(row["state"])


async def offices() -> tuple[OfficialViewer, OfficialViewer]:
    return await official(LIXIA, "张丽"), await official(JINAN, "王敏")


async def test_the_county_takes_its_approval_back_before_the_city_has_decided() -> None:
    id = await base(await employer(), "waiting_county")
    county, city = await offices()
    await base_review.approve(county, id, 1, NOW)
    await base_review.reopen(county, id, 2, NOW)
    seen = await reading.get(county, id)
    assert (seen.state, seen.offers, seen.last_decided_by) == ("waiting_county", ("approve", "reject"), None)
    assert (await reading.get(city, id)).offers == ()


async def test_the_old_opinion_leaves_the_version_and_stays_in_the_log() -> None:
    id = await base(await employer(), "waiting_county")
    county, _ = await offices()
    await base_review.reject(county, id, 1, ["other"], "材料不全", NOW)
    await base_review.reopen(county, id, 2, NOW)
    seen = await reading.get(county, id)
    (round,) = await base_rounds.rounds(seen)
    logged = await LogEntry.select(LogEntry.verb, LogEntry.reason).where(LogEntry.noun == "base")
    assert (seen.state, seen.rejection, round.opinions[0].text) == ("waiting_county", "", "")
    assert {"verb": "reject", "reason": "材料不全"} in logged


async def test_the_city_takes_the_final_approval_back_and_with_it_the_level() -> None:
    id = await base(await employer(), "waiting_city", "county")
    _, city = await offices()
    await base_review.approve(city, id, 1, NOW)
    await base_review.reopen(city, id, 2, NOW)
    row = await Base.select(Base.state, Base.level, Base.approved_round, Base.approved_at).first()
    assert row == {"state": "waiting_city", "level": "", "approved_round": 0, "approved_at": None}
    assert "approve" in (await reading.get(city, id)).offers


async def test_a_rejection_is_undone_by_the_office_that_took_it_alone() -> None:
    id = await base(await employer(), "waiting_city")
    county, city = await offices()
    await base_review.reject(city, id, 1, ["other"], "材料不全", NOW)
    with pytest.raises(Refused, match="另一级"):
        await base_review.reopen(county, id, 2, NOW)
    await base_review.reopen(city, id, 2, NOW)
    assert await state_of(id) == "waiting_city"


async def test_the_county_cannot_undo_what_the_city_has_decided_since() -> None:
    id = await base(await employer())
    county, _ = await offices()
    with pytest.raises(Refused, match="请先联系市级撤销审核"):
        await base_review.reopen(county, id, 1, NOW)


@pytest.mark.parametrize("reached", ["waiting_city", "approved", "published", "withdrawn"])
async def test_a_position_past_its_first_review_holds_the_approval(reached: str) -> None:
    id = await base(await employer())
    await position(id, reached)
    _, city = await offices()
    with pytest.raises(Refused, match="已有岗位通过初审"):
        await base_review.reopen(city, id, 1, NOW)
    assert await state_of(id) == "approved"


@pytest.mark.parametrize("reached", ["waiting_county", "rejected"])
async def test_a_position_that_no_office_has_passed_holds_nothing(reached: str) -> None:
    id = await base(await employer())
    await position(id, reached)
    _, city = await offices()
    await base_review.reopen(city, id, 1, NOW)
    assert await state_of(id) == "waiting_city"


async def test_who_was_shown_another_version_undoes_nothing() -> None:
    id = await base(await employer())
    _, city = await offices()
    with pytest.raises(Stale):
        await base_review.reopen(city, id, 7, NOW)


@pytest.mark.parametrize("region", [SHIZHONG, ZAOZHUANG])
async def test_a_base_of_another_place_is_missing(region: str) -> None:
    id = await base(await employer())
    stranger = await official(region)
    with pytest.raises(Missing):
        await base_review.reopen(stranger, id, 1, NOW)


async def test_undoing_against_the_first_approval_of_a_position_leaves_one_of_them() -> None:
    county, city = await offices()
    for turn in range(ROUNDS):
        id = await base(await employer())
        waits = await position(id, "waiting_county")
        deeds = [base_review.reopen(city, id, 1, NOW), position_review.approve(county, waits, 1, NOW)]

        said = await asyncio.gather(*(deeds if turn % 2 else reversed(deeds)), return_exceptions=True)

        row = await Position.select(Position.state).where(Position.id == waits).first()
        assert row is not None
        undone, passed = await state_of(id) == "waiting_city", row["state"] == "waiting_city"
        assert (undone, passed) in {(True, False), (False, True)}
        assert len([no for no in said if isinstance(no, Refused)]) == 1
