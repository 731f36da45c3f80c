"""What every verb of 见习岗位 makes sure of: the base's state under lock, what parameters bound."""

from dataclasses import replace
from datetime import date
from typing import Any

from piccolo.columns import Column

from jianxi.domain.outcomes import Invalid
from jianxi.domain.positions import PositionFacts
from jianxi.domain.texts import fold
from jianxi.forms.positions import PositionForm
from jianxi.queries import policies, regions
from jianxi.queries.positions import Position
from jianxi.services import holds
from jianxi.tables.positions import Position as Row


async def facts_under_base(position: Position) -> PositionFacts:
    """The position's facts with its base held."""
    return replace(position.facts, base_is_approved=(await holds.base(position.base)).is_approved)


async def check(form: PositionForm, county: str, today: date) -> None:
    """What only the parameters and the list of regions know: 见习期限 and 工作地点."""
    rules = await policies.snapshot(county, today)
    least, most = rules.placement_min_months, rules.placement_max_months
    messages: dict[str, str] = {}
    if not least <= form.months <= most:
        messages["months"] = f"见习期限（月）应在{least}至{most}之间，您填写了{form.months}"
    known = await regions.directory()
    if form.work_city not in known:
        messages["work_city"] = "工作地点（市）：请从列表中选择一项"
    elif form.work_county not in {each.code for each in known.counties_of(form.work_city)}:
        messages["work_county"] = "工作地点（区县）：请从列表中选择一项"
    if messages:
        raise Invalid(messages)


def written(form: PositionForm) -> dict[Column, Any]:
    """The columns that the form fills."""
    return {
        Row.title: form.title,
        Row.title_key: fold(form.title),
        Row.category: form.category,
        Row.headcount: form.headcount,
        Row.degree: form.degree,
        Row.major: form.major or "",
        Row.months: form.months,
        Row.allowance_fen: form.allowance,
        Row.benefits: form.benefits or "",
        Row.work_city: form.work_city,
        Row.work_county: form.work_county,
        Row.work_address: form.work_address,
        Row.duties: form.duties,
        Row.requirements: form.requirements or "",
        Row.mentor: form.mentor,
        Row.deadline: form.deadline,
        Row.contact: form.contact,
        Row.phone: form.phone,
    }
