"""`jianxi doctor --invariants` of 花名册: sound as the services make them, and every kind of fault is found."""

from datetime import UTC, date, datetime

import pytest

from jianxi.crypto import sealing
from jianxi.domain.periods import Period
from jianxi.domain.roster_contents import Digest
from jianxi.queries import invariants, roster_lines
from jianxi.services import rosters
from jianxi.tables.engine import Engine
from jianxi.tables.rosters import RosterLine, RosterRound
from jianxi.tables.unit_of_work import unit_of_work
from tests.cli import faults_of_rosters
from tests.cli.faults_of_rosters import OF_ROSTERS
from tests.cli.found import found_after
from tests.races import trainees
from tests.races.stage import stage
from tests.rosters import roster, seen

pytestmark = pytest.mark.anyio
THEN = datetime(2027, 2, 10, 2, 0, tzinfo=UTC)
ALTERED = ("roster-round-digest", 1)
WINTER = Period(date(2026, 12, 1), date(2027, 1, 31))


async def world() -> None:
    """Somebody in an accepted roster, 1, and in its correction, 2, which the office has."""
    of = await stage()
    found = await trainees.approved(of)
    id = await roster(found.unit, "accepted", period=WINTER, office=of.place.city, now=THEN)
    version = (await seen(of.place.city, id, THEN)).version
    next_one = await rosters.correct(of.place.city, id, version, "考勤有误", THEN)
    await rosters.submit(found.unit, next_one, 1, THEN)


async def test_every_invariant_of_rosters_finds_its_fault_and_none_in_what_the_services_made(
    database: Engine,
) -> None:
    await world()
    assert await invariants.violations() == []
    opening = (
        faults_of_rosters.ON_SQLITE if database.engine_type == "sqlite" else faults_of_rosters.ON_POSTGRES
    )

    missed = [name for name, made in OF_ROSTERS.items() if name not in await found_after(made, opening)]

    assert missed == []


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_line_that_was_altered_is_found_though_it_was_sealed_again(database: Engine) -> None:
    await world()
    row = (await RosterLine.select().where(RosterLine.roster == 1))[0]
    text = sealing.unseal(row["content"], roster_lines.LINE_SEAL)
    assert '"fen":144000' in text
    await _stored_instead(row["id"], text.replace('"fen":144000', '"fen":144001', 1))

    assert [(each.invariant.name, each.id) for each in await invariants.violations()] == [ALTERED]


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_sending_in_the_words_of_another_release_is_as_it_was_sent(database: Engine) -> None:
    await world()
    row = (await RosterLine.select().where(RosterLine.roster == 1))[0]
    text = sealing.unseal(row["content"], roster_lines.LINE_SEAL)
    old = text.replace('"reason":""', '"reason":"—"').replace('"format":1', '"format":1, "more":""')
    made = Digest(await roster_lines.head_text(1, 1))
    made.add_texts([old])
    await _stored_instead(row["id"], old)
    async with unit_of_work():
        await RosterRound.update({RosterRound.digest: made.hexadecimal}).where(RosterRound.roster == 1)

    assert old != text and await invariants.violations() == []


async def _stored_instead(line: int, text: str) -> None:
    async with unit_of_work():
        content = roster_lines.sealed_line(text)
        await RosterLine.update({RosterLine.content: content}).where(RosterLine.id == line)
