"""生源信息库: imported from a workbook in chunks. Importing the same again changes nothing."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import today
from jianxi.domain.places import Places
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import register_sheet
from jianxi.exports.register_sheet import Sheet, SheetRow
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import read
from jianxi.queries import regions
from jianxi.services import log
from jianxi.services.register_people import follow
from jianxi.services.register_rows import Sealed, columns_of, is_ours, origin_of, sealed_row
from jianxi.tables.conflicts import Contended
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert_many

CHUNK = 500
LOST = "{}列是数字格式，末几位已丢失，请把该列设为文本格式后重新填写"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row of the workbook was not taken."""

    row: int
    sentence: str


@dataclass(slots=True)
class Outcome:
    """What an import did."""

    total: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def summary(self) -> str:
        done = f"共{self.total:,}行：新增{self.added:,}，更新{self.changed:,}，没有变化{self.same:,}"
        return f"{done}，不能导入{len(self.faults):,}"


@dataclass(frozen=True, slots=True)
class _Run:
    """One import under way."""

    viewer: OfficialViewer | None
    now: datetime
    places: Places
    outcome: Outcome
    altered: frozenset[str]
    """Digests of rows that were corrected since their import: the old file must not bring back what was mended."""
    seen: dict[str, int] = field(default_factory=dict)
    """Row number by blind index."""

    def is_ours(self, region: str) -> bool:
        return is_ours(self.viewer, region)

    @property
    def hand(self) -> OfficialViewer | log.System:
        return self.viewer or log.SYSTEM

    def fault(self, row: int, sentence: str) -> None:
        self.outcome.faults.append(Fault(row, sentence))


async def import_workbook(
    viewer: OfficialViewer | None, data: bytes, now: datetime, progress: Progress = unheard
) -> Outcome:
    """Raises `Malformed` for a file that is no such workbook."""
    return await import_sheet(viewer, await sheet_of(data), now, progress)


async def sheet_of(data: bytes) -> Sheet:
    """The rows of a workbook, not yet looked at. Raises `Malformed`."""
    return await asyncio.to_thread(register_sheet.rows, data)


async def import_sheet(
    viewer: OfficialViewer | None, sheet: Sheet, now: datetime, progress: Progress = unheard
) -> Outcome:
    """Takes every good row and reports the others by number. `viewer` None is the command line, which sees all
    regions; an office takes rows of its own region alone. Each chunk is saved before `progress` hears of it."""
    outcome = Outcome(total=len(sheet))
    run = _Run(viewer, now, Places(await regions.directory()), outcome, await _altered())
    for start in range(0, len(sheet), CHUNK):
        chunk = sheet.part(start, CHUNK)
        good = await asyncio.to_thread(lambda part: list(_good(run, part)), chunk)
        try:
            await _write(run, good)
        except (Conflict, Contended):
            # Another import brought the same people between our look and our writing: look once more.
            await _write(run, good)
        progress(start + len(chunk), len(sheet))
    run.outcome.faults.sort(key=lambda fault: fault.row)
    return run.outcome


def _good(run: _Run, rows: Iterable[SheetRow]) -> Iterator[Sealed]:
    for row in rows:
        try:
            graduate = _checked(run, row)
        except Invalid as invalid:
            run.fault(row.number, "；".join(invalid.messages.values()))
            continue
        index = graduate.index
        if index in run.seen:
            run.fault(row.number, f"身份证号与第{run.seen[index]}行重复")
            continue
        run.seen[index] = row.number
        yield graduate


def _checked(run: _Run, row: SheetRow) -> Sealed:
    if row.lost:
        raise Invalid({heading: LOST.format(heading) for heading in row.lost})
    form = read(GraduateRow, row.values, today(run.now))
    origin = origin_of(run.viewer, run.places, form.origin)
    return sealed_row(form, origin, run.now, run.places.written(form.origin))


async def _write(run: _Run, rows: list[Sealed]) -> None:
    """In the order of the numbers, whatever the file's: two imports of the same people then wait and never block
    each other."""
    rows = sorted(rows, key=lambda row: row.index)
    async with unit_of_work():
        known = await _known(rows)
        mended = [row for row in rows if row.index not in known and not run.altered.isdisjoint(row.digests)]
        fresh = [row for row in rows if row.index not in known and run.altered.isdisjoint(row.digests)]
        old = [row for row in rows if row.index in known and run.is_ours(known[row.index].origin)]
        changed = [row for row in old if known[row.index].digest not in row.digests]
        if fresh:
            await insert_many(Graduate, [{**row.values, "version": 1} for row in fresh])
        for row in changed:
            await _replace(known[row.index].id, row)
        if fresh or changed:
            counts = {"added": len(fresh), "changed": len(changed)}
            await log.record(run.hand, run.now, "graduate", 0, "import", facts=counts)
        await follow(run.hand, [known[row.index].id for row in changed], run.now)
    for index in known.keys() - {row.index for row in old}:
        run.fault(run.seen[index], "该身份证号已在其他地区的生源信息库中，不能更改")
    run.outcome.added += len(fresh)
    run.outcome.changed += len(changed)
    run.outcome.same += len(old) - len(changed) + len(mended)


async def _altered() -> frozenset[str]:
    rows = await Graduate.select(Graduate.digest).where(Graduate.version > 1)
    return frozenset(row["digest"] for row in rows)


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of the register, as far as an import must know it."""

    id: int
    digest: str
    origin: str


async def _known(rows: list[Sealed]) -> dict[str, _Known]:
    """By the index under the secret in use, whichever they were stored under."""
    if not rows:
        return {}
    index_of = {each: row.index for row in rows for each in row.indexes}
    marks = ", ".join(["{}"] * len(index_of))
    found = await Graduate.raw(
        f"SELECT id, id_index, digest, origin FROM graduate WHERE id_index IN ({marks})", *index_of
    )
    return {index_of[row.pop("id_index")]: _Known(**row) for row in found}


async def _replace(id: int, row: Sealed) -> None:
    values: dict[Column | str, Any] = {Graduate.version: Graduate.version + 1}
    values.update(columns_of(row.values).items())
    await Graduate.update(values).where(Graduate.id == id)
