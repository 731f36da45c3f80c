"""离岗原因: the reasons to choose from, one list for the employer's 离岗登记 and one for a person's 申请终止见习."""

from jianxi.domain.flow import Role

OTHER = "other"
NEVER_CAME = "never_came"
"""未上岗: recorded as the day before 上岗日期; no day of it counts."""

NOTE_LENGTH = 500

_OF_PERSON = {
    "found_work": "已落实工作（其他单位）",
    "ill": "患病",
    "unwilling": "本人不愿继续",
    "unpaid": "未足额支付生活费",
    "no_post": "未提供岗位或条件",
    "unsafe": "有毒有害或安全隐患",
    "coerced": "强迫劳动或限制人身自由",
    "orders": "违章指挥",
    "study": "升学、入伍或考录",
    "closed": "单位停业或取消基地资格",
}
_OF_EMPLOYER = {
    "retained": "被本单位提前留用",
    "absent": "无故缺勤",
    "breach": "违反规章，教育无效",
    "damage": "过失造成严重损失",
}
_LAST = {OTHER: "其他"}
BY_PERSON = {**_OF_PERSON, **_LAST}
BY_EMPLOYER = {**_OF_EMPLOYER, **_OF_PERSON, NEVER_CAME: "未上岗", **_LAST}
"""期满 needs no 离岗. An employer may record whatever was the case, as the dictionary of reasons has it."""

_ALL = BY_EMPLOYER


def choices(role: Role) -> dict[str, str]:
    """Key and text of the reasons that this side gives, 其他 last."""
    return BY_PERSON if role is Role.PERSON else BY_EMPLOYER


def text(key: str) -> str:
    """离岗原因 as it is shown."""
    return _ALL[key]


def told(key: str, note: str) -> str:
    """The reason with its 原因说明, in one line: 患病：需要住院治疗."""
    return f"{_ALL[key]}：{note}" if note else _ALL[key]
