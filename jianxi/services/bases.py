"""What is done to a 见习基地: kept and submitted by its employer, reviewed by the county and then by the city."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import chains, periods, reasons
from jianxi.domain.bases import FLOW, BaseFacts, BaseLevel, BaseState, BaseVerb
from jianxi.domain.flow import NEW, Decision, Role
from jianxi.domain.outcomes import Missing, Stale
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.base_drafts import Draft, settled, to_text
from jianxi.forms.bases import BaseForm
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import log, moves
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

NOUN = FLOW.noun
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
            await moves.check_version(NOUN, base, version, periods.today(now))
            row = await moves.write(viewer, NOUN, Row, base, decision, values, now)
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
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(BaseVerb.SUBMIT, base.facts, Role.EMPLOYER)
        await moves.change(NOUN, Row, base, decision, _submitted(base, form, text, now), now)
        number, content = base.round + 1, base_rounds.sealed(text)
        id = await insert(BaseVersion(base=base.id, round=number, content=content, submitted_at=now))
        reference = base_rounds.reference(base.county, now, id)
        made, facts = (decision.verb, decision.source, decision.target), {"round": number}
        await log.record(viewer, now, NOUN, base.id, *made, facts={**facts, "reference": reference})
        return reference


async def approve(
    viewer: OfficialViewer, id: int, version: int, now: datetime, level: BaseLevel | None = None
) -> None:
    """审核通过. The city's is the final one: it confirms 基地级别 as asked for, or changes it to `level`."""
    async with unit_of_work():
        base = await bases.get(viewer, id)
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(BaseVerb.APPROVE, base.facts, viewer.role)
        values: dict[Column, object] = {Row.rejection: ""}
        facts: dict[str, object] = {"round": base.round}
        if decision.target == BaseState.APPROVED:
            confirmed = level or bases.level_wanted(base)
            values |= {Row.level: confirmed.value, Row.approved_at: now}
            facts["level"] = confirmed.value
        elif base.county_passed_at is None:
            values[Row.county_passed_at] = now
        await _decide(viewer, base, decision, values, now, facts)


async def reject(
    viewer: OfficialViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which the employer reads."""
    async with unit_of_work():
        base = await bases.get(viewer, id)
        await moves.check_version(NOUN, base, version, periods.today(now))
        reason = reasons.reason_text(NOUN, ticked, note)
        decision = FLOW.decide(BaseVerb.REJECT, base.facts, viewer.role, reason)
        await _decide(viewer, base, decision, {Row.rejection: decision.reason}, now, {"round": base.round})


async def _begin(viewer: EmployerViewer, version: int, text: str, now: datetime) -> int:
    decision = FLOW.decide(BaseVerb.SAVE, BaseFacts(NEW), Role.EMPLOYER)
    row = Row(employer=viewer.employer, state=decision.target, draft=base_rounds.sealed(text))
    row.draft_saved_at = now
    id = await insert(row)
    await log.record(viewer, now, NOUN, id, decision.verb, decision.source, decision.target)
    return row.version


async def _is_kept(base: Base, draft: Draft) -> bool:
    kept = await base_rounds.draft(base)
    return kept is not None and kept[0] == draft


async def _decide(
    viewer: OfficialViewer,
    base: Base,
    decision: Decision,
    values: dict[Column, object],
    now: datetime,
    facts: Mapping[str, object],
) -> None:
    """The base and the opinion on its newest submission, in this order: the base's row is the lock."""
    decided: dict[Column, object] = {Row.decided_at: now, Row.decided_by: viewer.role.value}
    await moves.write(viewer, NOUN, Row, base, decision, values | decided, now, facts)
    opinion = PASSED if not decision.reason else f"审核不通过：{decision.reason}"
    of = BaseVersion
    columns = (
        (of.county_opinion, of.county_official, of.county_at)
        if viewer.role is Role.COUNTY
        else (of.city_opinion, of.city_official, of.city_at)
    )
    said: dict[Any, object] = dict(zip(columns, (opinion, viewer.name, now), strict=True))
    await of.update(said).where((of.base == base.id) & (of.round == base.round))


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
