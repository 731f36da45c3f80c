"""Keeps files that somebody sent: first the object, then its row, so that a row always has its object."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from jianxi.crypto import sealing
from jianxi.forms.files import Upload
from jianxi.queries.files import SEAL
from jianxi.storage import checking, store
from jianxi.storage.checking import Checked, Kind
from jianxi.tables.files import StoredFile
from jianxi.tables.writing import insert


@dataclass(frozen=True, slots=True)
class Stored:
    """An object in the store that has no row yet; what becomes of none is swept after a day."""

    key: str
    name: str
    kind: Kind
    size: int
    digest: str
    pages: int
    codes: tuple[str, ...] = ()
    """What its QR codes say, where they were read."""


async def store_upload(
    upload: Upload, allowed: Collection[Kind] = checking.DOCUMENTS, *, codes: bool = False
) -> Stored:
    """Checked, with `codes` its QR codes read, and put into the store. Not in a unit of work: it takes its time. Raises
    `Malformed`."""
    found = await checking.checked(upload.data, upload.name, allowed, codes=codes)
    return await store_checked(upload.name, found)


async def store_checked(name: str, checked: Checked) -> Stored:
    """What is known to be good, put into the store under a name that is fit to save under. Raises `Unavailable`."""
    key = secrets.token_hex(16)
    await store.put(key, checked.content)
    return Stored(key, name, checked.kind, len(checked.content), checked.digest, checked.pages, checked.codes)


async def add(stored: Stored, now: datetime, kept_for: str | None = None) -> int:
    """Its row, inside the unit of work that also writes the record which refers to it; or `kept_for` a form that is
    still being mended."""
    return await insert(
        StoredFile(
            key=stored.key,
            name=sealing.seal(stored.name, SEAL),
            kind=stored.kind.value,
            size=stored.size,
            digest=stored.digest,
            pages=stored.pages,
            uploaded_at=now,
            kept_for=kept_for,
        )
    )
