"""花名册 from the draft to a corrected and settled year, and what each verb refuses."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterKind
from jianxi.queries import roster_lines
from jianxi.queries.invariants import violations
from jianxi.services import roster_review, rosters
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, roster, seen
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_the_whole_story() -> None:
    of = await trainee()
    office = await cast.official(cast.LIXIA)

    id = await roster(of.unit, "returned")
    found = await seen(of.unit, id)
    print(found)
    await rosters.submit(of.unit, id, found.version, NOW)
    found = await seen(office, id)
    await roster_review.accept(office, id, found.version, NOW)
    found = await seen(office, id)
    print(found)
    print(await roster_lines.by_month(id, found.round))
