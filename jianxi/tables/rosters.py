"""补贴经费花名册 and 年度清算: each version with its sendings, lines and person-months, evidence and questions."""

from piccolo.columns import (
    BigInt,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table

from jianxi.tables.departures import Departure, Retention
from jianxi.tables.employers import Employer
from jianxi.tables.files import StoredFile
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement


class Roster(Table):
    """One version of a roster: of an employer, for whole calendar months. Sums in 分 are those of its newest sending."""

    id: Serial
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=False)
    kind = Varchar(length=12)
    """period: 补贴经费花名册; settlement: 年度清算 of a year."""
    first_day = Date(default=None)
    """The first of its first month."""
    last_day = Date(default=None)
    """The last of its last month."""
    state = Varchar(length=16)
    version = Integer(default=1)
    county = Varchar(length=6)
    """Of the base, whose minimum wage counts. With `level` taken when it is prepared: the office that acts is fixed by both."""
    level = Varchar(length=8)
    """基地级别: county or city."""
    serial = Integer(default=1)
    """第n版: 1, and one more for each 更正."""
    corrects: ForeignKey["Roster"] = ForeignKey(
        references="self", on_delete=OnDelete.restrict, null=True, default=None
    )
    """The accepted version that this one corrects."""
    counts = Boolean(default=False)
    """The newest accepted version: what it says is what was granted."""
    reason = Text(default="")
    """Why it corrects."""
    begun_at = Timestamptz(default=None)
    begun_by = Varchar(length=10)
    """Role that began it: employer, or the office for a 更正 of its own."""
    state_since = Timestamptz(default=None)
    round = Integer(default=0)
    """Number of sendings so far; the newest RosterRound, and the lines shown, have this number."""
    people = Integer(default=0)
    """Lines of the newest sending."""
    fen = BigInt(default=0)
    """合计 of the 补贴 of what is payable, without insurance."""
    insurance_fen = BigInt(default=0)
    writing = Varchar(length=32, default="")
    """Whose lines of the next sending these are: whoever began to write them last. Nobody sends what another wrote."""


class RosterRound(Table):
    """One 报送 of a version: exactly what was sent then, and what the office decided about it."""

    id: Serial
    roster = ForeignKey(references=Roster, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    people = Integer()
    fen = BigInt()
    insurance_fen = BigInt()
    digest = Varchar(length=64)
    """SHA-256 over the texts of head and lines as they are sealed (domain/roster_contents.py)."""
    content = Bytea()
    """Sealed JSON of the head: the unit's facts, the parameters with their sources, the retention figure with its names."""
    sent_at = Timestamptz(default=None)
    sent_by = Text()
    decision = Varchar(length=16, default="")
    """accepted or returned; empty while the office has not decided."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Text(default="")
    """The official."""
    reason = Text(default="")
    """Why it was returned."""


class RosterLine(Table):
    """One person of a sending. Lines of a number above the roster's `round` are being written and not yet sent."""

    id: Serial
    roster = ForeignKey(references=Roster, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    place = Integer()
    """序号, from 1."""
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    departure = ForeignKey(references=Departure, on_delete=OnDelete.restrict, null=True, default=None)
    """The approved departure that its amounts depend on."""
    retention = ForeignKey(references=Retention, on_delete=OnDelete.restrict, null=True, default=None)
    """The retention that its amounts, or the retention figure, depend on."""
    months = Integer()
    """核算月数: how many person-months are payable."""
    fen = BigInt()
    insurance_fen = BigInt()
    content = Bytea()
    """Sealed JSON: the columns of the 花名册 and, for each month, everything that explains its amount."""


class RosterMonth(Table):
    """A person-month of a sending; the database lets each be counted once a kind."""

    id: Serial
    roster = ForeignKey(references=Roster, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    kind = Varchar(length=12)
    month = Date(default=None)
    """The first of the month."""
    standing = Varchar(length=8)
    """payable; pending 待定; excluded 不予补贴."""
    fen = BigInt()
    """0 unless payable; of a settlement the difference, which may be negative."""
    insurance_fen = BigInt()
    counted = Boolean(default=False)
    """It stands, payable or excluded, in the newest accepted version."""


class RosterFile(Table):
    """Evidence of a version. A 更正 begins with that of the version it corrects."""

    id: Serial
    roster = ForeignKey(references=Roster, on_delete=OnDelete.restrict, null=False)
    kind = Varchar(length=12)
    """attendance 考勤表, payment 生活费发放凭证, other 其他材料."""
    place = Integer()
    file = ForeignKey(references=StoredFile, on_delete=OnDelete.restrict, null=False, index=True)
    since = Integer(default=1)
    """The first sending that it goes with."""
    until = Integer(null=True, default=None)
    """The last, once the employer has taken it away from those to come: what was sent is kept."""


class RosterQuestion(Table):
    """What the office asks about one line, and what the employer answers."""

    id: Serial
    roster = ForeignKey(references=Roster, on_delete=OnDelete.restrict, null=False)
    placement = ForeignKey(references=Placement, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    """The sending that was asked about."""
    question = Text()
    asked_by = Text()
    asked_at = Timestamptz(default=None)
    answer = Text(default="")
    answered_at = Timestamptz(default=None, null=True)
