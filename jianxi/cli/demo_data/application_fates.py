"""What becomes of the demo's applications, and which account shows it."""

from jianxi.cli.demo_data.people import CURRENT, Someone, username

WORDS = {
    "waiting": "报名等待审核",
    "accepted": "已录用",
    "full": "等待审核的岗位已满，可以改报",
    "suspended": "等待审核，单位的基地已暂停",
    "suspended_accepted": "已录用，单位的基地已暂停",
    "rejected": "报名审核不通过",
    "switched": "已改报",
    "declined": "已放弃录用",
    "cancelled": "单位取消录用",
    "cancelled_office": "主管部门取消录用",
    "withdrawn": "已撤销报名",
    "none": "还没有报名",
}
"""Every fate and how it is told, dealt out in turn, those with an account first."""
UNDECIDED = {"周雨桐", "孟晓䶮", "李想"}
"""Whom the banner signs in: they have filled in the form and look for a position."""


def dealt(people: list[Someone]) -> list[tuple[Someone, str]]:
    """Who has which fate, of those who have filled in their intention."""
    able = [one for one in people if one.name not in UNDECIDED]
    able.sort(key=lambda one: one.kind != CURRENT)
    turns = list(WORDS)
    return [(one, turns[turn % len(turns)]) for turn, one in enumerate(able)]


def told(people: list[Someone]) -> list[str]:
    """The first account of each fate."""
    first: dict[str, Someone] = {}
    for one, fate in dealt(people):
        if one.kind == CURRENT:
            first.setdefault(fate, one)
    return [f"应届毕业生（{WORDS[fate]}）{one.name}：{username(one)}" for fate, one in first.items()]
