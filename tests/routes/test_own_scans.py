"""上传的协议 and 盖章的证明 on the person's own pages: with a password, never for a session by name and ID number alone."""

import re
from dataclasses import replace

import pytest

from tests.cast import person
from tests.routes.applicant_desks import applicant_desk
from tests.signed import attached, certificate_sent, leaving, sent, unsigned

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
OF_A_FILE = ("", "/content", "/pages/1")


async def test_the_person_opens_what_was_sent_and_by_name_alone_nobody_does() -> None:
    found, _ = await unsigned("rejected", uploads=0)
    first, _ = await sent(found, "第1页.png", "第2页.png")
    gone, left, _ = await leaving()
    (stamped,) = await certificate_sent(gone, left)
    scanned = f"/applicant/placements/{found.placement}/upload/files/{first}"
    certificate = f"/applicant/departures/{left}/upload/files/{stamped}"
    for of, at, word in ((found, scanned, "查看上传的协议"), (gone, certificate, "查看上传的证明")):
        own = f"/applicant/applications/{of.application}"
        async with applicant_desk(of.person) as desk:
            page, answers = await desk.get(own), [await desk.get(at + part) for part in OF_A_FILE]
        assert re.search(rf'href="{at}"[^>]*>{word}', page.text)
        assert [each.status_code for each in answers] == [200, 200, 200]
        assert answers[1].headers["content-type"] == answers[2].headers["content-type"].replace("jpeg", "png")
        assert f'href="{own}"' in answers[0].text
        async with applicant_desk(replace(of.person, by_identity=True)) as desk:
            page, answers = await desk.get(own), [await desk.get(at + part) for part in OF_A_FILE]
        assert word not in page.text
        assert [each.status_code for each in (page, *answers)] == [200, 404, 404, 404]
        async with applicant_desk(await person()) as desk:
            assert {(await desk.get(at + part)).status_code for part in OF_A_FILE} == {404}


async def test_what_the_unit_still_puts_together_is_not_there_for_the_person() -> None:
    found, _ = await unsigned()
    (draft,) = await attached(found)
    at = f"/applicant/placements/{found.placement}/upload/files/{draft}"
    async with applicant_desk(found.person) as desk:
        page, answer = await desk.get(f"/applicant/applications/{found.application}"), await desk.get(at)
    assert (answer.status_code, "查看上传的协议" in page.text) == (404, False)
