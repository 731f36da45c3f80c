"""Setting parameters 参数: always a new dated row, so that what was in force on a day stays answerable."""

from datetime import date, datetime

from jianxi.domain import parameters, policy
from jianxi.domain.texts import Malformed, clean_line
from jianxi.queries import regions
from jianxi.services import log
from jianxi.tables.policies import PolicyRow
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert


async def set_value(
    key: str, value: str, region: str, effective_from: date, source: str, now: datetime
) -> int:
    """The value from that day on, as the administrator typed it. Raises `Malformed` with what to write instead."""
    parameter = parameters.find(key)
    code = await regions.own(region)
    policy.check_region(parameter, code)
    kept = policy.format_value(parameter, policy.parse_value(parameter, value))
    reason = clean_line(source)
    if not reason:
        raise Malformed("请写明依据，例如文号")
    row = PolicyRow(
        key=key,
        region=code,
        value=kept,
        effective_from=effective_from,
        source=reason,
        entered_by=log.SYSTEM.name,
        entered_at=now,
    )
    async with unit_of_work():
        id = await insert(row)
        facts = {"key": key, "region": code, "value": kept, "from": effective_from.isoformat()}
        await log.record(log.SYSTEM, now, "policy", id, "set", reason=reason, facts=facts)
    return id
