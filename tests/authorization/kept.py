"""留用 for the harness, with its evidence: of the unit of the county, and of one in another city."""

from jianxi.services import files
from jianxi.tables.departures import RetentionFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.attachments import sample
from tests.authorization.record import Record, Records, by
from tests.cast_facts import MOMENT
from tests.traineeships import retention


async def kept(placements: list[Record]) -> Records:
    """Beside 离岗 there can only be withdrawn ones: whoever sees the placement reads those as well."""
    own, foreign = placements[0], placements[-1]
    stays, away = [await retention(each.number, "revoked") for each in (own, foreign)]
    file, far = await _evidence(stays), await _evidence(away)
    return {
        "retention": [Record(stays, own.seen_by, "own"), Record(away, foreign.seen_by, "foreign")],
        "evidence": [
            Record(file, own.seen_by, "own", stays),
            Record(file, by(), "own", away),
            Record(far, foreign.seen_by, "foreign", away),
        ],
    }


async def _evidence(retention: int) -> int:
    stored = await sample("papers")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await insert(RetentionFile(retention=retention, place=1, file=file))
    return file
