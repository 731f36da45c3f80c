"""报送材料 of each sending of a 花名册 is kept with it, though the employer attaches others and takes some away afterwards."""

import pytest

from jianxi.domain.roster_evidence import Evidence
from jianxi.queries import office_roster_pages, roster_files, roster_lines
from jianxi.services import roster_files as services
from jianxi.services import roster_review, rosters
from jianxi.services.files import Stored
from jianxi.storage.checking import Kind
from jianxi.tables.engine import Engine
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import roster, seen
from tests.traineeships import trainee

pytestmark = pytest.mark.anyio


def stored(letter: str) -> Stored:
    return Stored(letter * 32, f"{letter}.pdf", Kind.PDF, 9, letter * 64, 2)


async def digests(id: int, round: int) -> str:
    """A letter for each: of what stands in the sealed head."""
    kept = "".join(each.file.digest[0] for each in await roster_files.of_sending(id, round))
    assert kept == "".join(each.digest[0] for each in (await roster_lines.head(id, round)).evidence)
    return kept


async def test_what_was_sent_stays_with_its_sending(database: Engine) -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "draft")
    await services.attach(of.unit, id, Evidence.ATTENDANCE, [stored("a"), stored("b"), stored("c")], NOW)
    await services.remove(of.unit, id, (await roster_files.of_roster(id))[2].file.id, NOW)
    await rosters.submit(of.unit, id, 1, NOW)
    await roster_review.send_back(office, id, 2, "请补充", NOW)
    first = (await roster_files.of_roster(id))[0].file.id
    for _ in range(2):
        await services.remove(of.unit, id, first, NOW)
    await services.attach(of.unit, id, Evidence.PAYMENT, [stored("d")], NOW)
    shown = await office_roster_pages.sending(office, id, None, NOW.date(), asked=False)
    assert [len(files) for _, files in shown.evidence] == [2, 0, 0]

    await rosters.submit(of.unit, id, (await seen(of.unit, id)).version, NOW)

    assert (await digests(id, 1), await digests(id, 2)) == ("ab", "bd")
    assert (await roster_files.get(office, id, first, NOW.date()))[1].file.digest == "a" * 64
