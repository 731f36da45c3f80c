"""更正 of one row of the 生源信息库 by the office that keeps it."""

from collections.abc import Mapping
from datetime import datetime

from piccolo.columns import Column

from jianxi.crypto.sealing import indexes
from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Stale
from jianxi.domain.places import Places
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import Raw, read
from jianxi.queries import regions, registers
from jianxi.queries.registers import Entry
from jianxi.services import log
from jianxi.services.register_people import follow, hold
from jianxi.services.register_rows import columns_of, origin_of, sealed_row
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, change

TAKEN = "该身份证号已在生源信息库中，请核对"
HOLDS = "该毕业生已在系统中登记，身份证号不能更改。确需更改时，请联系系统管理员"
IMPORTED = frozenset({"digest", "imported_at"})
"""Stay as they were: the digest is that of the imported row, so that the old file does not undo the correction."""


async def correct(viewer: OfficialViewer, id: int, version: int, raw: Raw, now: datetime) -> bool:
    """Whether anything was changed. An ID number left masked as it was shown is the same number."""
    try:
        async with unit_of_work():
            await hold(id)
            entry = await registers.get(viewer, id)
            if entry.version != version:
                raise Stale(await _stale(id))
            form = read(GraduateRow, _with_number(entry, raw), periods.today(now))
            origin = origin_of(viewer, Places(await regions.directory()), form.origin)
            fields = _changed(entry, form, origin)
            if "id_number" in fields:
                await _check_number(entry, form.id_number.number)
            if not fields:
                return False
            if (
                await change(Graduate, id, version=version, states=None, values=_kept(form, origin, now))
                is None
            ):
                raise Stale(await _stale(id))
            await log.record(viewer, now, "graduate", id, "correct", facts={"fields": fields})
            await follow(viewer, [id], now)
            return True
    except Conflict:
        raise Invalid({"id_number": TAKEN}) from None


async def _check_number(entry: Entry, number: str) -> None:
    """The unique index cannot know a number that was stored under the old secret."""
    if entry.is_here:
        raise Invalid({"id_number": HOLDS})
    other = (Graduate.id != entry.id) & Graduate.id_index.is_in(list(indexes(number)))
    if await Graduate.exists().where(other):
        raise Invalid({"id_number": TAKEN})


def _with_number(entry: Entry, raw: Raw) -> Raw:
    typed = next(iter(raw.get("id_number", ())), "").strip()
    return {**raw, "id_number": [entry.values["id_number"]]} if typed == entry.id_masked else raw


def _kept(form: GraduateRow, origin: str, now: datetime) -> Mapping[Column, object]:
    columns = columns_of(sealed_row(form, origin, now).values)
    return {column: value for column, value in columns.items() if column._meta.name not in IMPORTED}


def _changed(entry: Entry, form: GraduateRow, origin: str) -> list[str]:
    """Names of the fields that say something else now; the log keeps names and no personal data."""
    written = {name: "" if value is None else str(value) for name, value in form}
    written |= {"id_number": form.id_number.number, "origin": origin}
    before = {**entry.values, "origin": entry.origin}
    return sorted(name for name, value in written.items() if before[name] != value)


async def _stale(id: int) -> str:
    who = await registers.last_hand(id)
    changed = f"{who}刚刚更正了该毕业生的信息" if who else "该毕业生的信息刚刚由导入更新"
    return f"您的操作未执行。{changed}，请核对后再保存；您填写的内容仍在下面。"
