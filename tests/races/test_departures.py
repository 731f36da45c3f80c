"""离岗 against whatever else may be done at that moment: one wins, the others are told why in a sentence, both databases."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from random import Random

import pytest

from jianxi.domain.outcomes import Refused, Stale
from jianxi.forms.reading import read
from jianxi.forms.retentions import RetentionForm
from jianxi.queries.invariants import violations
from jianxi.queries.invariants_departures import OF_DEPARTURES
from jianxi.services import applications, departure_review, departures, retentions
from jianxi.tables.conflicts import Contended
from jianxi.tables.departures import Departure, Retention
from tests import cast
from tests.conftest import NOW
from tests.departure_forms import TODAY, registration, wish
from tests.traineeships import Trainee, departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
Deeds = list[Awaitable[object]]
ROUNDS = 4
KEPT = {"post": ["数控编程员"], "contract_from": ["2026-11-21"], "contract_to": ["2028-11-20"]}
NEVER_CAME = {"asked_by_person": False, "reason": "never_came", "last_day": date(2026, 8, 31)}


async def _begun(of: Trainee) -> Deeds:
    """The person asks, the employer records, twice each."""
    return [
        *(departures.request(of.person, of.placement, 1, wish(), NOW) for _ in range(2)),
        *(departures.record(of.unit, of.placement, 1, registration(), NOW) for _ in range(2)),
    ]


async def _left_or_kept(of: Trainee) -> Deeds:
    kept = read(RetentionForm, KEPT, TODAY)
    return [
        retentions.record(of.unit, of.placement, 1, kept, (), NOW),
        departures.record(of.unit, of.placement, 1, registration(), NOW),
        departures.request(of.person, of.placement, 1, wish(), NOW),
    ]


async def _answered_or_recalled(of: Trainee) -> Deeds:
    id = await departure(of.placement, "refused")
    return [
        departures.consent(of.unit, id, 1, TODAY, NOW),
        departures.recall(of.person, id, 1, NOW),
        departures.appeal(of.person, id, 1, NOW),
    ]


async def _decided_twice(of: Trainee) -> Deeds:
    id = await departure(of.placement, "waiting")
    one, other = await cast.official(cast.LIXIA), await cast.official(cast.LIXIA)
    return [
        departure_review.approve(one, id, 1, None, NOW),
        departure_review.reject(other, id, 1, ["seal"], "", NOW),
        departures.recall(of.person, id, 1, NOW),
    ]


async def _undone_or_elsewhere(of: Trainee) -> Deeds:
    """未上岗 is taken back while the person applies elsewhere: a chance is used or free, never both."""
    county, id = await cast.official(cast.LIXIA), await departure(of.placement, "waiting", **NEVER_CAME)
    await departure_review.approve(county, id, 1, None, NOW)
    other = await cast.position(await cast.base(await cast.employer()), first_published_at=NOW)
    return [departure_review.reopen(county, id, 2, NOW), applications.apply(of.person, other, NOW)]


SCANNED = [each for each in OF_DEPARTURES if each.name != "departure-uploads"]
"""Nothing was uploaded for departures that are written straight into the table."""
RACES = [_begun, _left_or_kept, _answered_or_recalled, _decided_twice, _undone_or_elsewhere]


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__.strip("_"))
async def test_one_wins_and_the_others_are_told(race: Callable[[Trainee], Awaitable[Deeds]]) -> None:
    for seed in range(ROUNDS):
        of = await trainee()
        said = await _at_once(await race(of), Random(seed))

        lost = [each for each in said if isinstance(each, BaseException)]
        assert len(said) - len(lost) == 1, said
        assert all(isinstance(each, Refused | Stale) and not isinstance(each, Contended) for each in lost), (
            lost
        )
        assert all(each.sentence.endswith("。") for each in lost if isinstance(each, Refused | Stale))
        assert await _stand(of) <= 1
    assert [each.sentence for each in await violations(SCANNED)] == []


async def _at_once(deeds: Deeds, chance: Random) -> list[object]:
    chance.shuffle(deeds)

    async def after(seconds: float, deed: Awaitable[object]) -> object:
        await asyncio.sleep(seconds)
        return await deed

    pauses = [chance.choice((0, 0, 0.0005, 0.002)) for _ in deeds]
    started = [after(pause, deed) for pause, deed in zip(pauses, deeds, strict=True)]
    return await asyncio.gather(*started, return_exceptions=True)


async def _stand(of: Trainee) -> int:
    left = Departure.state.not_in(["recalled", "lapsed"]) & (Departure.placement == of.placement)
    kept = (Retention.state == "recorded") & (Retention.placement == of.placement)
    return int(await Departure.count().where(left)) + int(await Retention.count().where(kept))
