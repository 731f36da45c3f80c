"""生源信息库: imported from a workbook in chunks. Importing the same again changes nothing."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto.sealing import blind_index, seal
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import today
from jianxi.domain.places import Places
from jianxi.domain.regions import contains
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import register_sheet
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import read
from jianxi.queries import regions
from jianxi.services import log
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work

CHUNK = 500


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


Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Run:
    """One import under way."""

    viewer: OfficialViewer | None
    now: datetime
    places: Places
    outcome: Outcome
    seen: dict[str, int] = field(default_factory=dict)
    """Row number by blind index."""

    def is_ours(self, region: str) -> bool:
        return self.viewer is None or contains(self.viewer.region, region)

    def fault(self, row: int, sentence: str) -> None:
        self.outcome.faults.append(Fault(row, sentence))


async def import_workbook(
    viewer: OfficialViewer | None, data: bytes, now: datetime, progress: Progress = lambda done, total: None
) -> Outcome:
    """Takes every good row and reports the others by number. `viewer` None is the command line, which sees all
    regions; an office takes rows of its own region alone. Raises `Malformed` for a file that is no such workbook."""
    rows = await asyncio.to_thread(lambda: list(register_sheet.rows(data)))
    run = _Run(viewer, now, Places(await regions.directory()), Outcome(total=len(rows)))
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        await _write(run, await asyncio.to_thread(lambda part: list(_good(run, part)), chunk))
        progress(start + len(chunk), len(rows))
    run.outcome.faults.sort(key=lambda fault: fault.row)
    return run.outcome


def _good(run: _Run, rows: Iterable[tuple[int, dict[str, list[str]]]]) -> Iterator[Graduate]:
    for number, raw in rows:
        try:
            row = _checked(run, raw)
        except Invalid as invalid:
            run.fault(number, "；".join(invalid.messages.values()))
            continue
        if row.id_index in run.seen:
            run.fault(number, f"身份证号与第{run.seen[row.id_index]}行重复")
            continue
        run.seen[row.id_index] = number
        yield row


def _checked(run: _Run, raw: dict[str, list[str]]) -> Graduate:
    form = read(GraduateRow, raw, today(run.now))
    origin = run.places.find(form.origin)
    if origin is None:
        raise Invalid({"origin": f"生源地“{form.origin}”不能识别，请写成“济南市历下区”或6位行政区划代码"})
    if not run.is_ours(origin):
        raise Invalid({"origin": f"生源地“{form.origin}”不在本地区，不能导入"})
    return sealed_row(form, origin, run.now)


def sealed_row(form: GraduateRow, origin: str, now: datetime) -> Graduate:
    """The row as it is stored, with what identifies a person sealed."""
    content = {**form.model_dump(mode="json"), "id_number": form.id_number.number, "origin": origin}
    return Graduate(
        id_index=blind_index(form.id_number.number),
        id_number=seal(form.id_number.number, "person.id"),
        name=form.name,
        sex=form.sex,
        born=form.id_number.born,
        nation=form.nation or "",
        politics=form.politics or "",
        school=form.school,
        major=form.major or "",
        degree=form.degree,
        cohort=form.cohort,
        graduated_on=form.graduated_on,
        origin=origin,
        household=_sealed(form.household, "person.household"),
        address=_sealed(form.address, "person.address"),
        mail=_sealed(form.mail, "person.mail"),
        phone=_sealed(form.phone, "person.phone"),
        digest=blind_index(json.dumps(content, ensure_ascii=False, sort_keys=True)),
        imported_at=now,
    )


def _sealed(text: str | None, purpose: str) -> bytes | None:
    return seal(text, purpose) if text else None


async def _write(run: _Run, rows: list[Graduate]) -> None:
    async with unit_of_work():
        known = await _known([row.id_index for row in rows])
        fresh = [row for row in rows if row.id_index not in known]
        old = [row for row in rows if row.id_index in known and run.is_ours(known[row.id_index][2])]
        changed = [row for row in old if known[row.id_index][1] != row.digest]
        if fresh:
            await Graduate.insert(*fresh)
        for row in changed:
            await _replace(known[row.id_index][0], row)
        if fresh or changed:
            counts = {"added": len(fresh), "changed": len(changed)}
            await log.record(run.viewer or log.SYSTEM, run.now, "graduate", 0, "import", facts=counts)
    for index in known.keys() - {row.id_index for row in old}:
        run.fault(run.seen[index], "该身份证号已在其他地区的生源信息库中，不能更改")
    run.outcome.added += len(fresh)
    run.outcome.changed += len(changed)
    run.outcome.same += len(old) - len(changed)


async def _known(indexes: list[str]) -> dict[str, tuple[int, str, str]]:
    rows = await Graduate.select(Graduate.id, Graduate.id_index, Graduate.digest, Graduate.origin).where(
        Graduate.id_index.is_in(indexes)
    )
    return {row["id_index"]: (row["id"], row["digest"], row["origin"]) for row in rows}


async def _replace(id: int, row: Graduate) -> None:
    columns = [column for column in Graduate.all_columns() if column._meta.name not in {"id", "version"}]
    values: dict[Column | str, Any] = {column: row[column._meta.name] for column in columns}
    values[Graduate.version] = Graduate.version + 1
    await Graduate.update(values).where(Graduate.id == id)
