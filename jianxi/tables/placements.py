"""录用上岗: placements, their insurance and 生活费调整, and the signed agreements that were uploaded."""

from piccolo.columns import Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.applications import Application
from jianxi.tables.employers import Employer
from jianxi.tables.files import StoredFile
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position


class Placement(Table):
    """上岗 of one accepted application."""

    id: Serial
    application = ForeignKey(references=Application, on_delete=OnDelete.restrict, null=False, unique=True)
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=False)
    position = ForeignKey(references=Position, on_delete=OnDelete.restrict, null=False)
    state = Varchar(length=16)
    version = Integer(default=1)
    starts_on = Date(default=None)
    """上岗日期."""
    ends_on = Date(default=None)
    """见习结束日期, the last day."""
    allowance_fen = Integer()
    """见习期间生活费 a month, as registered; 生活费调整 adds to it from a day on (AllowanceRaise)."""
    mentor = Text()
    """指导教师."""
    warnings = Text(default="")
    """What the employer was warned of and ticked: JSON, as domain.registrations writes it."""
    agreement = Integer(default=1)
    """Number of the version of 就业见习协议书 in force: each 修改登记 makes the next one."""
    uploads = Integer(default=0)
    """How often 上传协议 sent signed pages; the newest AgreementFile rows have this round."""
    registered_at = Timestamptz(default=None)
    """The first 录用上岗登记: how far back the start may lie is counted from that day."""
    state_since = Timestamptz(default=None)
    """When the present state was come into: since then has an upload been missing."""
    waits_since = Timestamptz(default=None, null=True)
    """When it last came to 等待审核, by an upload or 撤销审核."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Text(default="")
    """The official."""
    rejection = Text(default="")
    was_on_duty = Boolean(default=False)
    """An approval stood on or after the start date and was reopened since (`placements.has_started`)."""
    never_came = Boolean(default=False)
    """未上岗: the approved departure lies before the first day, so the chance is given back."""


class Insurance(Table):
    """One row of 保险 of a registration; together they cover the period."""

    id: Serial
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    place = Integer()
    kind = Varchar(length=16)
    """domain.codes.INSURANCES."""
    company = Text(default="")
    policy_number = Text(default="")
    first_day = Date(default=None)
    last_day = Date(default=None)


class AllowanceRaise(Table):
    """生活费调整: from a day on, upwards. Rows are only added."""

    id: Serial
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    starts_on = Date(default=None)
    allowance_fen = Integer()
    recorded_at = Timestamptz(default=None)


class AgreementFile(Table):
    """A file of 上传协议书: those being put together (round 0), and those of each sending as they were then."""

    id: Serial
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    agreement = Integer()
    """The version of the agreement that it was uploaded for."""
    place = Integer()
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)
    turn = Integer(default=0)
    """Degrees clockwise by which its pages are shown turned: 0, 90, 180, 270."""
    reading = Varchar(length=8, default="")
    """read: our QR code was found on it and is the right one; empty: none could be read."""
