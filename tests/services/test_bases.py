"""见习基地: what its verbs write, and who wins when several act at once."""

import asyncio
from collections.abc import Awaitable, Sequence

import pytest

from jianxi.domain.bases import BaseLevel
from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.forms.base_drafts import Draft, empty, typed
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_rounds
from jianxi.queries import bases as reading
from jianxi.services import base_review, bases
from jianxi.tables.employers import Base, BaseVersion
from jianxi.tables.log import LogEntry
from tests.attachments import attach_samples
from tests.cast import JINAN, LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()


def filled() -> tuple[Draft, BaseForm]:
    return typed(BASE_FORM), read(BaseForm, BASE_FORM, TODAY)


async def outcomes(deeds: Sequence[Awaitable[object]]) -> list[type]:
    """What each came to, started together."""
    return [type(answer) for answer in await asyncio.gather(*deeds, return_exceptions=True)]


async def test_of_twenty_approvals_at_once_one_counts() -> None:
    id = await base(await employer(), "waiting_county")
    county = await official(LIXIA)
    came_to = await outcomes([base_review.approve(county, id, 1, NOW) for _ in range(20)])
    entries = await LogEntry.count().where(LogEntry.noun == "base", LogEntry.record == id)
    assert (came_to.count(type(None)), came_to.count(Stale), entries) == (1, 19, 1)


async def test_of_twenty_submissions_at_once_one_counts() -> None:
    unit = await employer()
    draft, form = filled()
    version = await bases.save(unit, 0, draft, NOW)
    await attach_samples(unit)
    came_to = await outcomes([bases.submit(unit, version, form, NOW) for _ in range(20)])
    assert (came_to.count(str), came_to.count(Stale)) == (1, 19)
    assert await BaseVersion.count() == 1


async def test_of_twenty_first_drafts_at_once_one_is_begun() -> None:
    unit = await employer()
    drafts = [empty(staff=str(number)) for number in range(20)]
    came_to = await outcomes([bases.save(unit, 0, draft, NOW) for draft in drafts])
    assert (came_to.count(int), came_to.count(Stale), await Base.count()) == (1, 19, 1)


async def test_an_approval_and_a_rejection_at_once_leave_one_decision() -> None:
    id = await base(await employer(), "waiting_county")
    county = await official(LIXIA)
    deeds = [
        base_review.approve(county, id, 1, NOW),
        base_review.reject(county, id, 1, ["other"], "材料不全", NOW),
    ]
    came_to = await outcomes(deeds)
    assert sorted(kind.__name__ for kind in came_to) == ["NoneType", "Stale"]


async def test_the_same_draft_saved_twice_is_saved_once() -> None:
    unit = await employer()
    draft, _ = filled()
    first = await bases.save(unit, 0, draft, NOW)
    second = await bases.save(unit, first, draft, NOW)
    assert (first, second) == (1, 1)


async def test_the_form_is_sealed_and_its_list_columns_are_not() -> None:
    unit = await employer()
    draft, form = filled()
    await attach_samples(unit)
    await bases.submit(unit, await bases.save(unit, 0, draft, NOW), form, NOW)
    row = await Base.select().first()
    version = await BaseVersion.select().first()
    assert row is not None and version is not None
    assert (row["industry"], row["staff"], row["wanted_level"], row["chain"]) == (
        *("C", 120, "county"),
        "county,city",
    )
    assert "周强".encode() not in bytes(row["draft"]) + bytes(version["content"])


async def test_both_opinions_are_kept_with_name_and_time() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    await base_review.approve(await official(LIXIA, "张丽"), id, 1, NOW)
    city = await official(JINAN, "王敏")
    await base_review.approve(city, id, 2, NOW, BaseLevel.CITY)
    (round,) = await base_rounds.rounds(await reading.get(city, id))
    row = await Base.select(Base.state, Base.level).first()
    assert [(o.text, o.official, o.at) for o in round.opinions] == [
        ("审核通过", "张丽", NOW),
        ("审核通过", "王敏", NOW),
    ]
    assert row == {"state": "approved", "level": "city"}


async def test_after_a_rejection_it_starts_again_at_the_county_and_all_rounds_stay() -> None:
    unit = await employer()
    id = await base(unit, "waiting_city")
    city = await official(JINAN)
    await base_review.reject(city, id, 1, ["other"], "材料不全", NOW)
    await bases.submit(unit, 2, filled()[1], NOW)
    seen = await reading.get(city, id)
    rounds = await base_rounds.rounds(seen)
    assert (seen.state, seen.rejection, seen.offers) == ("waiting_county", "", ())
    assert [round.number for round in rounds] == [2, 1]
    assert rounds[1].opinions[1].text == "审核不通过：材料不全"


async def test_the_city_cannot_act_while_it_waits_at_the_county() -> None:
    unit = await employer()
    id = await base(unit, "waiting_city")
    city = await official(JINAN)
    await base_review.reject(city, id, 1, ["other"], "材料不全", NOW)
    await bases.submit(unit, 2, filled()[1], NOW)
    with pytest.raises(Refused):
        await base_review.approve(city, id, 3, NOW)


async def test_a_draft_kept_after_a_rejection_leaves_state_and_reason() -> None:
    unit = await employer()
    await base(unit, "rejected")
    await bases.save(unit, 1, empty(staff="7"), NOW)
    own = await reading.of_employer(unit)
    assert own is not None
    assert (own.state, own.rejection) == ("rejected", "材料不全")


async def test_a_base_of_another_county_is_missing() -> None:
    id = await base(await employer(), "waiting_county")
    with pytest.raises(Missing):
        await base_review.approve(await official("370402"), id, 1, NOW)
