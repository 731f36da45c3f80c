"""Who may see signed pages: the employer all, offices what was sent, the person the same with a password."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.domain.signed_pages import SignedKind
from jianxi.domain.viewers import Viewer
from jianxi.forms.departures import LastDayForm
from jianxi.forms.reading import read
from jianxi.queries import signed_pages
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE
from jianxi.services import departure_review, departures
from tests.cast import JINAN, LIXIA, SHANDONG, ZAOZHUANG, employer, official, person
from tests.conftest import NOW
from tests.signed import attached, certificate_sent, leaving, sent, unsigned

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_each_sees_the_pages_that_are_theirs_to_see() -> None:
    found, _ = await unsigned("rejected", uploads=0)
    (known,) = await sent(found)
    draft, _ = await unsigned()
    (private,) = await attached(draft)
    gone, departure, _ = await leaving()
    (certificate,) = await certificate_sent(gone, departure)
    offices = [await official(each) for each in (LIXIA, JINAN)]
    seen: list[tuple[Viewer, int, int, SignedKind]] = [
        (found.unit, found.placement, known, AGREEMENT),
        (draft.unit, draft.placement, private, AGREEMENT),
        (found.person, found.placement, known, AGREEMENT),
        (gone.person, departure, certificate, CERTIFICATE),
        (offices[0], found.placement, known, AGREEMENT),
        *((office, departure, certificate, CERTIFICATE) for office in offices),
    ]
    for sees, id, file, kind in seen:
        assert (await signed_pages.get(sees, kind, id, file, NOW.date())).file.id == file
    by_name = replace(found.person, by_identity=True)
    elsewhere = [await official(each) for each in (SHANDONG, ZAOZHUANG)]
    strangers: list[Viewer] = [by_name, offices[1], *elsewhere, draft.unit, await employer(), await person()]
    for stranger in strangers:
        with pytest.raises(Missing):
            await signed_pages.get(stranger, AGREEMENT, found.placement, known, NOW.date())
    others: list[Viewer] = [*offices, draft.person]
    for viewer in others:
        with pytest.raises(Missing):
            await signed_pages.get(viewer, AGREEMENT, draft.placement, private, NOW.date())
    with pytest.raises(Missing):
        await signed_pages.get(draft.unit, AGREEMENT, draft.placement, known, NOW.date())


async def test_a_sending_keeps_its_own_verdict_whatever_is_decided_without_a_certificate() -> None:
    found, id, _ = await leaving()
    county, later = await official(LIXIA), NOW + timedelta(days=7)
    await certificate_sent(found, id)
    await departure_review.reject(county, id, 2, ["seal"], "", NOW)
    day = read(LastDayForm, {"last_day": ["2026-11-19"]}, NOW.date())
    await departures.edit(found.unit, id, 3, day, NOW)
    await departures.appeal(found.person, id, 4, later)

    async def verdict() -> str:
        (sending,) = await signed_pages.sendings(CERTIFICATE, id)
        return sending.verdict.state if sending.verdict else ""

    before = await verdict()
    await departure_review.approve(county, id, 5, later.date(), later)
    after = await verdict()
    await departure_review.reopen(county, id, 6, later)

    assert (before, after, await verdict()) == ("rejected", "rejected", "rejected")
