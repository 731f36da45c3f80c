"""离岗原因: the reasons to choose from, one list for the employer's 离岗登记 and one for a person's 申请终止见习."""

from jianxi.domain.flow import Role

OTHER = "other"
NEVER_CAME = "never_came"
"""未上岗: recorded as the day before 上岗日期; no day of it counts."""

NOTE_LENGTH = 500

_COMMON = {
    "found_work": "已在其他单位落实工作",
    "ill": "患病",
    "unwilling": "本人不愿继续",
    "study": "升学、入伍或考录",
    "closed": "单位停业或被取消基地资格",
}
BY_EMPLOYER = {
    "found_work": _COMMON["found_work"],
    "ill": _COMMON["ill"],
    "absent": "无故缺勤",
    "breach": "违反规章制度，经教育无效",
    "damage": "因过失造成严重损失",
    "unwilling": _COMMON["unwilling"],
    "study": _COMMON["study"],
    "closed": _COMMON["closed"],
    NEVER_CAME: "未上岗",
    OTHER: "其他",
}
BY_PERSON = {
    "found_work": _COMMON["found_work"],
    "ill": _COMMON["ill"],
    "unwilling": _COMMON["unwilling"],
    "unpaid": "单位未足额支付生活费",
    "no_post": "单位未提供约定的岗位或条件",
    "unsafe": "工作环境有毒有害或有安全隐患",
    "coerced": "被强迫劳动或限制人身自由",
    "orders": "被要求违章作业",
    "study": _COMMON["study"],
    "closed": _COMMON["closed"],
    OTHER: "其他",
}
"""期满 needs no 离岗, and whom the unit keeps has 留用登记 instead."""

_ALL = {**BY_EMPLOYER, **BY_PERSON}


def choices(role: Role) -> dict[str, str]:
    """Key and text of the reasons that this side gives, 其他 last."""
    return BY_PERSON if role is Role.PERSON else BY_EMPLOYER


def text(key: str) -> str:
    """离岗原因 as it is shown."""
    return _ALL[key]


def told(key: str, note: str) -> str:
    """The reason with its 原因说明, in one line: 患病：需要住院治疗."""
    return f"{_ALL[key]}：{note}" if note else _ALL[key]
