"""花名册 for the harness: of both units and of one in another city, with lines, evidence, and one that nobody sent yet."""

from jianxi.domain.viewers import EmployerViewer
from jianxi.services import files
from jianxi.tables.employers import Base, Employer
from jianxi.tables.rosters import RosterFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.attachments import sample
from tests.authorization.record import Record, Records, by
from tests.cast import ZAOZHUANG_SHIZHONG
from tests.cast_facts import MOMENT
from tests.rosters import roster, wage


async def rostered(bases: dict[str, int], placements: list[Record]) -> Records:
    """The placements of the unit of the county, of the city's, and of the one far away."""
    await wage("2200", region=ZAOZHUANG_SHIZHONG)
    own = await roster(await _unit(bases["county"]), "sent")
    draft = await roster(await _unit(bases["city"]), "draft")
    far = await roster(await _unit(bases["far"]), "sent")
    here, theirs = by("unit_county", "county", "city"), by("unit_city")
    placed, _, away = (each.number for each in placements)
    return {
        "roster": [
            Record(own, here, "own"),
            Record(draft, theirs, "same scope"),
            Record(far, by("other_city"), "foreign"),
        ],
        "roster_line": [
            Record(placed, here, "own", own),
            Record(placed, by(), "own", draft),
            Record(away, by("other_city"), "foreign", far),
        ],
        "roster_file": [
            Record(await _evidence(own), here, "own", own),
            Record(await _evidence(draft), theirs, "same scope", draft),
            Record(await _evidence(far), by("other_city"), "foreign", far),
        ],
    }


async def _unit(base: int) -> EmployerViewer:
    row = await Base.select(Base.employer).where(Base.id == base).first()
    assert row is not None
    of = Employer
    found = await of.select(of.id, of.account, of.name).where(of.id == row["employer"]).first()
    assert found is not None
    return EmployerViewer(found["account"], found["id"], found["name"])


async def _evidence(roster: int) -> int:
    stored = await sample("papers")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await insert(RosterFile(roster=roster, kind="payment", place=1, file=file))
    return file
