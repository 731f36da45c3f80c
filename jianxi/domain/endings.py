"""How 放弃录用 and 取消录用 are told: whose they were and for what reason, and what such a reason must be."""

from jianxi.domain.applications import ApplicationVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid
from jianxi.domain.reasons import NOTE_LENGTH
from jianxi.domain.texts import Malformed, clean_text

BY = {
    Role.PERSON: "本人放弃录用",
    Role.EMPLOYER: "单位取消录用",
    Role.COUNTY: "主管部门取消录用",
    Role.CITY: "主管部门取消录用",
}

REASONS = {ApplicationVerb.DECLINE: "放弃原因", ApplicationVerb.CANCEL: "取消原因"}
"""The label of the reason that is asked for."""


def told(by: str, reason: str) -> str:
    """本人放弃录用：已找到工作; "" for an acceptance that nobody ended."""
    return f"{BY[Role(by)]}：{reason}" if by else ""


def clean_reason(typed: str, label: str) -> str:
    """The reason as it is kept; `Invalid` at the field "reason" for none, too long a one or one that hides something."""
    try:
        reason = clean_text(typed)
    except Malformed as malformed:
        raise Invalid({"reason": f"{label}：{malformed.sentence}"}) from None
    if not reason:
        raise Invalid({"reason": f"请填写{label}"})
    if len(reason) > NOTE_LENGTH:
        raise Invalid({"reason": f"{label}最多{NOTE_LENGTH}字，您填写了{len(reason)}字"})
    return reason
