"""How a 报名 is told that ended because its person turned out to be another: by the office, never by the person."""

import pytest

from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import applications as own
from jianxi.queries import received
from jianxi.queries.invariants import violations
from jianxi.services import acceptances
from jianxi.services import identity_cases as services
from jianxi.services.identity_handover import REASON
from tests.conftest import NOW
from tests.identity_conflicts import contested
from tests.races import lived
from tests.races.lived import Place

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
DAY = today(NOW)


async def handed_over(accepted: bool) -> tuple[PersonViewer, Place, int]:
    """With the application that ended."""
    squatter, office, case = await contested()
    place = await lived.place()
    id = await lived.applied(squatter, await lived.published(place))
    if accepted:
        await acceptances.accept(place.unit, id, 1, NOW)
    await services.hand_over(office, case.id, case.version, "登记本人属实", NOW)
    return squatter, place, id


@pytest.mark.parametrize("accepted", [True, False])
async def test_the_scan_of_records_finds_nothing_wrong_with_it(accepted: bool) -> None:
    await handed_over(accepted)

    assert [each.sentence for each in await violations()] == []


async def test_an_acceptance_was_cancelled_by_the_office_for_the_identity() -> None:
    squatter, place, id = await handed_over(accepted=True)

    said = f"主管部门取消录用：{REASON}"
    assert (await own.get(squatter, id, DAY)).reason == said
    assert (await received.get(place.unit, id, DAY)).was_ended == said


async def test_one_that_waited_was_not_withdrawn_by_its_person() -> None:
    squatter, place, id = await handed_over(accepted=False)

    mine = await own.get(squatter, id, DAY)
    assert (mine.state, mine.reason) == ("withdrawn", REASON)
    assert (await received.get(place.unit, id, DAY)).was_ended == REASON
