"""A reason in one's own words (暂停原因, 取消资格原因 …), as it is kept and shown to the other side."""

from jianxi.domain import personal_numbers
from jianxi.domain.outcomes import Invalid
from jianxi.domain.reasons import NOTE_LENGTH
from jianxi.domain.texts import Malformed, clean_text


def read_free_reason(typed: str, label: str) -> str:
    """`Invalid` at "reason" for none, one that is too long, or text that cannot be kept."""
    try:
        reason = clean_text(typed)
    except Malformed as malformed:
        raise Invalid({"reason": f"{label}：{malformed.sentence}"}) from None
    if not reason:
        raise Invalid({"reason": f"请填写{label}"})
    if len(reason) > NOTE_LENGTH:
        raise Invalid({"reason": f"{label}最多{NOTE_LENGTH}字，您输入了{len(reason)}字"})
    return reason


def read_without_numbers(typed: str, label: str) -> str:
    """The same where people of whom there are many are written about: a whole 身份证号 or 手机号码 is `Invalid` as well."""
    reason = read_free_reason(typed, label)
    if kinds := personal_numbers.kinds(reason):
        told = f"{label}中有完整的{'和'.join(kinds)}，请删去。需要指明某人的，请写姓名或者序号"
        raise Invalid({"reason": told})
    return reason
