"""报送材料 of a roster: what is uploaded with it, and what is still missing."""

from collections.abc import Collection
from enum import StrEnum


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


def missing(had: Collection[str]) -> tuple[str, ...]:
    """The words for what is expected and not there."""
    return tuple(LABELS[kind] for kind in EXPECTED if kind not in had)
