"""What an employer does to its 见习岗位 before the review: 新增, 复制, 编辑, 删除."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jianxi.domain import chains, periods
from jianxi.domain.bases import BaseLevel
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.positions import FLOW, NOBODY_APPLIED, PositionVerb
from jianxi.domain.texts import fold
from jianxi.domain.viewers import EmployerViewer, role_of
from jianxi.forms.positions import PositionForm
from jianxi.queries import deeds, policies, positions
from jianxi.queries.position_facts import fresh_facts
from jianxi.services import holds, log, moves
from jianxi.services.position_checks import check, written
from jianxi.tables.conflicts import Conflict
from jianxi.tables.employers import Base, Employer
from jianxi.tables.positions import Position as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun


async def add(viewer: EmployerViewer, form: PositionForm, now: datetime) -> int:
    """新增: the new position's id. Its chain is fixed here, from the base's level and the city's parameter."""
    async with unit_of_work():
        return await _submit(viewer, form, PositionVerb.ADD, now)


async def copy(viewer: EmployerViewer, origin: int, form: PositionForm, now: datetime) -> int:
    """复制: a new position made of one's own, in whatever state that is; the log says of which."""
    async with unit_of_work():
        model = await positions.get(viewer, origin, periods.today(now))
        return await _submit(viewer, form, PositionVerb.COPY, now, {"origin": model.id})


async def edit(viewer: EmployerViewer, id: int, version: int, form: PositionForm, now: datetime) -> None:
    """编辑: the same state, other words. The names of the fields that changed go into the log."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        made = FLOW.decide(PositionVerb.EDIT, position.facts, role_of(viewer))
        await check(form, position.county, today)
        values = written(form)
        shown = {column._meta.name: value for column, value in values.items()}
        changed = [
            name for name in positions.COPIED if name in shown and getattr(position, name) != shown[name]
        ]
        await moves.write(viewer, NOUN, Row, position, made, values, now, {"fields": changed})


async def delete(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """删除: the position is gone, its log stays."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        made = FLOW.decide(PositionVerb.DELETE, position.facts, role_of(viewer))
        as_shown = (Row.id == id) & (Row.version == version) & (Row.state == made.source)
        try:
            gone = await Row.delete().where(as_shown).returning(Row.id)
        except Conflict:
            # An application that came in meanwhile holds the row.
            raise Refused(NOBODY_APPLIED.refusal(position.facts)) from None
        if not gone:
            raise await deeds.stale(NOUN, id, today)
        facts = {"title": position.title}
        await log.record(viewer, now, NOUN, id, made.verb, made.source, made.target, facts=facts)


async def _submit(
    viewer: EmployerViewer,
    form: PositionForm,
    verb: PositionVerb,
    now: datetime,
    facts: Mapping[str, object] | None = None,
) -> int:
    """The new row and its log entry, inside a unit of work."""
    today = periods.today(now)
    base, unit = await _own_base(viewer), await _unit(viewer)
    await check(form, unit["county"], today)
    rules = await policies.snapshot(unit["county"], today)
    # Before its first approval a base has no level yet; the guard then refuses whatever the chain.
    chain = chains.chain_for(BaseLevel(base.level or "county"), rules.county_position_city_review)
    made = FLOW.decide(verb, fresh_facts(chain, base.is_approved, today), role_of(viewer))
    row = Row(
        **{column._meta.name: value for column, value in written(form).items()},
        base=base.id,
        employer=viewer.employer,
        state=made.target,
        chain=chains.encode(chain),
        base_level=base.level,
        **unit,
        submitted_at=now,
    )
    id = await insert(row)
    await log.record(viewer, now, NOUN, id, made.verb, target=made.target, facts=facts)
    return id


async def _own_base(viewer: EmployerViewer) -> holds.HeldBase:
    """The employer's base, held; without one nothing can be added."""
    mine = await Base.select(Base.id).where(Base.employer == viewer.employer).first()
    if mine is None:
        raise Refused("您单位还没有见习基地，不能新增岗位。请先填写并提交见习基地申请，审核通过后可以新增。")
    return await holds.base(mine["id"])


async def _unit(viewer: EmployerViewer) -> dict[str, Any]:
    """Name and 注册地 of the employer, as the position's columns."""
    unit = await Employer.select(Employer.name, Employer.county).where(Employer.id == viewer.employer).first()
    if unit is None:
        raise Missing
    name = unit["name"]
    return {"county": unit["county"], "unit_name": name, "unit_key": fold(name)}
