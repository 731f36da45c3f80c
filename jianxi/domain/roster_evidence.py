"""报送材料 of a roster: what is uploaded with it, and what is still missing."""

from collections.abc import Collection
from enum import StrEnum

from jianxi.domain.rosters import RosterKind


class Evidence(StrEnum):
    """A kind of file that goes with a roster."""

    ATTENDANCE = "attendance"
    PAYMENT = "payment"
    OTHER = "other"


LABELS = {
    Evidence.ATTENDANCE: "考勤表",
    Evidence.PAYMENT: "生活费发放凭证",
    Evidence.OTHER: "其他材料",
}
HINTS = {
    Evidence.ATTENDANCE: "各月的考勤表，由见习人员和指导教师签字。",
    Evidence.PAYMENT: "各月的银行转账记录或工资（生活费）发放明细。",
    Evidence.OTHER: "如保险单、主管部门要求的说明。",
}
EXPECTED = (Evidence.ATTENDANCE, Evidence.PAYMENT)
"""Whose absence is told, and refuses nothing."""


def missing(had: Collection[str], kind: RosterKind) -> tuple[str, ...]:
    """The words for what is expected and not there. A settlement pays for months whose evidence was sent already."""
    expected = EXPECTED if kind is RosterKind.PERIOD else ()
    return tuple(LABELS[each] for each in expected if each not in had)
