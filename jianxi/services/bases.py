"""What its employer does to a 见习基地申请: keeps it as a draft and submits it."""

from datetime import datetime

from piccolo.columns import Column

from jianxi.crypto import marks
from jianxi.domain import chains, periods
from jianxi.domain.bases import FLOW, BaseFacts, BaseVerb
from jianxi.domain.flow import NEW, Role
from jianxi.domain.outcomes import Missing, Stale
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import Draft, settled, to_text
from jianxi.forms.bases import BaseForm
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import base_files, log, moves, papers
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

NOUN = FLOW.noun
SAVED_ELSEWHERE = "您的操作未执行。本单位的申请已在另一页面保存，请核对后再保存。"


async def save(
    viewer: EmployerViewer, version: int, draft: Draft, now: datetime, becomes: BaseVerb = BaseVerb.SUBMIT
) -> int:
    """保存草稿, right or wrong; answers the base's version then. 0 is the version of a base not yet begun. `becomes` is
    what the draft is for: 提交 or 变更申请; a page left open must not keep the one as the other."""
    text = to_text(draft)
    try:
        async with unit_of_work():
            base = await bases.of_employer(viewer)
            if base is None:
                return await _begin(viewer, version, text, now)
            FLOW.decide(becomes, base.standing, Role.EMPLOYER)
            decision = FLOW.decide(BaseVerb.SAVE, base.standing, Role.EMPLOYER)
            if await _is_kept(base, draft):
                # A second click, or the check page loaded again: nothing was typed since.
                return base.version
            values: dict[Column, object] = {Row.draft: base_rounds.sealed(text), Row.draft_saved_at: now}
            shown = await _version_shown(base, version)
            await moves.check_version(NOUN, base, shown, periods.today(now))
            row = await moves.write(viewer, NOUN, Row, base, decision, values, now)
            return int(row["version"])
    except Conflict:
        raise Stale(SAVED_ELSEWHERE) from None


async def submit(
    viewer: EmployerViewer, version: int, form: BaseForm, now: datetime, checked: str | None = None
) -> str:
    """提交: a new round that begins at the county, with the files of the draft. Answers its reference number. `checked`
    marks the files that the person saw on the check page (`queries.base_files.mark`)."""
    text = to_text(settled(form))
    async with unit_of_work():
        base = await base_files.held(viewer)
        if base is None:
            raise Missing
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(BaseVerb.SUBMIT, base.standing, Role.EMPLOYER)
        await base_files.check(base, checked)
        await base_files.copy_draft(base, base.round + 1)
        await moves.change(NOUN, Row, base, decision, _submitted(base, form, text, now), now)
        number, content = base.round + 1, base_rounds.sealed(text)
        id = await insert(BaseVersion(base=base.id, round=number, content=content, submitted_at=now))
        reference = base_rounds.reference(base.county, now, id)
        await papers.issue(NOUN, base.id, number, reference, now)
        made, facts = (decision.verb, decision.source, decision.target), {"round": number}
        await log.record(viewer, now, NOUN, base.id, *made, facts={**facts, "reference": reference})
        return reference


async def _begin(viewer: EmployerViewer, version: int, text: str, now: datetime) -> int:
    if version:
        raise Stale(SAVED_ELSEWHERE)
    decision = FLOW.decide(BaseVerb.SAVE, BaseFacts(NEW), Role.EMPLOYER)
    row = Row(employer=viewer.employer, state=decision.target, draft=base_rounds.sealed(text))
    row.draft_saved_at = now
    id = await insert(row)
    await log.record(viewer, now, NOUN, id, decision.verb, decision.source, decision.target)
    return row.version


async def _version_shown(base: Base, version: int) -> int:
    """A form given out before the base was begun is of the base that a first file began: nothing was typed there."""
    return base.version if version == 0 and await base_rounds.draft(base) is None else version


async def _is_kept(base: Base, draft: Draft) -> bool:
    kept = await base_rounds.draft(base)
    return kept is not None and kept[0] == draft


def _submitted(base: Base, form: BaseForm, text: str, now: datetime) -> dict[Column, object]:
    return {
        Row.chain: chains.encode(chains.BASE_CHAIN),
        Row.draft: base_rounds.sealed(text),
        Row.draft_saved_at: now,
        Row.round: base.round + 1,
        **columns_of(settled(form)),
        Row.submitted_at: now,
        Row.decided_at: None,
        Row.decided_by: "",
        Row.rejection: "",
        # Nothing of an approval that was taken away leaks into the new chain.
        Row.level: "",
        Row.approved_at: None,
        Row.approved_round: 0,
        Row.stopped_reason: "",
        Row.contacts: None,
        Row.account_mark: marks.of_account(form.account_number or ""),
    }


def columns_of(content: Draft) -> dict[Column, object]:
    """What search and lists read of a form that was read without faults."""
    said = content.values
    return {
        Row.nature: said["nature"],
        Row.industry: said["industry"],
        Row.wanted_level: said["wanted_level"],
        Row.yearly_posts: int(said["yearly_posts"]),
        Row.staff: int(said["staff"]),
    }
