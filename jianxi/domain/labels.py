"""Every Chinese word of a state or an action, keyed by noun, and the sentences made of them."""

from dataclasses import dataclass

from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role
from jianxi.domain.state_shapes import SHAPES

_REVIEW = {"approve": "审核通过", "reject": "审核不通过", "reopen": "撤销审核"}
_WAITING_AT = {"waiting_county": "等待审核（区县）", "waiting_city": "等待审核（市级）"}
_OUTCOME = {"waiting": "等待审核", "approved": "审核通过", "rejected": "审核不通过"}

STATES: dict[str, dict[str, str]] = {
    "base": {
        "draft": "草稿",
        **_WAITING_AT,
        "approved": "审核通过",
        "rejected": "审核不通过",
        "suspended": "已暂停",
        "revoked": "已取消资格",
    },
    "filing": {"sent": "已报送", "received": "已接收", "returned": "已退回"},
    "position": {
        **_WAITING_AT,
        "approved": "审核通过（未发布）",
        "rejected": "审核不通过",
        "published": "发布中",
        "withdrawn": "单位已撤销",
        "closed": "已截止",
        "full": "已满",
    },
    "application": {
        "waiting": "等待审核",
        "accepted": "审核通过",
        "rejected": "审核不通过",
        "withdrawn": "已撤销",
        "cancelled": "已取消",
    },
    "placement": {
        "unsigned": "待上传协议",
        **_OUTCOME,
        "cancelled": "已取消",
        "ahead": "待上岗",
        "on_duty": "在岗",
        "expired": "见习期满",
        "left": "已离岗",
        "retained": "已留用",
    },
    "departure": {
        "waiting_employer": "等待单位审核",
        "refused": "单位未同意",
        "waiting_office": "等待主管部门",
        "waiting_certificate": "待上传证明",
        **_OUTCOME,
        "recalled": "已撤回",
        "lapsed": "已失效",
    },
    "retention": {"recorded": "已留用", "revoked": "已撤销"},
    "roster": {"draft": "待报送", "sent": "已报送", "returned": "已退回", "accepted": "已接受"},
    "identity_case": {
        "pending": "待核实",
        "merged": "已合并",
        "handed_over": "已更正",
        "dismissed": "已维持",
    },
}

VERBS: dict[str, dict[str, str]] = {
    "base": {
        "save": "保存草稿",
        "submit": "提交",
        **_REVIEW,
        "amend": "变更申请",
        "update": "变更联系方式和账户",
        "suspend": "暂停",
        "resume": "恢复",
        "revoke": "取消资格",
    },
    "filing": {"file": "报送", "receive": "确认接收", "return": "退回"},
    "position": {
        "add": "新增",
        "copy": "复制",
        "edit": "编辑",
        "delete": "删除",
        **_REVIEW,
        "publish": "发布",
        "withdraw": "撤销发布",
        "republish": "申请重新发布",
        "extend": "延长报名",
    },
    "application": {
        "apply": "报名",
        "withdraw": "撤销报名",
        "switch": "改报",
        "accept": "审核通过",
        "reject": "审核不通过",
        "decline": "放弃录用",
        "cancel": "取消录用",
        "void": "因身份更正结束",
        "release": "因未上岗取消录用",
        "restore": "恢复录用",
    },
    "placement": {
        "record": "录用上岗登记",
        "edit": "修改登记",
        "upload": "上传协议",
        **_REVIEW,
        "raise_allowance": "生活费调整",
        "cancel": "取消上岗",
    },
    "departure": {
        "request": "申请终止见习",
        "recall": "撤回",
        "consent": "通过",
        "refuse": "不通过",
        "appeal": "提请主管部门",
        "record": "离岗登记",
        "edit": "修改离岗登记",
        "cancel": "撤销离岗登记",
        "upload": "上传解除协议证明",
        **_REVIEW,
        "lapse": "失效",
    },
    "retention": {"record": "留用登记", "edit": "修改", "revoke": "撤销留用"},
    "roster": {
        "prepare": "编制",
        "discard": "删除",
        "submit": "报送",
        "accept": "接受",
        "return": "退回",
        "correct": "更正",
        "begin": "开始更正",
    },
    "identity_case": {
        "open": "提出核实",
        "merge": "合并为同一人",
        "hand_over": "更正为登记本人",
        "dismiss": "维持原登录人",
        "reopen": "重新核实",
    },
}

ROLES = {
    Role.EMPLOYER: "单位",
    Role.PERSON: "个人",
    Role.COUNTY: "区县",
    Role.CITY: "市级",
    Role.PROVINCE: "省厅",
}
LEVELS = {BaseLevel.COUNTY: "区县级", BaseLevel.CITY: "市级"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A state as it is shown: its key, its word and its shape."""

    state: str
    label: str
    shape: str


def state(noun: str, key: str) -> str:
    return STATES[noun][key]


def verb(noun: str, key: str) -> str:
    return VERBS[noun][key]


def confirm(noun: str, key: str) -> str:
    """The second step's button: 确认 and the action. 确认接收 already says so."""
    label = VERBS[noun][key]
    return label if label.startswith("确认") else f"确认{label}"


def shape(noun: str, key: str) -> str:
    """The CSS class of the state's tag: wait pass live fail todo draft, or "" for the bar."""
    return SHAPES.get(STATES[noun][key], "")


def shown(noun: str, key: str) -> Shown:
    return Shown(str(key), state(noun, key), shape(noun, key))


def role(key: Role) -> str:
    return ROLES[key]


def level(key: BaseLevel) -> str:
    """基地级别."""
    return LEVELS[key]
