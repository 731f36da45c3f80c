"""What the store and the table of files know of each other: rows that no record refers to, objects without row, rows
whose object is not as it was kept."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime
from hashlib import sha256

from piccolo.columns.combination import And, WhereRaw

from jianxi.crypto import sealing
from jianxi.queries.files import SEAL
from jianxi.storage import naming, store
from jianxi.tables.engine import TABLES
from jianxi.tables.files import StoredFile
from jianxi.tables.jobs import JobFile

LINKS = tuple(
    (table._meta.tablename, column._meta.db_column_name)
    for table in TABLES
    for column in table._meta.foreign_key_columns
    if column._foreign_key_meta.resolved_references is StoredFile
)
"""Every column of every table that refers to a file."""
AT_ONCE = 500
GONE = "文件 {}：存储中没有它的内容（file-kept）"
SIZE = "文件 {}：内容的大小与记录不符（file-kept）"
NAMELESS = "文件 {}：名称无法用现有密钥读取（file-named）"
OTHER = "文件 {}：内容无法读取，或与保存时不同（file-content）"


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
    of_jobs = await JobFile.select(JobFile.key).where(JobFile.key.is_in(sorted({*files.values(), ""})))
    rows = {row["key"] for row in (*known, *of_jobs)}
    return [key for key in keys if files[key] not in rows]


async def not_as_kept(*, contents: bool = False) -> AsyncIterator[list[str]]:
    """A sentence for each row whose object is missing or of another size, or whose name does not open, part by part.
    With `contents` each object is read and compared with what was kept."""
    newest = await StoredFile.select(StoredFile.id).order_by(StoredFile.id, ascending=False).first()
    last = newest["id"] if newest else 0
    lying = bytearray(last + 1)
    """A mark for each row whose object was met: of a large store not all keys have to be in memory."""
    async for part in store.objects():
        sizes = {each.key: each.size for each in part}
        met = StoredFile.select(StoredFile.id, StoredFile.key, StoredFile.size)
        rows = await met.where(StoredFile.key.is_in(sorted(sizes)), StoredFile.id <= last)
        for row in rows:
            lying[row["id"]] = 1
        yield [SIZE.format(row["id"]) for row in rows if sizes[row["key"]] != row["size"]]
    for low in range(0, last, AT_ONCE):
        chunk = (StoredFile.id > low) & (StoredFile.id <= min(low + AT_ONCE, last))
        for row in await StoredFile.select().where(chunk).order_by(StoredFile.id):
            yield [] if lying[row["id"]] else [GONE.format(row["id"])]
            yield [] if _opens(row["name"]) else [NAMELESS.format(row["id"])]
            if contents and lying[row["id"]] and await _digest(row["key"], row["size"]) != row["digest"]:
                yield [OTHER.format(row["id"])]


def _opens(name: bytes) -> bool:
    try:
        sealing.unseal(name, SEAL)
    except sealing.Unreadable:
        return False
    return True


async def _digest(key: str, size: int) -> str:
    """Empty where it cannot be read."""
    digest = sha256()
    try:
        async for part in store.parts(key, size):
            digest.update(part)
    except store.Lost:
        return ""
    return digest.hexdigest()
