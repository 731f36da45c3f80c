"""How 放弃录用 and 取消录用 are told: whose they were and for what reason."""

from jianxi.domain.applications import ApplicationVerb
from jianxi.domain.flow import Role

BY = {
    Role.PERSON: "本人放弃录用",
    Role.EMPLOYER: "单位取消录用",
    Role.COUNTY: "主管部门取消录用",
    Role.CITY: "主管部门取消录用",
}

REASONS = {ApplicationVerb.DECLINE: "放弃原因", ApplicationVerb.CANCEL: "取消原因"}
"""The label of the reason that is asked for."""


def told(by: str, reason: str) -> str:
    """本人放弃录用：已找到工作; what follows from another record has no doer, and one that stands has nothing."""
    return f"{BY[Role(by)]}：{reason}" if by else reason
