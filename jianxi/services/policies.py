"""Setting parameters 参数: always a new dated row, so that what was in force on a day stays answerable."""

from collections.abc import Sequence
from datetime import date, datetime

from jianxi.domain import deeds, parameter_limits, parameters, periods, policy
from jianxi.domain.outcomes import Forbidden, Invalid, Missing, Stale
from jianxi.domain.parameter_histories import Entry, shown
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.regions import Level, chain, contains, level_of
from jianxi.domain.texts import Malformed, clean_line
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import parameters as reading
from jianxi.queries import regions
from jianxi.services import log
from jianxi.tables.policies import PolicyRow
from jianxi.tables.turns import Turn, take
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert


async def set_value(
    key: str, value: str, region: str, effective_from: date, source: str, now: datetime
) -> int:
    """The value from that day on, as the administrator typed it. Raises `Malformed` with what to write instead."""
    parameter = parameters.find(key)
    code = await regions.own(region)
    policy.check_region(parameter, code)
    parsed = policy.parse_value(parameter, value)
    reason = clean_line(source)
    if not reason:
        raise Malformed("请写明依据，例如文号")
    async with unit_of_work():
        await take(Turn.POLICY)
        return await _enter(log.SYSTEM, PolicyValue(key, code, parsed, effective_from, reason), now)


async def set_by_office(
    viewer: OfficialViewer, key: str, new: Sequence[PolicyValue], seen: int, now: datetime
) -> None:
    """确认设置: values of one parameter, all or none. `seen` is the number of the value entered last when the form was
    shown. Raises `Forbidden`, `Missing` for a region that is not the viewer's, `Stale`, `Invalid`."""
    parameter = parameters.PARAMETERS.get(key)
    if parameter is None:
        raise Missing
    if not reading.may_set(viewer, parameter):
        raise Forbidden
    for each in new:
        await _check_place(viewer, parameter, each.region)
    async with unit_of_work():
        await take(Turn.POLICY)
        known = await reading.entries()
        if await reading.newest(viewer, parameter) != seen:
            raise _stale(parameter, known, viewer, now)
        for each in new:
            _check_limits(parameter, each, known)
            await _enter(viewer, each, now)


async def _enter(viewer: OfficialViewer | log.System, new: PolicyValue, now: datetime) -> int:
    """Inside a unit of work."""
    kept = policy.format_value(parameters.find(new.key), new.value)
    row = PolicyRow(
        key=new.key,
        region=new.region,
        value=kept,
        effective_from=new.effective_from,
        source=new.source,
        entered_by=viewer.name,
        entered_at=now,
    )
    id = await insert(row)
    facts = {"key": new.key, "region": new.region, "value": kept, "from": new.effective_from.isoformat()}
    await log.record(viewer, now, "policy", id, "set", reason=new.source, facts=facts)
    return id


async def _check_place(viewer: OfficialViewer, parameter: Parameter, region: str) -> None:
    """Its own region, or a county of it where the parameter is set by county."""
    directory = await regions.directory()
    known = region in directory and directory.current(region) == region
    own = region == viewer.region or (level_of(region) is Level.COUNTY and contains(viewer.region, region))
    if not (known and own and level_of(region) in parameter.levels):
        raise Missing


def _check_limits(parameter: Parameter, new: PolicyValue, known: Sequence[Entry]) -> None:
    """Beside the others that are in force on that day, as they stand inside the unit of work."""
    values = [entry.value for entry in known]
    no = parameter_limits.contradiction(parameter, new.value, values, chain(new.region), new.effective_from)
    if no:
        raise Invalid({"value": f"{parameter.label}{no}"})


def _stale(parameter: Parameter, known: Sequence[Entry], viewer: OfficialViewer, now: datetime) -> Stale:
    """Who has set what meanwhile."""
    seen = [
        entry
        for entry in known
        if entry.value.key == parameter.key
        and (entry.value.region in chain(viewer.region) or contains(viewer.region, entry.value.region))
    ]
    last = max(seen, key=lambda entry: entry.id, default=None)
    if last is None or last.at is None:
        return Stale(f"您的操作未执行。该参数刚刚有变化，{deeds.UPDATED_PAGE}。")
    at = periods.in_shanghai(last.at)
    day = "" if at.date() == periods.today(now) else periods.spoken(at.date())
    since = periods.spoken(last.value.effective_from)
    what = f"将该参数设置为{shown(parameter, last.value)}（自{since}起）"
    clause = f"{last.value.entered_by}已于{day}{at:%H:%M}{what}"
    return Stale(deeds.not_done(clause, deeds.UPDATED_PAGE), clause)
