"""Reads stored files. Who may see one is decided by the record that it belongs to, never here."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Missing
from jianxi.storage import pages, store
from jianxi.storage.checking import Kind
from jianxi.tables.files import StoredFile

SEAL = "file.name"
ENDINGS = {Kind.PDF: (".pdf",), Kind.JPEG: (".jpg", ".jpeg"), Kind.PNG: (".png",)}


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a stored file."""

    id: int
    key: str
    name: str
    kind: Kind
    size: int
    digest: str
    pages: int
    uploaded_at: datetime

    @property
    def saved_as(self) -> str:
        """The name to save it under: what it is decides the ending, whatever its sender called it."""
        endings = ENDINGS[self.kind]
        return self.name if self.name.lower().endswith(endings) else self.name + endings[0]


async def of_ids(ids: Collection[int]) -> dict[int, File]:
    """By id; those that are not there are left out."""
    if not ids:
        return {}
    rows = await StoredFile.select().where(StoredFile.id.is_in(list(ids)))
    return {
        row["id"]: File(
            row["id"],
            row["key"],
            sealing.unseal(row["name"], SEAL),
            Kind(row["kind"]),
            row["size"],
            row["digest"],
            row["pages"],
            row["uploaded_at"],
        )
        for row in rows
    }


def content(file: File) -> AsyncIterator[bytes]:
    """Part by part. Raises `Lost`, where it is not as long as was kept or a part is not as it was, and `Away`."""
    return store.parts(file.key, file.size)


async def picture(file: File, page: int, turn: int = 0) -> bytes:
    """A JPEG of one of its pages, counted from 1, turned by so many degrees clockwise; drawn and kept in the store when it is first asked for, which is the one
    thing that a query writes. Raises `Missing` where there is no such page."""
    if not 1 <= page <= file.pages:
        raise Missing
    try:
        return await pages.picture(file.key, file.kind, page, turn)
    except LookupError as error:
        raise Missing from error
