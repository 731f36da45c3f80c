"""报省厅备案: filings, each sending of them, and the bases in each sending."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Base


class Filing(Table):
    """One 备案 of a city: sent once, or again after the province returned it."""

    id: Serial
    city = Varchar(length=6, index=True)
    state = Varchar(length=16)
    version = Integer(default=1)
    round = Integer(default=1)
    """Number of sendings so far; the newest FilingRound has this number."""
    filed_at = Timestamptz(default=None)
    """When it was first sent: its 编号 has that year."""


class FilingRound(Table):
    """One sending of a filing, and what the province decided about it."""

    id: Serial
    filing = ForeignKey(references=Filing, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    bases = Integer()
    """How many are listed in it."""
    sent_at = Timestamptz(default=None)
    sent_by = Text()
    """The city's official."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Text(default="")
    reason = Text(default="")
    """Why it was returned; empty for one that waits or was received."""


class FiledBase(Table):
    """One base in one sending of a filing, with its facts as they were then."""

    id: Serial
    filing = ForeignKey(references=Filing, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    place = Integer()
    """Its 序号, from 1. Those that are no longer in force come after those that are."""
    base = ForeignKey(references=Base, on_delete=OnDelete.restrict, null=False, index=True)
    standing = Varchar(length=16)
    """The base's state then: approved; or suspended, revoked … for one filed before that the city tells the province of."""
    since = Integer(default=0)
    """The row (of another filing) that told the province of this base last; 0 where none had."""
    content = Bytea()
    """Sealed JSON of the row as filed (domain/filed_facts.py)."""
