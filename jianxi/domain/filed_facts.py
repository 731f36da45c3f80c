"""What 报省厅备案 tells of one base, frozen when it is sent, and how two such rows differ."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class FiledFacts:
    """One row, in the words in which it was sent."""

    city: str
    county: str
    unit: str
    credit_code: str
    nature: str
    industry: str
    level: str
    approved_on: date
    valid_until: date
    yearly_posts: int
    contact: str
    phone: str


LABELS = {
    "city": "市",
    "county": "区县",
    "unit": "单位名称",
    "credit_code": "信用代码",
    "nature": "单位性质",
    "industry": "行业",
    "level": "基地级别",
    "approved_on": "认定时间",
    "valid_until": "有效期至",
    "yearly_posts": "年提供岗位数",
    "contact": "联系人",
    "phone": "电话",
}
"""In the order of the sheet."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is no longer as it was."""

    label: str
    before: str
    after: str


def differences(before: FiledFacts, after: FiledFacts) -> tuple[Difference, ...]:
    """Field by field, in the order of the sheet."""
    pairs = ((label, getattr(before, name), getattr(after, name)) for name, label in LABELS.items())
    return tuple(Difference(label, str(one), str(other)) for label, one, other in pairs if one != other)


def to_text(facts: FiledFacts) -> str:
    return json.dumps(asdict(facts), ensure_ascii=False, default=date.isoformat)


def from_text(text: str) -> FiledFacts:
    kept: dict[str, Any] = json.loads(text)
    days = {name: date.fromisoformat(kept[name]) for name in ("approved_on", "valid_until")}
    return FiledFacts(**{**kept, **days})
