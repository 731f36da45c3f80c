"""What somebody has done, in words that follow 「李建国已于10:32」, for timelines and stale decisions."""

from datetime import date, datetime

from jianxi.domain.periods import spoken

UPDATED_ROW, UPDATED_PAGE = "本行已更新为最新内容", "本页已更新为最新内容"

NAMES = {
    "base": "基地申请",
    "filing": "备案",
    "position": "岗位",
    "application": "报名",
    "placement": "上岗",
    "departure": "离岗",
    "retention": "留用",
    "roster": "花名册",
    "identity_case": "身份冲突",
}
"""What a record is called in a sentence about it."""

_REVIEW = (
    ("approve", "审核通过该{}"),
    ("reject", "对该{}作出审核不通过的决定"),
    ("reopen", "撤销对该{}的审核"),
)


def _review(noun: str) -> dict[str, str]:
    return {verb: words.format(NAMES[noun]) for verb, words in _REVIEW}


DEEDS: dict[str, dict[str, str]] = {
    "base": {
        "save": "修改该基地申请",
        "submit": "提交该基地申请",
        **_review("base"),
        "amend": "提交该基地的变更申请",
        "update": "变更该基地的联系方式或账户",
        "suspend": "暂停该基地",
        "resume": "恢复该基地",
        "revoke": "取消该基地的资格",
    },
    "filing": {"file": "报送该备案", "receive": "接收该备案", "return": "退回该备案"},
    "position": {
        "add": "新增该岗位",
        "copy": "复制出该岗位",
        "edit": "编辑该岗位",
        "delete": "删除该岗位",
        **_review("position"),
        "publish": "发布该岗位",
        "withdraw": "撤销发布该岗位",
        "republish": "申请重新发布该岗位",
        "extend": "延长该岗位的报名",
    },
    "application": {
        "apply": "报名该岗位",
        "withdraw": "撤销该报名",
        "switch": "改报其他岗位",
        "accept": "审核通过该报名",
        "reject": "对该报名作出审核不通过的决定",
        "decline": "放弃该录用",
        "cancel": "取消该录用",
        "void": "因身份更正结束该报名",
        "release": "因未上岗取消该录用",
        "restore": "恢复该录用",
    },
    "placement": {
        "record": "办理该上岗登记",
        "edit": "修改该上岗登记",
        "upload": "上传该上岗的协议",
        **_review("placement"),
        "raise_allowance": "调整该上岗的生活费",
        "cancel": "取消该上岗",
    },
    "departure": {
        "request": "申请终止见习",
        "recall": "撤回该离岗申请",
        "consent": "同意该离岗申请",
        "refuse": "对该离岗申请作出不通过的决定",
        "appeal": "将该离岗提请主管部门",
        "record": "办理该离岗登记",
        "edit": "修改该离岗登记",
        "cancel": "撤销该离岗登记",
        "upload": "上传该离岗的解除协议证明",
        **_review("departure"),
        "lapse": "使该离岗申请失效",
    },
    "retention": {"record": "办理该留用登记", "edit": "修改该留用登记", "revoke": "撤销该留用"},
    "roster": {
        "prepare": "编制该花名册",
        "discard": "删除该花名册",
        "submit": "报送该花名册",
        "accept": "接受该花名册",
        "return": "退回该花名册",
        "correct": "提出该花名册的更正",
        "begin": "开始该花名册的更正",
    },
    "identity_case": {
        "open": "提出该身份冲突的核实",
        "merge": "将该身份冲突合并为同一人",
        "hand_over": "将该身份冲突更正为登记本人",
        "dismiss": "对该身份冲突作出维持原登录人的决定",
        "reopen": "重新核实该身份冲突",
    },
}


def deed(noun: str, verb: str) -> str:
    """The action as done, naming its object: 审核通过该岗位."""
    return DEEDS[noun][verb]


def done(noun: str, key: str, actor: str, at_local: datetime, today: date) -> str:
    """李建国已于10:32审核通过该岗位: a clause, for a sentence that goes on with what to do."""
    day = "" if at_local.date() == today else spoken(at_local.date())
    return f"{actor}已于{day}{at_local:%H:%M}{deed(noun, key)}"


def changed(noun: str) -> str:
    """The same clause where nobody can be named."""
    return f"该{NAMES[noun]}刚刚有变化"


def not_done(clause: str, now_what: str = UPDATED_ROW) -> str:
    """What somebody reads whose decision came second: what happened instead, and what is to be seen or done here."""
    return f"您的操作未执行。{clause}，{now_what}。"
