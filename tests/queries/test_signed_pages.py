"""Who may see signed pages: the employer all, offices what was sent, the person the same with a password."""

from dataclasses import replace

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.domain.signed_pages import SignedKind
from jianxi.domain.viewers import Viewer
from jianxi.queries import signed_pages
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE
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
        *((office, found.placement, known, AGREEMENT) for office in offices),
        *((office, departure, certificate, CERTIFICATE) for office in offices),
    ]
    for sees, id, file, kind in seen:
        assert (await signed_pages.get(sees, kind, id, file, NOW.date())).file.id == file
    by_name = replace(found.person, by_identity=True)
    elsewhere = [await official(each) for each in (SHANDONG, ZAOZHUANG)]
    strangers: list[Viewer] = [by_name, *elsewhere, draft.unit, await employer(), await person()]
    for stranger in strangers:
        with pytest.raises(Missing):
            await signed_pages.get(stranger, AGREEMENT, found.placement, known, NOW.date())
    others: list[Viewer] = [*offices, draft.person]
    for viewer in others:
        with pytest.raises(Missing):
            await signed_pages.get(viewer, AGREEMENT, draft.placement, private, NOW.date())
    with pytest.raises(Missing):
        await signed_pages.get(draft.unit, AGREEMENT, draft.placement, known, NOW.date())
