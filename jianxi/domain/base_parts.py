"""The five parts of 见习基地申请, each filled in and saved on its own, and the two kinds of its 附件."""

from collections.abc import Mapping
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
