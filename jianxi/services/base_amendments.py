"""变更申请 of an approved 见习基地: reviewed like the first one, while what was approved stays in force. 联系方式和账户 change at once."""

from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.bases import FLOW, BaseFacts, BaseState, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms import base_contacts
from jianxi.forms.base_changes import changes
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.base_drafts import settled, to_text
from jianxi.forms.bases import BaseForm
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import log, moves
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun
NOTHING = (
    "没有需要审核的变更：除联系方式和账户外，内容与已审核通过的一致，不需要提交。联系方式和账户已经立即生效。"
)


async def update_contacts(viewer: EmployerViewer, version: int, form: ContactsForm, now: datetime) -> int:
    """变更联系方式和账户, in force from now; answers the base's version then. The log names fields, never values."""
    wanted = base_contacts.settled(form)
    async with unit_of_work():
        base = await _own(viewer)
        # Before a first approval nothing is in force that could be changed: the rule says so, not a missing page.
        decision = FLOW.decide(BaseVerb.UPDATE, base.standing, Role.EMPLOYER)
        known = base_contacts.contacts_in(await base_rounds.in_force(base))
        changed = [name for name in base_contacts.CONTACTS if known[name] != wanted[name]]
        if not changed:
            # A second click, or a form in which nothing of this was touched.
            return version
        await moves.check_version(NOUN, base, version, periods.today(now))
        values: dict[Column, object] = {Row.contacts: base_rounds.sealed(base_contacts.to_text(wanted))}
        kept = await base_rounds.draft(base)
        if kept is not None:
            # A form that is opened later begins with them.
            draft = base_contacts.with_contacts(kept[0], wanted)
            values[Row.draft] = base_rounds.sealed(to_text(draft))
        row = await moves.write(viewer, NOUN, Row, base, decision, values, now, {"fields": changed})
        return int(row["version"])


async def amend(viewer: EmployerViewer, version: int, form: BaseForm, now: datetime) -> str:
    """变更申请: a new version that begins at the county. Answers its reference number."""
    async with unit_of_work():
        base = await _own(viewer)
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(BaseVerb.AMEND, base.standing, Role.EMPLOYER)
        in_force = await base_rounds.in_force(base)
        # Contacts and account are no part of the review: they are what they are, and change with a log entry alone.
        content = base_contacts.with_contacts(settled(form), in_force.values)
        if not changes(in_force, content):
            raise Refused(NOTHING)
        sealed_text = base_rounds.sealed(to_text(content))
        begun = FLOW.decide(BaseVerb.SUBMIT, BaseFacts(BaseState.DRAFT, is_amendment=True), Role.EMPLOYER)
        values: dict[Column, object] = {
            Row.draft: sealed_text,
            Row.draft_saved_at: now,
            Row.round: base.round + 1,
            Row.submitted_at: now,
            Row.amendment_state: begun.target,
            Row.amendment_level: form.wanted_level,
            Row.amendment_rejection: "",
        }
        await moves.change(NOUN, Row, base, decision, values, now)
        id = await insert(_version(base, sealed_text, now))
        reference = base_rounds.reference(base.county, now, id)
        made = (decision.verb, decision.source, decision.target)
        facts = {"round": base.round + 1, "reference": reference, "amendment": True}
        await log.record(viewer, now, NOUN, base.id, *made, facts=facts)
        return reference


def _version(base: Base, content: bytes, now: datetime) -> BaseVersion:
    number = base.round + 1
    return BaseVersion(
        base=base.id, round=number, content=content, submitted_at=now, amends=base.approved_round
    )


async def _own(viewer: EmployerViewer) -> Base:
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    return base
