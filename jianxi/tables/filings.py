"""报省厅备案."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Base


class Filing(Table):
    """One 备案 of a city: sent once, or again after the province returned it (`round` counts)."""

    id: Serial
    city = Varchar(length=6, index=True)
    state = Varchar(length=16)
    version = Integer(default=1)
    round = Integer(default=1)
    number = Text()
    """编号, with its check character."""
    sent_at = Timestamptz(default=None)
    sent_by = Text()
    """The city's official who sent it last."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Text(default="")
    reason = Text(default="")
    """Why the province returned it, while that stands."""


class FiledBase(Table):
    """One base in one sending of a filing, with its facts as they were then."""

    id: Serial
    filing = ForeignKey(references=Filing, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    place = Integer()
    """Its 序号, from 1."""
    base = ForeignKey(references=Base, on_delete=OnDelete.restrict, null=False, index=True)
    content = Bytea()
    """Sealed JSON of the row as filed."""
