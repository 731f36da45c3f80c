"""The five parts of 见习基地申请, each filled in and saved on its own, and the two kinds of its 附件."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

PARTS: Final[Mapping[str, str]] = {
    "basics": "单位基本信息",
    "profile": "单位简介",
    "demand": "近年专业及人数需求",
    "teachers": "见习指导师资队伍情况",
    "files": "附件",
}
"""In the order of the form."""

RULES, PAPERS = "rules", "papers"
FILE_KINDS: Final[Mapping[str, str]] = {RULES: "就业见习管理制度", PAPERS: "单位证件信息"}
"""Of each at least one is needed to submit."""

MOST_FILES = 20
"""Of both kinds together."""

OF_REASON: Final[Mapping[str, str]] = {
    "facts": "basics",
    "level": "basics",
    "area": "basics",
    "profile": "profile",
    "needs": "demand",
    "mentors": "teachers",
    "rules": "files",
    "papers": "files",
}
"""The part that a suggested reason of a rejection names (domain/reasons.py)."""


class PartState(StrEnum):
    """How far a part is."""

    BLANK = "未开始"
    BEGUN = "进行中"
    DONE = "已完成"
    AMEND = "需修改"


def state_of(*, is_blank: bool, is_faulty: bool, is_named: bool, is_changed: bool) -> PartState:
    """`is_named`: a rejection that stands speaks of it; `is_changed`: it differs from what was rejected."""
    if is_named and not is_changed:
        return PartState.AMEND
    if is_blank:
        return PartState.BLANK
    return PartState.BEGUN if is_faulty else PartState.DONE
