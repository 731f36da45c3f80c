"""Removes what uploads left behind: rows that no record refers to, and objects without row. Safe while serving: what
is younger than a day may belong to an upload under way."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jianxi.domain.outcomes import Refused
from jianxi.queries.file_keeping import AT_ONCE, unlinked, without_row
from jianxi.storage import naming, store
from jianxi.tables.conflicts import FOREIGN_KEY, Conflict, Contended
from jianxi.tables.files import StoredFile
from jianxi.tables.unit_of_work import unit_of_work

AGE = timedelta(days=1)
MANY = 100
"""So many objects without row are looked at twice."""
ANOTHER_DATABASE = (
    "没有删除任何文件：存储中的{total}个文件有{orphans}个在数据库里没有记录，连接的可能不是同一套系统的数据库。"
    "确认无误后，加 --yes 再执行一次。"
)


@dataclass(frozen=True, slots=True)
class Swept:
    """What was removed."""

    rows: int
    objects: int


async def sweep(now: datetime, *, sure: bool = False) -> Swept:
    """Objects first: they say whether this is their database. Raises `Refused` unless `sure` when most belong to no
    row, and `Away`. Those of the rows that go now are removed as well."""
    total, orphans = await _orphans()
    if len(orphans) >= MANY and 2 * len(orphans) > total and not sure:
        raise Refused(ANOTHER_DATABASE.format(total=total, orphans=len(orphans)))
    rows = await _remove_rows(now - AGE)
    if rows:
        _, orphans = await _orphans()
    await store.delete(orphans)
    return Swept(rows, len(orphans))


async def _remove_rows(before: datetime) -> int:
    """A few at a time, so that nobody waits for long."""
    removed = 0
    while True:
        try:
            found, gone = await _remove_some(before)
        except (Conflict, Contended) as error:
            if isinstance(error, Conflict) and error.constraint_name != FOREIGN_KEY:
                raise
            # A record has come to refer to one of them meanwhile. It is asked anew which ones nothing refers to.
            continue
        removed += gone
        if found < AT_ONCE:
            return removed


async def _remove_some(before: datetime) -> tuple[int, int]:
    """How many were found, and how many of them are gone."""
    async with unit_of_work():
        rows = await StoredFile.select(StoredFile.id).where(unlinked(before)).limit(AT_ONCE)
        if not rows:
            return 0, 0
        those = StoredFile.id.is_in([row["id"] for row in rows])
        gone = await StoredFile.delete().where(those, unlinked(before)).returning(StoredFile.id)
        return len(rows), len(gone)


async def _orphans() -> tuple[int, list[str]]:
    """How many objects of ours there are, and the keys of those that are old enough and belong to no row. Their age is
    told by the clock that stamps them, which may differ from ours."""
    before = await store.clock() - AGE
    total, found = 0, list[str]()
    async for part in store.objects():
        ours = [each for each in part if naming.is_ours(each.key)]
        total += len(ours)
        old = [each.key for each in ours if each.modified < before]
        found += await without_row(old) if old else []
    return total, found
