"""What happened to 报名, 上岗, 离岗 and 留用 of one person, in words that tell them apart in one timeline."""

from typing import Final

from jianxi.domain import labels

_TOLD: Final = {
    ("application", "accept"): "单位审核通过报名",
    ("application", "reject"): "单位审核不通过报名",
    ("placement", "approve"): "上岗审核通过",
    ("placement", "reject"): "上岗审核不通过",
    ("placement", "reopen"): "撤销上岗审核",
    ("departure", "recall"): "撤回终止见习申请",
    ("departure", "consent"): "单位同意终止见习",
    ("departure", "refuse"): "单位未同意终止见习",
    ("departure", "approve"): "终止见习审核通过",
    ("departure", "reject"): "终止见习审核不通过",
    ("departure", "reopen"): "撤销终止见习审核",
    ("departure", "lapse"): "终止见习申请失效",
    ("retention", "edit"): "修改留用登记",
}
"""Where the action's own word would leave open which record it speaks of."""


def told(noun: str, verb: str) -> str:
    """上岗审核通过."""
    return _TOLD.get((noun, verb)) or labels.verb(noun, verb)
