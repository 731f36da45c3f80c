"""What is done to a 见习基地: kept and submitted by its employer, reviewed by the county and then by the city."""

from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import chains, periods
from jianxi.domain.bases import FLOW, BaseFacts, BaseLevel, BaseState, BaseVerb
from jianxi.domain.flow import NEW, Decision, Role
from jianxi.domain.outcomes import Missing, Stale
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.base_drafts import Draft, settled, to_text
from jianxi.forms.bases import BaseForm
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import log
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, change, insert

PASSED = "审核通过"


async def save(viewer: EmployerViewer, version: int, draft: Draft, now: datetime) -> int:
    """保存草稿, right or wrong; answers the base's version then. 0 is the version of a base not yet begun."""
    text = to_text(draft)
    try:
        async with unit_of_work():
            base = await bases.of_employer(viewer)
            if base is None:
                return await _begin(viewer, version, text, now)
            decision = FLOW.decide(BaseVerb.SAVE, base.facts, Role.EMPLOYER)
            if await _is_kept(base, draft):
                # A second click, or the check page loaded again: nothing was typed since.
                return base.version
            values: dict[Column, object] = {Row.draft: base_rounds.sealed(text), Row.draft_saved_at: now}
            row = await _change(base, version, decision, values, now)
            await log.record(viewer, now, "base", base.id, decision.verb, decision.source, decision.target)
            return int(row["version"])
    except Conflict:
        raise Stale("您的操作未执行。本单位的申请已在另一页面保存，请核对后再保存。") from None


async def submit(viewer: EmployerViewer, version: int, form: BaseForm, now: datetime) -> str:
    """提交: a new round that begins at the county. Answers its reference number."""
    text = to_text(settled(form))
    async with unit_of_work():
        base = await bases.of_employer(viewer)
        if base is None:
            raise Missing
        await _check_version(base, version, now)
        decision = FLOW.decide(BaseVerb.SUBMIT, base.facts, Role.EMPLOYER)
        await _change(base, version, decision, _submitted(base, form, text, now), now)
        id = await insert(
            BaseVersion(
                base=base.id, round=base.round + 1, content=base_rounds.sealed(text), submitted_at=now
            )
        )
        reference = base_rounds.reference(base.county, now, id)
        facts = {"round": base.round + 1, "reference": reference}
        await log.record(
            viewer, now, "base", base.id, decision.verb, decision.source, decision.target, facts=facts
        )
        return reference


async def approve(
    viewer: OfficialViewer, id: int, version: int, now: datetime, level: BaseLevel | None = None
) -> None:
    """审核通过. The city's is the final one: it confirms 基地级别 as asked for, or changes it to `level`."""
    async with unit_of_work():
        base = await bases.get(viewer, id)
        await _check_version(base, version, now)
        decision = FLOW.decide(BaseVerb.APPROVE, base.facts, viewer.role)
        values: dict[Column, object] = {Row.rejection: ""}
        facts: dict[str, object] = {"round": base.round}
        if decision.target == BaseState.APPROVED:
            confirmed = level or bases.level_wanted(base)
            values |= {Row.level: confirmed.value, Row.approved_at: now}
            facts["level"] = confirmed.value
        elif base.county_passed_at is None:
            values[Row.county_passed_at] = now
        await _decide(viewer, base, version, decision, values, now)
        await log.record(
            viewer, now, "base", id, decision.verb, decision.source, decision.target, facts=facts
        )


async def reject(viewer: OfficialViewer, id: int, version: int, now: datetime, reason: str) -> None:
    """审核不通过, with the reason that the employer reads."""
    async with unit_of_work():
        base = await bases.get(viewer, id)
        await _check_version(base, version, now)
        decision = FLOW.decide(BaseVerb.REJECT, base.facts, viewer.role, reason)
        await _decide(viewer, base, version, decision, {Row.rejection: decision.reason}, now)
        await log.record(
            *(viewer, now, "base", id, decision.verb, decision.source, decision.target, decision.reason),
            facts={"round": base.round},
        )


async def check_rejection(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """Whether reasons are worth asking for: the same refusals as `reject`, nothing written."""
    base = await bases.get(viewer, id)
    await _check_version(base, version, now)
    FLOW.decide(BaseVerb.REJECT, base.facts, viewer.role, "asked")


async def _begin(viewer: EmployerViewer, version: int, text: str, now: datetime) -> int:
    decision = FLOW.decide(BaseVerb.SAVE, BaseFacts(NEW), Role.EMPLOYER)
    row = Row(employer=viewer.employer, state=decision.target, draft=base_rounds.sealed(text))
    row.draft_saved_at = now
    id = await insert(row)
    await log.record(viewer, now, "base", id, decision.verb, decision.source, decision.target)
    return row.version


async def _is_kept(base: Base, draft: Draft) -> bool:
    kept = await base_rounds.draft(base)
    return kept is not None and kept[0] == draft


async def _decide(
    viewer: OfficialViewer,
    base: Base,
    version: int,
    decision: Decision,
    values: dict[Column, object],
    now: datetime,
) -> None:
    """The base and the opinion on its newest submission, in this order: the base's row is the lock."""
    decided: dict[Column, object] = {Row.decided_at: now, Row.decided_by: viewer.role.value}
    await _change(base, version, decision, values | decided, now)
    opinion = f"{PASSED}" if not decision.reason else f"审核不通过：{decision.reason}"
    of = BaseVersion
    columns = (
        (of.county_opinion, of.county_official, of.county_at)
        if viewer.role is Role.COUNTY
        else (of.city_opinion, of.city_official, of.city_at)
    )
    said: dict[Any, object] = dict(zip(columns, (opinion, viewer.name, now), strict=True))
    await of.update(said).where((of.base == base.id) & (of.round == base.round))


async def _change(
    base: Base, version: int, decision: Decision, values: dict[Column, object], now: datetime
) -> dict[str, Any]:
    values = values | {Row.state: decision.target}
    row = await change(Row, base.id, version=version, states=[decision.source], values=values)
    if row is None:
        raise Stale(await bases.stale_sentence(base.id, periods.today(now)))
    return row


async def _check_version(base: Base, version: int, now: datetime) -> None:
    """Before the table of moves is asked: who was shown another version is told what happened, not a rule."""
    if base.version != version:
        raise Stale(await bases.stale_sentence(base.id, periods.today(now)))


def _submitted(base: Base, form: BaseForm, text: str, now: datetime) -> dict[Column, object]:
    return {
        Row.chain: chains.encode(chains.BASE_CHAIN),
        Row.draft: base_rounds.sealed(text),
        Row.draft_saved_at: now,
        Row.round: base.round + 1,
        Row.nature: form.nature,
        Row.industry: form.industry,
        Row.wanted_level: form.wanted_level,
        Row.yearly_posts: form.yearly_posts,
        Row.staff: form.staff,
        Row.submitted_at: now,
        Row.decided_at: None,
        Row.decided_by: "",
        Row.rejection: "",
    }
