"""附件 for the tests' bases: one sample of each kind, as a unit that applies needs them."""

from contextlib import suppress
from datetime import datetime

from jianxi.crypto import sealing
from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.bases import BaseVerb
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import base_files as reading
from jianxi.queries import bases
from jianxi.services import base_files
from jianxi.services.files import Stored, store_checked
from jianxi.storage import samples
from jianxi.tables.files import BaseFile, StoredFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.cast_facts import MOMENT

NAMES = {"rules": "就业见习管理制度.pdf", "papers": "营业执照.png"}


async def sample(kind: str, name: str = "") -> Stored:
    return await store_checked(
        name or NAMES[kind], samples.document() if kind == "rules" else samples.picture()
    )


async def attach_samples(
    unit: EmployerViewer, now: datetime = MOMENT, becomes: BaseVerb = BaseVerb.SUBMIT
) -> None:
    """As the unit itself does it: to its draft, which begins with them if there is none."""
    for kind in FILE_KINDS:
        await base_files.attach(unit, kind, [await sample(kind)], now, becomes)


async def attach_missing(unit: EmployerViewer) -> None:
    """For who knows nothing of files: whoever has begun has attached them, where they may be attached."""
    base = await bases.of_employer(unit)
    if base is not None and not await reading.of_round(base.id, reading.DRAFT):
        with suppress(Refused):
            await attach_samples(unit)


async def add_samples(base: int, rounds: int) -> None:
    """Straight into the tables: the same two files for the draft and each of so many submissions."""
    for place, kind in enumerate(FILE_KINDS):
        stored = await sample(kind)
        row = StoredFile(
            key=stored.key,
            name=sealing.seal(stored.name, "file.name"),
            kind=stored.kind.value,
            size=stored.size,
            digest=stored.digest,
            pages=stored.pages,
            uploaded_at=MOMENT,
        )
        async with unit_of_work():
            file = await insert(row)
            for round in range(rounds + 1):
                await insert(BaseFile(base=base, round=round, kind=kind, place=place, file=file))
