"""The forms of 通知, alike at every desk."""

from datetime import UTC, datetime

from jianxi.tables.notices import Notice
from tests.cast import LIXIA
from tests.cast_people import save
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
ONE, ALL = ("act", "back"), ("newest",)


async def of_unit(town: Town, _: int) -> Filled:
    return f"/employer/notices/{await told(employer=town.unit.employer)}/reading", {"act": ["look"]}


async def of_youth(town: Town, _: int) -> Filled:
    return f"/applicant/notices/{await told(person=town.youth.person)}/reading", {"act": [""]}


async def of_county(_: Town, __: int) -> Filled:
    return f"/authority/notices/{await told(office=LIXIA)}/reading", {"back": ["/authority/notices?page=2"]}


async def all_of_unit(town: Town, _: int) -> Filled:
    return "/employer/notices/reading", {"newest": [str(await told(employer=town.unit.employer))]}


async def all_of_youth(town: Town, _: int) -> Filled:
    return "/applicant/notices/reading", {"newest": [str(await told(person=town.youth.person))]}


async def all_of_county(_: Town, __: int) -> Filled:
    return "/authority/notices/reading", {"newest": [str(await told(office=LIXIA))]}


async def told(
    employer: int | None = None,
    person: int | None = None,
    office: str = "",
    read_at: datetime | None = None,
) -> int:
    """One notice to one side; its record need not be there."""
    moment = datetime(2026, 11, 20, 1, tzinfo=UTC)
    row = Notice(employer=employer, person=person, office=office, created_at=moment, read_at=read_at)
    row.noun, row.record, row.verb, row.path = "base", 1, "approve", "/help"
    row.title, row.body = "见习基地申请审核通过", "您单位的见习基地申请已审核通过。\n不需要办理。"
    return await save(row)
