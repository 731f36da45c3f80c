"""What 撤销审核, 暂停, 恢复 and 取消资格 of a 见习基地 would do, in sentences with their numbers."""

from collections.abc import Sequence

from jianxi.domain import labels
from jianxi.domain.bases import FLOW, BaseLevel, BaseVerb
from jianxi.domain.flow import Role
from jianxi.queries.base_positions import Relying
from jianxi.queries.bases import Base

Sentences = Sequence[str]
READS = "单位会在“见习基地申请”中看到"


def of_reopening(base: Base, relying: Relying, role: Role) -> Sentences:
    """By what is undone: a decision on a 变更申请, the approval in force, or an earlier decision."""
    if base.facts.is_amendment:
        return _of_amendment(base, role)
    back = f"该申请回到“{_goes_back_to(base, role)}”，由{labels.role(role)}重新审核。"
    said = [back, f"{READS}撤销审核的时间和办理人；原来的审核意见保留在办理经过中。"]
    if base.level:
        said += [
            f"基地级别（{labels.level(BaseLevel(base.level))}）不再有效，再次审核通过时重新确认。",
            "公开的见习基地名单不再列出该单位，单位不能新增岗位。",
            *_counted(relying.waiting_positions, "{}个等待审核的岗位暂时不能审核通过。"),
        ]
    elif base.rejection:
        said.append("审核不通过的决定和原因不再有效；审核期间单位不能修改申请。")
    else:
        said.append("市级要等区县再次审核通过后才能审核。")
    return said


def of_suspension(base: Base, relying: Relying, role: Role) -> Sentences:
    pending = base.standing.has_pending_version
    return [
        "该基地变为“已暂停”，公开的见习基地名单不再列出，单位不能新增岗位。",
        *_counted(relying.published, "发布中的{}个岗位不再接受报名，公开查询中不再显示；恢复后继续。"),
        *_counted(relying.waiting_positions, "{}个等待审核的岗位暂时不能审核通过。"),
        *_people(relying),
        *(["正在审核的变更申请暂不审核，恢复后继续。"] if pending else []),
        f"{READS}已暂停和暂停原因。",
    ]


def of_resumption(base: Base, relying: Relying, role: Role) -> Sentences:
    pending = base.standing.has_pending_version
    return [
        "该基地恢复为“审核通过”，重新列入公开的见习基地名单，单位可以新增岗位。",
        *_counted(relying.published, "发布中的{}个岗位在报名截止日期前重新接受报名。"),
        *_counted(relying.waiting_positions, "{}个等待审核的岗位可以继续审核。"),
        *_counted(relying.waiting, "{}人的报名正在等待，单位可以继续录用。"),
        *(["变更申请继续审核。"] if pending else []),
        f"{READS}恢复的时间和原因。",
    ]


def of_revocation(base: Base, relying: Relying, role: Role) -> Sentences:
    return [
        "该基地变为“已取消资格”，公开的见习基地名单不再列出，单位不能新增岗位。",
        *_counted(relying.published, "发布中的{}个岗位不再接受报名，公开查询中不再显示。"),
        *_counted(relying.waiting_positions, "{}个等待审核的岗位不能审核通过。"),
        *_people(relying),
        *(["变更申请随之结束，不再审核。"] if base.under_amendment else []),
        f"{READS}取消资格的原因，可以修改后重新提交申请，从区县重新审核。",
        "取消资格不能撤销；需要恢复时，由单位重新提交申请。",
    ]


def _of_amendment(base: Base, role: Role) -> Sentences:
    back = f"变更申请回到“{_goes_back_to(base, role)}”，由{labels.role(role)}重新审核。"
    kept = f"基地仍是审核通过。{READS}撤销审核的时间和办理人；原来的审核意见保留在办理经过中。"
    if base.under_amendment:
        return [back, kept]
    return [back, "变更前的内容和基地级别恢复生效，已有岗位不受影响。", kept]


def _goes_back_to(base: Base, role: Role) -> str:
    move = FLOW.find(BaseVerb.REOPEN, base.facts, role)
    return labels.state(FLOW.noun, move.lands_in(base.facts)) if move else ""


def _people(relying: Relying) -> Sentences:
    return [
        *_counted(
            relying.waiting,
            "{}人的报名正在等待单位审核，单位暂时不能录用；这些人会在“已报见习岗位管理”中看到，可以撤销报名或改报。",
        ),
        *_counted(relying.accepted, "已录用的{}人不受影响，正在进行的见习继续到期满。"),
    ]


def _counted(number: int, sentence: str) -> Sentences:
    return [sentence.format(f"{number:,}")] if number else []
