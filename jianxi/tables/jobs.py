"""后台任务: what is to be done, how far it is and how it ended; and the files that it reads or makes."""

from piccolo.columns import Boolean, Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.accounts import Account
from jianxi.tables.employers import Employer


class Job(Table):
    """One job of a unit or an office, for the account that asked."""

    id: Serial
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=True, default=None)
    office = Varchar(length=6, default="")
    """The region of the office; empty for a unit."""
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False)
    asked_by = Text()
    kind = Varchar(length=24)
    """domain.jobs.JobKind."""
    label = Text()
    """What it does in words, without personal data."""
    args = Bytea(default=None, null=True)
    """Sealed JSON: filters are names and numbers of people. Gone at its end."""
    fingerprint = Varchar(length=64)
    """Keyed hash of who asks for what: asked twice, it is done once."""
    state = Varchar(length=12, default="waiting")
    attempts = Integer(default=0)
    """Raised by each claim; whoever holds an older number writes nothing any more."""
    done = Integer(default=0)
    total = Integer(default=0)
    cancelling = Boolean(default=False)
    lease_until = Timestamptz(default=None, null=True)
    """While 正在处理: until when its process must have given a sign of life."""
    told = Text(default="")
    """How it ended, in a sentence without personal data."""
    path = Text(default="")
    """Where what it did is found; empty where its own page tells all."""
    report = Bytea(default=None, null=True)
    """Sealed JSON: what it says in detail."""
    asked_at = Timestamptz(default=None)
    begun_at = Timestamptz(default=None, null=True)
    ended_at = Timestamptz(default=None, null=True)


class JobFile(Table):
    """A workbook that a job reads (sent) or has made (result). What it holds lies sealed in the store."""

    id: Serial
    job = ForeignKey(references=Job, on_delete=OnDelete.restrict, null=False)
    part = Varchar(length=8)
    key = Varchar(length=32, unique=True)
    """The object's name in the store."""
    name = Bytea()
    """Sealed, as those of all files are."""
    size = Integer()
