"""通知: what somebody was told, what of it leaves the house, and the reminders that were sent."""

from piccolo.columns import Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Employer
from jianxi.tables.persons import Person


class Notice(Table):
    """One sentence to one side: a unit, a person, or an office, which is a region. Never an ID number."""

    id: Serial
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=True, default=None)
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=True, default=None)
    office = Varchar(length=6, default="")
    """The region of the office; empty for a unit or person."""
    noun = Varchar(length=16)
    record = Integer()
    verb = Varchar(length=24)
    """Of the move, or the kind of the reminder."""
    title = Text()
    """Fit for a mail: it names nobody and gives no reason."""
    body = Text()
    """What, why, what next and whom to ask, a line each."""
    path = Text()
    """Where the record is found at the reader's desk."""
    created_at = Timestamptz(default=None)
    read_at = Timestamptz(default=None, null=True)
    outbound = Boolean(default=False)
    """Whether it also leaves the house: a trigger then adds its row of the outbox."""


class Outbox(Table):
    """One notice on its way by mail or SMS. The address is looked up when it is sent, and kept nowhere else."""

    id: Serial
    notice = ForeignKey(references=Notice, on_delete=OnDelete.restrict, null=False, unique=True)
    state = Varchar(length=8, default="waiting")
    """domain.outbox.OutboxState."""
    channel = Varchar(length=4, default="")
    """mail or sms, by which it was last tried."""
    attempts = Integer(default=0)
    next_at = Timestamptz(default=None)
    """Not before this moment."""
    lease_until = Timestamptz(default=None, null=True)
    """While 正在发送: until when whoever claimed it must have said how it went."""
    sent_at = Timestamptz(default=None, null=True)
    fault = Text(default="")
    """What the last attempt failed of, in words without personal data."""


class Reminder(Table):
    """One reminder of one record for one date: the unique row is what keeps it from being sent twice."""

    id: Serial
    kind = Varchar(length=24)
    noun = Varchar(length=16)
    record = Integer()
    for_on = Date(default=None)
    """The date it speaks of: the last day of the period, or the day since which something is missing."""
    sent_at = Timestamptz(default=None)
