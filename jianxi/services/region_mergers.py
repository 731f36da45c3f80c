"""合并区县: what belongs to a county goes over to another of its city. Log, papers and reference numbers stay as they are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Varchar
from piccolo.columns.combination import WhereRaw

from jianxi.domain import parameters, policy
from jianxi.domain.regions import Directory, Level, city_of, level_of, parse_code
from jianxi.domain.texts import Malformed
from jianxi.queries import regions
from jianxi.services import log
from jianxi.tables.accounts import Official
from jianxi.tables.employers import Employer
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.jobs import Job
from jianxi.tables.notices import Notice
from jianxi.tables.persons import Graduate, Intention
from jianxi.tables.policies import PolicyRow
from jianxi.tables.positions import Position
from jianxi.tables.regions import Merger, RegionRow
from jianxi.tables.rosters import Roster
from jianxi.tables.sign_in import ListedNetwork
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

MOVED: tuple[tuple[str, Varchar], ...] = (
    ("单位", Employer.county),
    ("岗位（单位注册地）", Position.county),
    ("岗位（工作地点）", Position.work_county),
    ("主管部门账号", Official.region),
    ("毕业生信息库（生源地）", Graduate.origin),
    ("身份冲突", IdentityCase.region),
    ("放宽登录限制的地址", ListedNetwork.region),
    ("主管部门的通知", Notice.office),
    ("主管部门的后台任务", Job.office),
    ("补贴经费花名册", Roster.county),
)
"""Every column that says where something belongs today. Both counties lie in one city, so that a work place's city, the
reviewing city and the city's parameters stay, and so do reference numbers, which begin with the city."""
SHARED = "EXISTS (SELECT 1 FROM listed_network o WHERE o.network = listed_network.network AND o.region = {})"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merger would move, or has moved: a number by what it is called."""

    source: str
    target: str
    moves: Mapping[str, int]


async def plan(source: str, target: str) -> Plan:
    """Looks and writes nothing. Raises `Malformed` when the two cannot be merged."""
    directory = await regions.directory()
    one, other = await _check(directory, source, target)
    moves = {label: int(await column._meta.table.count().where(column == one)) for label, column in MOVED}
    moves["就业见习意向（意向地区）"] = int(await Intention.count().where(_wishes(one)))
    moves["参数"] = len(await _policies(one, other))
    return Plan(f"{directory.full_name(one)}（{one}）", f"{directory.full_name(other)}（{other}）", moves)


async def merge(source: str, target: str, now: datetime) -> Plan:
    """Moves it all at once or nothing. Done once more, it fetches what came to the old county meanwhile."""
    one, other = await _check(await regions.directory(), source, target)
    async with unit_of_work():
        done = await plan(source, target)
        await ListedNetwork.delete().where(ListedNetwork.region == one, WhereRaw(SHARED, other))
        for _, column in MOVED:
            await column._meta.table.update({column: other}).where(column == one)
        await _move_wishes(one, other)
        for row in await _policies(one, other):
            await insert(PolicyRow(**row, entered_by=log.SYSTEM.name, entered_at=now))
        if not await Merger.exists().where(Merger.source == one):
            await insert(Merger(source=one, target=other, merged_at=now))
        gone = await RegionRow.select(RegionRow.id).where(RegionRow.code == one).first()
        facts = {"from": one, "into": other, "moves": dict(done.moves)}
        await log.record(log.SYSTEM, now, "region", gone["id"] if gone else 0, "merge", facts=facts)
    regions.forget()
    return done


async def _check(directory: Directory, source: str, target: str) -> tuple[str, str]:
    one, other = parse_code(source), await regions.own(target)
    if directory.current(one) != other:
        one = await regions.own(source)
    for code in (one, other):
        if level_of(code) is not Level.COUNTY:
            raise Malformed(f"只能合并区县，{directory.full_name(code)}（{code}）不是区县")
    if one == other:
        raise Malformed("两个代码相同，没有可合并的区县")
    if city_of(one) != city_of(other):
        raise Malformed(f"{directory.full_name(one)}和{directory.full_name(other)}不在同一市，不能合并")
    return one, other


def _wishes(code: str) -> WhereRaw:
    return WhereRaw("content LIKE {}", f'%"{code}"%')


async def _move_wishes(one: str, other: str) -> None:
    for row in await Intention.select(Intention.id, Intention.content).where(_wishes(one)):
        content = json.loads(row["content"])
        places = [other if place == one else place for place in content.get("places") or ()]
        content["places"] = list(dict.fromkeys(places))
        text = json.dumps(content, ensure_ascii=False)
        await Intention.update({Intention.content: text}).where(Intention.id == row["id"])


async def _policies(one: str, other: str) -> list[dict[str, Any]]:
    """Values of the old county for parameters of which the new one has none of its own: nobody loses a value, and none
    that stands is overruled."""
    entered = await PolicyRow.select().where(PolicyRow.region.is_in([one, other])).order_by(PolicyRow.id)
    has = {row["key"] for row in entered if row["region"] == other}
    found = [
        {name: row[name] for name in ("key", "value", "effective_from", "source")}
        for row in [*_shipped(one), *(row for row in entered if row["region"] == one)]
    ]
    has |= {row["key"] for row in _shipped(other)}
    return [{**row, "region": other} for row in found if row["key"] not in has]


def _shipped(region: str) -> list[dict[str, Any]]:
    return [
        {
            "key": parameter.key,
            "value": policy.format_value(parameter, value.value),
            "effective_from": value.effective_from,
            "source": value.source,
        }
        for parameter in parameters.PARAMETERS.values()
        for value in parameter.shipped
        if value.region == region
    ]
