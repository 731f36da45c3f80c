"""不通过原因: the suggested reasons to tick for each noun, and the text that is kept of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianxi.domain.outcomes import Invalid

OTHER = "other"
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Reason:
    """One suggested reason."""

    key: str
    text: str


SUGGESTED: dict[str, dict[str, str]] = {
    "base": {
        "facts": "单位基本信息与登记信息不一致",
        "profile": "单位简介不完整，看不出能提供的见习条件",
        "needs": "专业及人数需求与单位规模不符",
        "mentors": "见习指导师资不足或信息不完整",
        "rules": "制度文件不完整或不清晰",
        "papers": "单位证件不清晰或已过期",
        "level": "不符合申请级别的条件",
        "area": "注册地不在本地区",
    },
    "position": {
        "duties": "岗位职责或任职要求不清楚",
        "allowance": "月生活费低于当地最低工资标准",
        "headcount": "见习人数与单位规模或指导师人数不符",
        "period": "见习期限不合理",
        "mentor": "指导教师信息不完整",
        "bias": "招用条件含有歧视性内容",
        "duplicate": "与已有岗位重复",
    },
    "application": {
        "major": "所学专业与岗位不符",
        "skills": "技能或经历不符合岗位要求",
        "dates": "可到岗日期或见习期限不合适",
        "contact": "无法联系到本人",
        "chosen": "已确定其他人选",
    },
    "placement": {
        "seal": "协议缺少单位盖章，请补盖后重新上传",
        "signature": "协议缺少本人签字，请补签后重新上传",
        "unclear": "上传的协议不清晰或缺页",
        "mismatch": "协议内容与上岗登记不一致",
        "insurance": "保险没有覆盖整个见习期间",
        "allowance": "生活费低于当地最低工资标准",
    },
    "departure": {
        "seal": "解除协议证明缺少单位盖章",
        "signature": "解除协议证明缺少本人签字",
        "unclear": "上传的证明不清晰或缺页",
        "date": "离岗日期与证明不一致",
        "grounds": "离岗原因说明不充分",
    },
    "roster": {
        "attendance": "考勤表缺少或与花名册不一致",
        "payment": "生活费发放凭证缺少或与花名册不一致",
        "people": "人员或上岗、离岗日期有误",
        "changed": "报送后记录有变化，请核对后重新报送",
        "retention": "留用的劳动合同或参保材料不完整",
        "account": "开户信息有误",
        "answer": "提出的问题没有回复或说明不充分",
    },
}
"""Without 其他, which `suggested` puts last everywhere."""
_CALLED = {"roster": "退回原因"}
"""Where saying no has another name."""


def called(noun: str) -> str:
    """What the reasons are asked for as."""
    return _CALLED.get(noun, "不通过原因")


def suggested(noun: str) -> tuple[Reason, ...]:
    """The reasons to tick when a record of this noun is rejected, 其他 last."""
    return (*(Reason(key, text) for key, text in SUGGESTED[noun].items()), Reason(OTHER, "其他"))


def reason_text(noun: str, ticked: Sequence[str], note: str) -> str:
    """The reason as kept and shown. `Invalid`: "reason" when none is ticked, "note" when 其他 has no text."""
    known = {reason.key for reason in suggested(noun)}
    note = note.strip()
    if not ticked:
        raise Invalid({"reason": f"请至少勾选一个{called(noun)}"})
    if any(key not in known for key in ticked):
        raise Invalid({"reason": f"请从列出的{called(noun)}中选择"})
    if OTHER in ticked and not note:
        raise Invalid({"note": "勾选“其他”时，请填写补充说明"})
    if len(note) > NOTE_LENGTH:
        raise Invalid({"note": f"补充说明最多{NOTE_LENGTH}字，您输入了{len(note)}字"})
    texts = [text for key, text in SUGGESTED[noun].items() if key in ticked]
    return "；".join([*texts, *([note] if note else [])])
