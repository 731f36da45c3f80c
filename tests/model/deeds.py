"""How a deed of the plain model is done by the services."""

from collections.abc import Callable, Coroutine, Mapping
from datetime import timedelta
from typing import Any

from jianxi.domain.bases import BaseLevel, BaseVerb
from jianxi.domain.outcomes import Invalid, Outcome
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.base_drafts import typed as draft_of
from jianxi.forms.bases import BaseForm
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.services import (
    acceptances,
    application_endings,
    applications,
    base_amendments,
    base_review,
    base_standing,
    bases,
    position_publication,
    position_review,
    positions,
)
from jianxi.tables.engine import current
from tests.attachments import attach_missing
from tests.cast_facts import BASE_FORM
from tests.model.plain import Deed
from tests.model.roster_deeds import ROSTERS
from tests.model.town import UNITS, Town
from tests.model.traineeship_deeds import TRAINEESHIPS
from tests.position_forms import typed

Done = Coroutine[Any, Any, Any]
REASON = "另有安排"


def attempt(town: Town, deed: Deed) -> tuple[str, int]:
    """What came of it ("done" or the name of the outcome), and the id of the record that was made."""
    try:
        made = town.run(SERVICES[deed.noun, deed.verb](town, deed))
    except Outcome as no:
        # What is only to be ticked is typed wrong all the same.
        return "Invalid" if isinstance(no, Invalid) else type(no).__name__, 0
    return "done", made if isinstance(made, int) else 0


async def _base(town: Town, deed: Deed) -> int:
    """The id of the base of that unit; one that nobody has where there is none."""
    owner = town.viewers[UNITS[deed.record].name]
    assert isinstance(owner, EmployerViewer)
    rows = await current().run(f"SELECT id FROM base WHERE employer = {owner.employer}")
    return int(rows[0]["id"]) if rows else 0


def _form(town: Town) -> dict[str, list[str]]:
    """Never twice the same."""
    return {**BASE_FORM, "introduction": [f"{BASE_FORM['introduction'][0]}第{next(town.numbers)}稿。"]}


def _of_owner(act: str) -> Callable[[Town, Deed], Done]:
    async def done(town: Town, deed: Deed) -> object:
        viewer: Any = town.viewers[deed.actor.name]
        form = _form(town)
        if act == "save":
            row = await current().run(f"SELECT state FROM base WHERE employer = {viewer.employer}")
            amends = bool(row) and row[0]["state"] in {"approved", "suspended"}
            becomes = BaseVerb.AMEND if amends else BaseVerb.SUBMIT
            await bases.save(viewer, deed.version, draft_of(form), town.now, becomes)
        elif act == "submit":
            await attach_missing(viewer)
            await bases.submit(viewer, deed.version, read(BaseForm, form, town.today), town.now)
        elif act == "amend":
            await base_amendments.amend(viewer, deed.version, read(BaseForm, form, town.today), town.now)
        else:
            raw = {"contact": ["王芳"], "phone": [f"138{next(town.numbers):08d}"]}
            contacts = read(ContactsForm, raw, town.today)
            await base_amendments.update_contacts(viewer, deed.version, contacts, town.now)
        return None

    return done


def _of_base(service: Any, *more: str) -> Callable[[Town, Deed], Done]:
    async def done(town: Town, deed: Deed) -> object:
        viewer = town.viewers[deed.actor.name]
        shown = (viewer, await _base(town, deed), deed.version)
        if more == ("level",):
            return await service(*shown, town.now, BaseLevel(deed.level))
        return await service(*shown, *_given(deed, more), town.now)

    return done


def _of(service: Any, *more: str) -> Callable[[Town, Deed], Done]:
    """A service that takes who, which, the version shown and what else is named."""

    def done(town: Town, deed: Deed) -> Done:
        viewer = town.viewers[deed.actor.name]
        given = _given(deed, more)
        if more == ("form",):
            given = [_position_form(town, deed)]
        if more == ("deadline",):
            given = [town.today + timedelta(days=deed.days)]
        made: Done = service(viewer, deed.record, deed.version, *given, town.now)
        return made

    return done


def _given(deed: Deed, more: tuple[str, ...]) -> list[object]:
    if more == ("ticked",):
        return [["other"] if deed.reasoned else [], REASON if deed.reasoned else ""]
    if more == ("reason",):
        return [REASON if deed.reasoned else ""]
    return [deed.other] if more == ("other",) else []


def _position_form(town: Town, deed: Deed) -> PositionForm:
    deadline = town.today + timedelta(days=deed.days)
    raw = typed(headcount=str(deed.headcount), deadline=deadline.isoformat())
    return read(PositionForm, raw, town.today)


def _add(town: Town, deed: Deed) -> Done:
    viewer: Any = town.viewers[deed.actor.name]
    return positions.add(viewer, _position_form(town, deed), town.now)


def _copy(town: Town, deed: Deed) -> Done:
    viewer: Any = town.viewers[deed.actor.name]
    return positions.copy(viewer, deed.record, _position_form(town, deed), town.now)


def _apply(town: Town, deed: Deed) -> Done:
    viewer: Any = town.viewers[deed.actor.name]
    return applications.apply(viewer, deed.record, town.now)


SERVICES: Mapping[tuple[str, str], Callable[[Town, Deed], Done]] = {
    **{("base", verb): _of_owner(verb) for verb in ("save", "submit", "amend", "update")},
    ("base", "approve"): _of_base(base_review.approve, "level"),
    ("base", "reject"): _of_base(base_review.reject, "ticked"),
    ("base", "reopen"): _of_base(base_review.reopen),
    ("base", "suspend"): _of_base(base_standing.suspend, "reason"),
    ("base", "resume"): _of_base(base_standing.resume, "reason"),
    ("base", "revoke"): _of_base(base_standing.revoke, "reason"),
    ("position", "add"): _add,
    ("position", "copy"): _copy,
    ("position", "edit"): _of(positions.edit, "form"),
    ("position", "delete"): _of(positions.delete),
    ("position", "approve"): _of(position_review.approve),
    ("position", "reject"): _of(position_review.reject, "ticked"),
    ("position", "reopen"): _of(position_review.reopen),
    ("position", "publish"): _of(position_publication.publish),
    ("position", "withdraw"): _of(position_publication.withdraw),
    ("position", "republish"): _of(position_publication.republish),
    ("position", "extend"): _of(position_publication.extend, "deadline"),
    ("application", "apply"): _apply,
    ("application", "withdraw"): _of(applications.withdraw),
    ("application", "switch"): _of(applications.switch, "other"),
    ("application", "accept"): _of(acceptances.accept),
    ("application", "reject"): _of(acceptances.reject, "ticked"),
    ("application", "decline"): _of(application_endings.decline, "reason"),
    ("application", "cancel"): _of(application_endings.cancel, "reason"),
    **TRAINEESHIPS,
    **ROSTERS,
}
