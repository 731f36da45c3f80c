"""变更申请 of an approved 见习基地: reviewed like the first one, while what was approved stays in force. 联系方式和账户 change at once."""

from collections.abc import Sequence
from datetime import datetime

from piccolo.columns import Column

from jianxi.crypto import marks
from jianxi.domain import periods
from jianxi.domain.bases import FLOW, BaseFacts, BaseState, BaseVerb
from jianxi.domain.flow import Decision, Role
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms import base_contacts
from jianxi.forms.base_changes import changes
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.base_drafts import Draft, settled, to_text
from jianxi.forms.bases import BaseForm
from jianxi.queries import base_rounds
from jianxi.queries.bases import Base
from jianxi.services import base_files, log, moves, papers
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun
NOTHING = "没有变更：内容与现在执行的一致，不需要提交。需要变更时，请修改后再提交。"


async def update_contacts(viewer: EmployerViewer, version: int, form: ContactsForm, now: datetime) -> int:
    """变更联系方式和账户, in force from now; answers the base's version then."""
    wanted = base_contacts.settled(form)
    async with unit_of_work():
        base = await _own(viewer)
        # Before a first approval nothing is in force that could be changed: the rule says so, not a missing page.
        FLOW.decide(BaseVerb.UPDATE, base.standing, Role.EMPLOYER)
        changed = base_contacts.changed(await base_rounds.in_force(base), wanted)
        if not changed:
            # A second click, or a form in which nothing of this was touched.
            return version
        await moves.check_version(NOUN, base, version, periods.today(now))
        return await _change_contacts(viewer, base, wanted, changed, now)


async def needs_review(base: Base, form: BaseForm) -> bool:
    """Whether offices would decide about this 变更申请, with the files of the draft: not where contacts alone change, or
    nothing."""
    in_force = await base_rounds.in_force(base)
    return bool(changes(in_force, settled(form))) or await base_files.have_changed(base)


async def amend(
    viewer: EmployerViewer, version: int, form: BaseForm, now: datetime, checked: str | None = None
) -> str:
    """变更申请: a new version that begins at the county, and contacts in force from now. Answers the version's reference
    number, or nothing where only contacts changed. `checked` marks the files of the check page."""
    content = settled(form)
    async with unit_of_work():
        base = await _own(viewer)
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(BaseVerb.AMEND, base.standing, Role.EMPLOYER)
        in_force, contacts = await base_rounds.in_force(base), base_contacts.contacts_in(content)
        fields = base_contacts.changed(in_force, contacts)
        if await needs_review(base, form):
            await base_files.check(base, checked)
            await base_files.copy_draft(base, base.round + 1)
            values = _submitted(base, form, now) | (_contacts(contacts) if fields else {})
            await moves.change(NOUN, Row, base, decision, values, now)
            return await _begin(viewer, base, decision, content, fields, now)
        if not fields:
            raise Refused(NOTHING)
        await _change_contacts(viewer, base, contacts, fields, now)
        return ""


async def _change_contacts(
    viewer: EmployerViewer, base: Base, wanted: base_contacts.Row, changed: Sequence[str], now: datetime
) -> int:
    decision = FLOW.decide(BaseVerb.UPDATE, base.standing, Role.EMPLOYER)
    values = _contacts(wanted)
    kept = await base_rounds.draft(base)
    if kept is not None:
        # A form that is opened later begins with them; what else it holds is not submitted yet, and stays.
        known = base_contacts.contacts_in(kept[0]) | {name: wanted[name] for name in changed}
        values[Row.draft] = base_rounds.sealed(to_text(base_contacts.with_contacts(kept[0], known)))
    # The log names fields, never values.
    facts = {"fields": list(changed)}
    row = await moves.write(viewer, NOUN, Row, base, decision, values, now, facts)
    return int(row["version"])


async def _begin(
    viewer: EmployerViewer,
    base: Base,
    decision: Decision,
    content: Draft,
    contacts: Sequence[str],
    now: datetime,
) -> str:
    """The version that goes through the chain, and its log entry, which names the contacts that changed with it."""
    id = await insert(_version(base, base_rounds.sealed(to_text(content)), now))
    reference = base_rounds.reference(base.county, now, id)
    await papers.issue(NOUN, base.id, base.round + 1, reference, now)
    made = (decision.verb, decision.source, decision.target)
    facts: dict[str, object] = {"round": base.round + 1, "reference": reference, "amendment": True}
    facts |= {"fields": list(contacts)} if contacts else {}
    await log.record(viewer, now, NOUN, base.id, *made, facts=facts)
    return reference


def _contacts(wanted: base_contacts.Row) -> dict[Column, object]:
    contacts = base_rounds.sealed(base_contacts.to_text(wanted))
    return {Row.contacts: contacts, Row.account_mark: marks.of_account(wanted["account_number"])}


def _submitted(base: Base, form: BaseForm, now: datetime) -> dict[Column, object]:
    begun = FLOW.decide(BaseVerb.SUBMIT, BaseFacts(BaseState.DRAFT, is_amendment=True), Role.EMPLOYER)
    return {
        Row.draft: base_rounds.sealed(to_text(settled(form))),
        Row.draft_saved_at: now,
        Row.round: base.round + 1,
        Row.submitted_at: now,
        Row.amendment_state: begun.target,
        Row.amendment_level: form.wanted_level,
        Row.amendment_rejection: "",
    }


def _version(base: Base, content: bytes, now: datetime) -> BaseVersion:
    number = base.round + 1
    return BaseVersion(
        base=base.id, round=number, content=content, submitted_at=now, amends=base.approved_round
    )


async def _own(viewer: EmployerViewer) -> Base:
    base = await base_files.held(viewer)
    if base is None:
        raise Missing
    return base
