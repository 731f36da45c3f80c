"""离岗 and 留用: how a placement ends before its last day or goes over into employment, with the papers for it."""

from piccolo.columns import Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.files import StoredFile
from jianxi.tables.placements import Placement


class Departure(Table):
    """离岗 of a placement: asked for by the person or recorded by the employer. One at most is not 已撤回 or 已失效."""

    id: Serial
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    state = Varchar(length=24)
    version = Integer(default=1)
    asked_by_person = Boolean()
    reason = Varchar(length=24)
    """离岗原因, a key of domain.departure_reasons."""
    note = Text(default="")
    """原因说明."""
    wanted_on = Date(default=None, null=True)
    """期望离岗日期 of a person's request."""
    last_day = Date(default=None)
    """离岗日期: recorded, or as wished until somebody confirms it. 未上岗 is the day before 上岗日期."""
    begun_at = Timestamptz(default=None)
    state_since = Timestamptz(default=None)
    """When it came into its present state: working days of waiting count from here."""
    refusal = Text(default="")
    """Why the employer did not consent."""
    rejection = Text(default="")
    """Why the office rejected it."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Text(default="")
    decided_from = Varchar(length=24, default="")
    """The state in which the office took its decision; 撤销审核 leads back there."""
    certificate = Integer(default=0)
    """Number of the version of 解除就业见习协议证明 in force; 0 while there is none."""
    uploads = Integer(default=0)
    """How often 上传解除协议证明 sent stamped pages."""


class CertificateFile(Table):
    """A file of 上传解除协议证明, as AgreementFile is one of 上传协议."""

    id: Serial
    departure = ForeignKey(references=Departure, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    certificate = Integer()
    """The version of the certificate that it was uploaded for."""
    place = Integer()
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)
    turn = Integer(default=0)
    reading = Varchar(length=8, default="")


class Retention(Table):
    """留用 of a placement. One at most stands; who has a departure that stands has none."""

    id: Serial
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    state = Varchar(length=16)
    version = Integer(default=1)
    post = Text()
    """留用岗位."""
    contract_from = Date(default=None)
    contract_to = Date(default=None)
    insured_on = Date(default=None, null=True)
    """社会保险参保日期."""
    recorded_at = Timestamptz(default=None)


class RetentionFile(Table):
    """佐证材料 of a retention."""

    id: Serial
    retention = ForeignKey(references=Retention, on_delete=OnDelete.restrict, null=False)
    place = Integer()
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)
