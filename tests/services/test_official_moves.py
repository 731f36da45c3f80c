"""An official who moves office sees the new scope from the next request on, and nothing of the old one."""

import pytest

from jianxi.domain.outcomes import Invalid, Refused
from jianxi.services import officials
from jianxi.services.accounts import open_with
from jianxi.tables.accounts import Official, Session
from jianxi.tables.log import LogEntry
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import LIXIA, PASSWORD, SHIZHONG, base, employer, official, position
from tests.conftest import NOW
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_the_old_scope_is_not_found_and_the_new_one_is_shown_at_once() -> None:
    old = await position(await base(await employer(LIXIA)), "waiting_county")
    new = await position(await base(await employer(SHIZHONG)), "waiting_county")
    who = await official(LIXIA, username="lijianguo")
    async with desk_of(who) as desk:
        before = [(await desk.get(f"/authority/positions/{id}")).status_code for id in (old, new)]
        await officials.move("lijianguo", SHIZHONG, NOW)
        ended = await desk.get(f"/authority/positions/{new}")
        await desk.post(f"/enter/{who.account}", {})
        after = [(await desk.get(f"/authority/positions/{id}")).status_code for id in (old, new)]
        decided = await desk.post(f"/authority/positions/{old}/approval", {"v": "1"})

    assert (before, ended.status_code, after, decided.status_code) == ([200, 404], 303, [404, 200], 404)


async def test_a_region_changed_under_a_session_counts_at_the_next_request() -> None:
    """Who is looking is read anew each time, never kept in the session."""
    old = await position(await base(await employer(LIXIA)), "waiting_county")
    who = await official(LIXIA)
    async with desk_of(who) as desk:
        before = (await desk.get(f"/authority/positions/{old}")).status_code
        async with unit_of_work():
            await Official.update({Official.region: SHIZHONG}).where(Official.id == who.official)
        after = (await desk.get(f"/authority/positions/{old}")).status_code

    assert (before, after) == (200, 404)


async def test_a_move_is_logged_with_both_offices() -> None:
    await official(LIXIA, username="lijianguo")

    assert await officials.move("lijianguo", SHIZHONG, NOW) == ("济南市历下区", "济南市市中区")
    entry = await LogEntry.select(LogEntry.noun, LogEntry.verb, LogEntry.facts).first()
    assert entry == {"noun": "official", "verb": "move", "facts": '{"from":"370102","to":"370103"}'}


@pytest.mark.parametrize("region", ["110101", "379999", "37010", ""])
async def test_only_regions_of_the_installation_s_province_are_offices(region: str) -> None:
    await official(LIXIA, username="lijianguo")
    with pytest.raises(Invalid):
        await officials.move("lijianguo", region, NOW)
    with pytest.raises(Invalid):
        await officials.add("another", region, "王敏", "三更灯火五更鸡正是读书时", NOW)


async def test_who_is_there_already_or_no_official_is_told() -> None:
    await official(LIXIA, username="lijianguo")
    await employer(username="yunshan")
    for username, region in (("lijianguo", LIXIA), ("yunshan", SHIZHONG), ("nobody", SHIZHONG)):
        with pytest.raises(Refused):
            await officials.move(username, region, NOW)


async def test_a_disabled_official_is_out_and_refused() -> None:
    who = await official(LIXIA, username="lijianguo")
    async with desk_of(who) as desk:
        await officials.disable("lijianguo", NOW)
        answer = await desk.get("/authority/positions")

    assert (answer.status_code, await Session.count()) == (303, 0)
    assert await open_with("lijianguo", PASSWORD) is None
