"""Seals objects and names of files anew that the old key has sealed. Safe while serving; begun again, it goes on where
it was."""

from dataclasses import dataclass

from jianxi.crypto import sealing
from jianxi.queries.file_keeping import AT_ONCE
from jianxi.queries.files import SEAL
from jianxi.storage import naming, store
from jianxi.tables.files import StoredFile
from jianxi.tables.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class Resealed:
    """What was sealed anew, and what neither key opens."""

    objects: int
    names: int
    unreadable: int


async def reseal() -> Resealed:
    """Raises `Away`."""
    objects, broken = await _objects()
    names, nameless = await _names()
    return Resealed(objects, names, broken + nameless)


async def _objects() -> tuple[int, int]:
    done = broken = 0
    async for part in store.objects():
        for key in [each.key for each in part if naming.file_of(each.key) and naming.is_ours(each.key)]:
            try:
                done += await store.reseal(key)
            except store.Lost:
                broken += 1
    return done, broken


async def _names() -> tuple[int, int]:
    done, broken, last = 0, 0, 0
    while (
        rows := await StoredFile.select(StoredFile.id, StoredFile.name)
        .where(StoredFile.id > last)
        .order_by(StoredFile.id)
        .limit(AT_ONCE)
    ):
        last = rows[-1]["id"]
        old = {row["id"]: row["name"] for row in rows if sealing.needs_resealing(row["name"])}
        for id, name in old.items():
            try:
                plain = sealing.unseal(name, SEAL)
            except sealing.Unreadable:
                broken += 1
                continue
            async with unit_of_work():
                mine = StoredFile.id == id
                await StoredFile.update({StoredFile.name: sealing.seal(plain, SEAL)}).where(mine)
            done += 1
    return done, broken
