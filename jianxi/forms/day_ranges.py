"""Days that a number of 统计 is of, as the address of the list behind it has them: began.2026-01-01.2026-03-31."""

import re
from collections.abc import Collection
from datetime import date

from jianxi.domain.periods import Period, spoken
from jianxi.forms.addresses import one
from jianxi.forms.reading import Raw

LABELS = {
    "approved": "审核通过时间",
    "published": "首次发布",
    "accepted": "录用时间",
    "began": "上岗日期",
    "on_duty": "在岗",
    "completed": "期满",
    "retained": "留用（计入留用率）",
    "left": "离岗日期",
}
"""What happened on those days."""
_FORM = re.compile(r"([a-z_]{1,12})\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


def days_text(kind: str, days: Period) -> str:
    return f"{kind}.{days.first.isoformat()}.{days.last.isoformat()}"


def read_days(raw: Raw, kinds: Collection[str]) -> str:
    """As given where it is one of these kinds and two days in their order; else empty."""
    text = one(raw, "days")
    found = _parsed(text)
    return text if found is not None and found[0] in kinds else ""


def kind_of(text: str) -> str:
    found = _parsed(text)
    return found[0] if found else ""


def days_of(text: str) -> Period:
    """Of a text that `read_days` gave."""
    found = _parsed(text)
    if found is None:
        raise ValueError("no days were asked for")
    return found[1]


def told_days(text: str) -> str:
    """上岗日期：2026年1月1日至3月31日; empty for none."""
    found = _parsed(text)
    if found is None:
        return ""
    kind, days = found
    first, last = spoken(days.first), spoken(days.last)
    if days.first.year == days.last.year:
        last = last.partition("年")[2]
    return f"{LABELS[kind]}：{first if days.first == days.last else f'{first}至{last}'}"


def _parsed(text: str) -> tuple[str, Period] | None:
    found = _FORM.fullmatch(text)
    if found is None or found[1] not in LABELS:
        return None
    try:
        return found[1], Period(date.fromisoformat(found[2]), date.fromisoformat(found[3]))
    except ValueError:
        return None
