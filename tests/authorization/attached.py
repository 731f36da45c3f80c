"""附件 of bases for the harness: their addresses tell the base, for the offices, and the file."""

from jianxi.queries.base_files import DRAFT
from jianxi.services import files
from jianxi.tables.files import BaseFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.attachments import sample
from tests.authorization.record import Record, by
from tests.cast_facts import MOMENT


async def attached(bases: dict[str, int]) -> dict[str, list[Record]]:
    """One noun at two desks: what was submitted, and what stands in a draft alone, which no office sees."""
    own, far, draft = (
        await _file(bases["county"]),
        await _file(bases["far"]),
        await _in_draft(bases["county"]),
    )
    offices = by("county", "city", "province")
    return {
        "attachment": [
            Record(own, offices, "own", bases["county"]),
            Record(draft, by(), "own", bases["county"]),
            Record(own, by(), "same scope", bases["city"]),
            Record(far, by("other_city", "province"), "foreign", bases["far"]),
        ],
        "own_attachment": [
            Record(own, by("unit_county"), "own"),
            Record(draft, by("unit_county"), "own"),
            Record(far, by(), "foreign"),
        ],
    }


async def _file(base: int) -> int:
    row = await BaseFile.select(BaseFile.file).where(BaseFile.base == base, BaseFile.round == 1).first()
    assert row is not None
    return int(row["file"])


async def _in_draft(base: int) -> int:
    """As the unit adds one while it prepares its next submission."""
    stored = await sample("papers")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await insert(BaseFile(base=base, round=DRAFT, kind="papers", place=9, file=file))
    return file
