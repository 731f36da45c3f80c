"""`jianxi doctor --invariants`: it finds every kind of fault, finds none in a sound installation, and tells each once."""

import pytest

from jianxi.queries import bases, invariants
from jianxi.services import acceptances, filings
from jianxi.tables.engine import Engine, current
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import SHANDONG, employer, official, person
from tests.cli.faults import FAULTS
from tests.cli.faults_of_rosters import OF_ROSTERS
from tests.cli.found import found_after
from tests.conftest import NOW
from tests.races import lived

pytestmark = pytest.mark.anyio


async def world() -> None:
    """One of each: a base, filed, a published position, an accepted application; and a unit that has nothing."""
    place = await lived.place()
    id = await lived.applied(await person(), await lived.published(place))
    await acceptances.accept(place.unit, id, 1, NOW)
    base = await bases.get(place.city, place.base)
    filing = await filings.file(place.city, [(base.id, base.version)], NOW)
    await filings.receive(await official(SHANDONG), filing, 1, NOW)
    await employer()


async def test_what_the_services_made_is_sound(database: Engine) -> None:
    await world()

    assert await invariants.violations() == []


async def test_every_invariant_finds_its_fault(database: Engine) -> None:
    await world()

    missed = [name for name, statements in FAULTS.items() if name not in await found_after(statements)]

    assert missed == []


def test_every_invariant_has_a_fault_that_it_must_find() -> None:
    assert {each.name for each in invariants.ALL} == {*FAULTS, *OF_ROSTERS}


async def test_a_fault_is_told_in_one_sentence_by_kind_and_id(database: Engine) -> None:
    await world()
    async with unit_of_work():
        await current().run("UPDATE position SET accepted = 2")

    assert [each.sentence for each in await invariants.violations()] == [
        "见习岗位 1：已录用人数与审核通过的报名不一致，或超过见习人数（position-seats）"
    ]


async def test_every_chunk_is_asked(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invariants, "CHUNK", 1)
    places = [await lived.place() for _ in range(3)]
    async with unit_of_work():
        await current().run("UPDATE base SET chain = 'city'")

    found = [each.id for each in await invariants.violations() if each.invariant.name == "base-chain"]

    assert found == [place.base for place in places]


async def test_only_submissions_of_before_there_were_files_have_none(database: Engine) -> None:
    before, since = await lived.place(), await lived.place()
    wrong = "base-version-files"
    gone = "DELETE FROM base_file WHERE base = {}"

    assert wrong not in await found_after((gone.format(before.base),))
    assert wrong in await found_after((gone.format(since.base),))
