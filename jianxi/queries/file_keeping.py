"""What the store and the table of files know of each other: rows that no record refers to, objects without row, rows
whose object is not as it was kept."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime

from piccolo.columns.combination import And, WhereRaw

from jianxi.storage import naming, store
from jianxi.tables.engine import TABLES
from jianxi.tables.files import StoredFile

LINKS = tuple(
    (table._meta.tablename, column._meta.db_column_name)
    for table in TABLES
    for column in table._meta.foreign_key_columns
    if column._foreign_key_meta.resolved_references is StoredFile
)
"""Every column of every table that refers to a file."""
AT_ONCE = 500


def unlinked(before: datetime) -> And:
    """Rows that were written before then and that no record refers to."""
    nowhere = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.{column} = stored_file.id)"
        for table, column in LINKS
    )
    return And(StoredFile.uploaded_at < before, WhereRaw(nowhere))


async def without_row(keys: Collection[str]) -> list[str]:
    """Those of these objects' keys that belong to no row."""
    files = {key: naming.file_of(key) for key in keys}
    known = await StoredFile.select(StoredFile.key).where(StoredFile.key.is_in(sorted({*files.values(), ""})))
    rows = {row["key"] for row in known}
    return [key for key in keys if files[key] not in rows]


async def not_as_kept() -> AsyncIterator[list[str]]:
    """A sentence for each row whose object is missing or of another size, chunk by chunk."""
    newest = await StoredFile.select(StoredFile.id).order_by(StoredFile.id, ascending=False).first()
    last = newest["id"] if newest else 0
    lying = {each.key: each.size async for part in store.objects() for each in part}
    for low in range(0, last, AT_ONCE):
        rows = await StoredFile.select(StoredFile.id, StoredFile.key, StoredFile.size).where(
            StoredFile.id > low, StoredFile.id <= min(low + AT_ONCE, last)
        )
        yield [
            f"文件 {row['id']}：{'内容的大小与记录不符' if row['key'] in lying else '存储中没有它的内容'}（file-kept）"
            for row in rows
            if lying.get(row["key"]) != row["size"]
        ]
