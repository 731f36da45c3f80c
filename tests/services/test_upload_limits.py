"""上传次数限制 kept: counted for each sender, whatever became of the file, and for no longer than a day."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from jianxi.domain.sign_in_limits import DAY, HOUR
from jianxi.domain.upload_limits import CARD, Exhausted, Sender
from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.queries.sessions import Claim
from jianxi.services.upload_limits import admit, of_employer, of_person
from jianxi.tables.files import SentFile
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
HERSELF = Sender("person:1", CARD)


async def send(senders: Sequence[Sender], now: datetime) -> int:
    """All at once; how many were let through."""
    answers = await asyncio.gather(*(admit(each, 1, now) for each in senders), return_exceptions=True)
    assert {type(each) for each in answers if each is not None} <= {Exhausted}
    return sum(each is None for each in answers)


async def test_of_many_files_at_once_as_many_pass_as_the_limit_says_and_each_sender_has_an_own_one() -> None:
    other = Sender("person:2", CARD)
    assert await send([HERSELF, other, *[HERSELF] * 14], NOW) == 12 + 1
    assert await send([HERSELF], NOW + HOUR - timedelta(seconds=1)) == 0
    assert await send([HERSELF] * 14, NOW + HOUR) == 12


async def test_nothing_is_remembered_longer_than_a_day() -> None:
    await send([HERSELF] * 3, NOW)
    await send([Sender("person:2", CARD)], NOW + DAY)
    assert await SentFile.count() == 1


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_who_has_no_row_yet_is_the_same_sender_in_every_session_and_no_number_can_be_read() -> None:
    number = cast.id_number(PersonKind.YOUTH)
    viewer = PersonViewer(None, PersonKind.YOUTH, "孟晓", by_identity=True)
    first, second = (of_person(viewer, Claim(name, number, PersonKind.YOUTH)) for name in ("孟晓", "孟小"))
    assert first == second
    assert number not in first.subject
    assert of_person(PersonViewer(7, PersonKind.YOUTH, "孟晓", by_identity=True), None).subject == "person:7"
    assert of_employer(EmployerViewer(1, 7, "单位")).subject == "employer:7"
