"""Whichever operation of an act fails, nothing of it is saved, nothing stays locked, and the next try goes through."""

from collections.abc import AsyncIterator
from itertools import count

import pytest

from jianxi.crypto import keys
from jianxi.domain.outcomes import Unavailable
from jianxi.queries import invariants, regions
from jianxi.tables import engine
from jianxi.tables.engine import Engine
from tests.conftest import SECRET
from tests.faults.acts import Deed
from tests.faults.acts_of_people import ACTS
from tests.faults.acts_of_rosters import DRAFTED, OF_ROSTERS
from tests.faults.acts_of_trainees import OF_TRAINEES
from tests.faults.failing import TRAP, everything, failing_engine, is_free, set_trap

pytestmark = pytest.mark.anyio
LATER = {*OF_TRAINEES, *OF_ROSTERS}


@pytest.fixture
async def failing(database_url: str) -> AsyncIterator[Engine]:
    keys.configure(SECRET)
    regions.forget()
    set_trap(0)
    opened = failing_engine(database_url)
    engine.use(opened)
    await opened.start()
    await regions.directory()  # Read once and kept: every try then has the same operations.
    yield opened
    set_trap(0)
    await opened.stop()


async def fails(deed: Deed, at: int, **how: bool) -> str:
    """The statement at which it failed; empty where it went through."""
    set_trap(at, **how)
    try:
        await deed()
    except Unavailable:
        return TRAP.sprung or "nothing that we broke"
    finally:
        set_trap(0)
    return ""


@pytest.mark.parametrize("act", ACTS)
async def test_an_act_that_fails_anywhere_leaves_nothing_behind(
    failing: Engine, database_url: str, act: str
) -> None:
    deed = await ACTS[act]()
    but = DRAFTED.get(act, ())
    before = await everything(database_url, but)
    for place in count(1):
        failed_at = await fails(deed, place)
        if not failed_at:
            break
        assert (await everything(database_url, but), is_free(failing)) == (before, True), failed_at
        # To an act an answer that is lost is a statement that failed: the acts of bases and positions show that well enough.
        if failed_at != "COMMIT" and act not in LATER:
            failed_at = await fails(deed, place, is_after=True)
            assert (await everything(database_url, but), is_free(failing)) == (before, True), failed_at
    assert place > 3
    assert await everything(database_url, but) != before
    assert await invariants.violations() == []


@pytest.mark.parametrize("act", ["报名审核通过", "岗位新增"])
async def test_a_commit_whose_answer_is_lost_is_saved_whole(
    failing: Engine, database_url: str, act: str
) -> None:
    deed = await ACTS[act]()
    before = await everything(database_url)
    commit = 1
    while await fails(deed, commit) != "COMMIT":
        commit += 1

    assert await fails(deed, commit, is_after=True) == "COMMIT"

    assert await everything(database_url) != before
    assert await invariants.violations() == []
    assert is_free(failing)


async def test_a_transaction_that_cannot_even_be_rolled_back_blocks_nobody(
    failing: Engine, database_url: str
) -> None:
    deed = await ACTS["岗位审核通过"]()
    before = await everything(database_url)
    for place in count(1):
        if not await fails(deed, place, rollback_too=True):
            break
        assert (await everything(database_url), is_free(failing)) == (before, True)
    assert await everything(database_url) != before
