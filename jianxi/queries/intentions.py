"""Reads 就业见习意向: what a person wishes for."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from jianxi.domain import periods
from jianxi.domain.periods import spoken
from jianxi.tables.persons import Intention as Row


@dataclass(frozen=True, slots=True)
class Intention:
    """意向信息 as submitted. Money in 分."""

    id: int
    version: int
    submitted_at: datetime
    jobs: tuple[str, ...]
    industry: str
    """A letter of domain.codes.INDUSTRIES."""
    places: tuple[str, ...]
    """Region codes of counties, or of cities for the whole of them."""
    months: int | None
    allowance: int | None
    available_on: date | None
    skills: str
    about: str
    unemployed: bool
    """A youth's statement 目前未就业."""


async def of_person(person: int | None) -> Intention | None:
    """None before the first submission."""
    row = await Row.select().where(Row.person == person).first() if person is not None else None
    if row is None:
        return None
    content = json.loads(row["content"])
    day = content.get("available_on")
    return Intention(
        id=row["id"],
        version=row["version"],
        submitted_at=row["submitted_at"],
        jobs=tuple(content.get("jobs") or ()),
        industry=content.get("industry") or "",
        places=tuple(content.get("places") or ()),
        months=content.get("months"),
        allowance=content.get("allowance"),
        available_on=date.fromisoformat(day) if day else None,
        skills=content.get("skills") or "",
        about=content.get("about") or "",
        unemployed=bool(content.get("unemployed")),
    )


async def stale_sentence(person: int | None, today: date) -> str:
    """What somebody reads whose form was shown before the last submission."""
    found = await of_person(person)
    if found is None:
        return "您的操作未执行。该意向表刚刚有变化，请核对后再次提交。"
    at = periods.in_shanghai(found.submitted_at)
    day = "" if at.date() == today else spoken(at.date())
    return (
        f"您的操作未执行。您已于{day}{at:%H:%M}在另一页面提交意向表。本页填写的内容仍在，核对后可以再次提交。"
    )
