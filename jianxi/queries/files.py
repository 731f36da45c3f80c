"""Reads stored files. Who may see one is decided by the record that it belongs to, never here."""

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Missing
from jianxi.storage import pages, store
from jianxi.storage.checking import Kind
from jianxi.tables.files import StoredFile

SEAL = "file.name"
READ = ("id", "key", "name", "kind", "size", "digest", "pages", "uploaded_at")
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
    columns = (getattr(StoredFile, name) for name in READ)
    rows = await StoredFile.select(*columns).where(StoredFile.id.is_in(list(ids)))
    return {row["id"]: _built(row) for row in rows}


def joined(file: Any) -> tuple[Any, ...]:
    """Its columns, to be read with a row that refers to it by this foreign key; `of_row` makes the file of them."""
    return tuple(getattr(file, name).as_alias(f"file_{name}") for name in READ)


def of_row(row: Mapping[str, Any]) -> File:
    """Of a row with `joined`, where it refers to a file."""
    return _built({name: row[f"file_{name}"] for name in READ})


def _built(row: Mapping[str, Any]) -> File:
    told = {"name": sealing.unseal(row["name"], SEAL), "kind": Kind(row["kind"])}
    return File(**{**row, **told})


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
