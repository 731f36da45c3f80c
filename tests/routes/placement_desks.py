"""Agreements that were sent, for the tests of 见习上岗审核 at the offices' desks."""

from typing import Any

from jianxi.services import agreements, files
from jianxi.storage import samples
from jianxi.tables.papers import Paper
from jianxi.tables.placements import AgreementFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.attachments import sample
from tests.cast_facts import MOMENT
from tests.conftest import NOW
from tests.traineeships import Trainee

LIST = "/authority/placements"


async def signed(of: Trainee, *, read: bool = True, rounds: int = 1) -> int:
    """The agreement is issued and drawn, and two pages were sent so many times; the number of the last file."""
    async with unit_of_work():
        await agreements.issue(of.placement, NOW)
    drawn, scan = await sample("rules", "协议.pdf"), await files.store_checked("扫描.png", samples.picture())
    async with unit_of_work():
        paper, page = await files.add(drawn, MOMENT), await files.add(scan, MOMENT)
        await Paper.update({Paper.file: paper}).where(Paper.record == of.placement)
        rows: dict[str, Any] = {"placement": of.placement, "agreement": 1, "reading": "read" if read else ""}
        for round in range(1, rounds + 1):
            for place, file in enumerate((paper, page), 1):
                await insert(AgreementFile(**rows, round=round, place=place, file=file))
    return page
