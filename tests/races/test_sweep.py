"""The sweep while files are attached and submitted: nothing that a record refers to goes, and it comes to its end."""

import asyncio
import contextvars
import os
import time
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from jianxi.domain.identity_pictures import Side
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.forms.base_drafts import typed as draft_of
from jianxi.forms.bases import BaseForm
from jianxi.forms.intentions import YouthIntention
from jianxi.forms.reading import read
from jianxi.queries import invariants
from jianxi.queries.file_keeping import not_as_kept
from jianxi.services import base_files, bases, identity_pictures, intentions
from jianxi.services.file_sweep import Swept, sweep
from jianxi.services.files import store_checked
from jianxi.storage import samples
from jianxi.tables.engine import current
from jianxi.tables.files import StoredFile
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.attachments import attach_samples, sample
from tests.cast_facts import BASE_FORM
from tests.cast_facts import MOMENT as NOW
from tests.services.test_identity_pictures import YOUTH

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 4
YOUTHS = 3
WAITING = (
    "SELECT count(*) AS many FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid"
)
"""Who waits for this very unit of work."""
LATER = NOW + timedelta(days=2)


async def drafted() -> tuple[EmployerViewer, int]:
    """A unit with a form and its files, and the version it shows."""
    unit = await cast.employer()
    version = await bases.save(unit, 0, draft_of(BASE_FORM), NOW)
    await attach_samples(unit)
    return unit, version


async def kept(session: int) -> dict[Side, int]:
    """Both sides of a card, for a form that is still being mended."""
    picture = samples.picture()
    return {
        side: await identity_pictures.keep(await store_checked("身份证.png", picture), session, side, NOW)
        for side in Side
    }


async def submit(youth: PersonViewer, pictures: dict[Side, int]) -> object:
    form = read(YouthIntention, YOUTH, today(NOW))
    return await intentions.submit(youth, None, 0, form, "370000", NOW, pictures)


def age(folder: Path) -> None:
    """Everything in the store as if two days had gone by."""
    two_days_ago = time.time() - 2 * 86_400
    for path in folder.iterdir():
        os.utime(path, (two_days_ago, two_days_ago))


async def swept_meanwhile(number: int, folder: Path) -> list[object]:
    """One unit submits, one attaches, youths bring the pictures that they kept long ago; what each was answered, the
    sweep's own answer last."""
    (unit, version), (other, _) = await drafted(), await drafted()
    youths = [await cast.person(PersonKind.YOUTH, intention=False) for _ in range(YOUTHS)]
    given = [await kept(number * YOUTHS + place) for place in range(YOUTHS)]
    age(folder)
    one_more = await sample("papers", "许可证.png")
    form = read(BaseForm, BASE_FORM, today(NOW))
    deeds = [
        bases.submit(unit, version, form, NOW),
        base_files.attach(other, "papers", [one_more], LATER),
        *(submit(youth, pictures) for youth, pictures in zip(youths, given, strict=True)),
        sweep(LATER),
    ]
    chance = Random(number)
    pauses = [chance.choice((0, 0.001, 0.004)) for _ in deeds]
    return await asyncio.gather(
        *(_after(pause, deed) for pause, deed in zip(pauses, deeds, strict=True)), return_exceptions=True
    )


async def _after(seconds: float, deed: object) -> object:
    await asyncio.sleep(seconds)
    return await deed  # type: ignore[misc]


async def test_nothing_goes_that_a_record_refers_to_while_files_are_attached_and_submitted(
    tmp_path: Path,
) -> None:
    said = [await swept_meanwhile(number, tmp_path / "files") for number in range(1, ROUNDS + 1)]

    for *submitted, swept in said:
        assert isinstance(swept, Swept)
        assert all(isinstance(each, int | str | Invalid) for each in submitted), submitted
    assert [sentence async for part in not_as_kept() for sentence in part] == []
    assert await invariants.violations() == []
    await sweep(LATER)
    linked = "id IN (SELECT file FROM base_file UNION SELECT file FROM identity_picture)"
    assert await StoredFile.count() == len(await StoredFile.raw(f"SELECT id FROM stored_file WHERE {linked}"))


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
async def test_a_row_that_a_record_comes_to_refer_to_stays_and_the_others_go() -> None:
    youth = await cast.person(PersonKind.YOUTH, intention=False)
    assert youth.person is not None
    mine, _nobodys = await kept(1), await kept(2)
    async with unit_of_work():
        await identity_pictures.attach(youth.person, mine)
        sweeping = asyncio.create_task(sweep(LATER), context=contextvars.Context())
        while not (sweeping.done() or (await current().run(WAITING))[0]["many"]):
            pass

    assert await sweeping == Swept(rows=2, objects=0)
    assert {row["id"] for row in await StoredFile.select(StoredFile.id)} == set(mine.values())
