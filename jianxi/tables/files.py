"""Stored files and the records that they belong to. What a file holds lies sealed in the store; here is what is known of it."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Base
from jianxi.tables.persons import Person


class StoredFile(Table):
    """A file that was checked and kept. A row without a record that refers to it is swept after a day."""

    id: Serial
    key = Varchar(length=32, unique=True)
    """Random; the object's name in the store."""
    name = Bytea()
    """Sealed: people write names and numbers into the names of files."""
    kind = Varchar(length=8)
    """pdf, jpeg or png, told by the content."""
    size = Integer()
    """Bytes of the content as kept, before sealing."""
    digest = Varchar(length=64, index=True)
    """SHA-256 of the same."""
    pages = Integer()
    uploaded_at = Timestamptz(default=None)
    kept_for = Varchar(length=32, default=None, null=True, unique=True)
    """While the form that it is for is still being mended: by whom, and for which field. One file each."""


class SentFile(Table):
    """A file that somebody sent and that was looked at, whatever became of it; kept for the longest window, a day."""

    id: Serial
    sender = Varchar(length=64)
    """employer:ID, person:ID, or for who has no row yet the keyed blind index of the ID number."""
    size = Integer()
    sent_at = Timestamptz(default=None)


class BaseFile(Table):
    """附件 of a 见习基地: those of its draft (round 0), and those of each submission as they were then."""

    id: Serial
    base = ForeignKey(references=Base, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    kind = Varchar(length=8)
    """rules (就业见习管理制度) or papers (单位证件信息)."""
    place = Integer()
    """Order among those of its kind."""
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)


class IdentityPicture(Table):
    """身份证件信息 of a youth: one picture a side."""

    id: Serial
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    side = Varchar(length=8)
    """front or back."""
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)
