"""留用登记 and its 修改: what was typed and sent is kept through every refusal."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.retention_checks import faults
from jianxi.domain.retentions import FLOW, RetentionVerb
from jianxi.domain.roster_effects import Act, ahead
from jianxi.domain.viewers import role_of
from jianxi.forms.reading import read
from jianxi.forms.retentions import RetentionForm
from jianxi.queries import placements, retention_files, retentions, roster_effects
from jianxi.routes.employer import retention_evidence
from jianxi.routes.employer.retention_evidence import FIELD, Evidence
from jianxi.routes.employer.retention_pages import BLANK, Subject, page, typed, written
from jianxi.services import retention_files as file_services
from jianxi.services import retentions as services
from jianxi.web.pages import redirect
from jianxi.web.requests import (
    Fields,
    back_of,
    employer_of,
    form_of,
    now_of,
    query_of,
    record_id,
    today_of,
    version_of,
    whole_number,
)


async def new(request: Request) -> Response:
    """留用登记: the empty form, or why it cannot be filled in now."""
    return page(request, query_of(request), await _to_record(request), BLANK, Evidence())


async def record_retention(request: Request) -> Response:
    """确认留用登记."""
    return await _send(request, await _to_record(request))


async def amend(request: Request) -> Response:
    """修改: the form as it was filled in."""
    subject = await _to_edit(request)
    return page(request, query_of(request), subject, written(subject), Evidence(subject.attached))


async def edit_retention(request: Request) -> Response:
    """确认修改; or one of the files is taken away, and what is typed stays."""
    return await _send(request, await _to_edit(request))


async def _send(request: Request, subject: Subject) -> Response:
    fields = await form_of(request)
    evidence = await retention_evidence.sent(request, fields, subject.placement.id, subject.attached)
    try:
        if fields.one("drop") or fields.one("drop_kept"):
            evidence = await _without(request, fields, subject, evidence)
            return page(request, fields, subject, typed(fields), evidence)
        form = _read(request, fields, subject, evidence)
        done = await _save(request, subject, version_of(fields), form, evidence.given)
    except (Invalid, Told) as no:
        fresh = await (_to_edit(request) if subject.retention else _to_record(request))
        return page(request, fields, fresh, typed(fields), evidence, no)
    return redirect(request, back_of(fields, subject.home(request)), done)


async def _save(
    request: Request, subject: Subject, version: int, form: RetentionForm, files: Sequence[int]
) -> str:
    """What is told of it."""
    viewer, now, of = employer_of(request), now_of(request), f"“{subject.placement.name}”的留用登记"
    if subject.retention is None:
        await services.record(viewer, subject.placement.id, version, form, files, now)
        return f"已办理{of}。"
    changed = await services.edit(viewer, subject.retention.id, version, form, files, now)
    return f"已修改{of}。" if changed else f"内容没有变化，{of}仍为原样。"


async def _without(request: Request, fields: Fields, subject: Subject, evidence: Evidence) -> Evidence:
    """With the attached file gone that is to be taken away; one that was only kept is left out already."""
    file = whole_number(fields.one("drop"))
    if subject.retention is None or file is None:
        return evidence
    await file_services.remove(employer_of(request), subject.retention.id, file, now_of(request))
    left = await retention_files.of_retention(subject.retention.id)
    return Evidence(left, evidence.kept, evidence.refused)


def _read(request: Request, fields: Fields, subject: Subject, evidence: Evidence) -> RetentionForm:
    """What was typed. Whatever is wrong with it and with the files is said at once."""
    refused = {FIELD: evidence.refused} if evidence.refused else {}
    try:
        form = read(RetentionForm, fields.raw(), today_of(request))
    except Invalid as no:
        raise Invalid(no.messages | refused) from None
    found = faults(form.contract, subject.placement.starts_on, subject.placement.ends_on) | refused
    if found:
        raise Invalid(found)
    return form


async def _to_record(request: Request) -> Subject:
    viewer, today = employer_of(request), today_of(request)
    placement = await placements.get(viewer, record_id(request), today)
    facts = retentions.beginning(placement)
    objection = FLOW.objection(RetentionVerb.RECORD, facts, role_of(viewer))
    return Subject(placement, objection=objection, outdated=await _outdated(placement.id))


async def _to_edit(request: Request) -> Subject:
    viewer = employer_of(request)
    retention = await retentions.get(viewer, record_id(request), today_of(request))
    attached = await retention_files.of_retention(retention.id)
    objection = FLOW.objection(RetentionVerb.EDIT, retention.facts, role_of(viewer))
    return Subject(
        retention.placement, retention, attached, objection, await _outdated(retention.placement.id)
    )


async def _outdated(placement: int) -> str:
    return ahead(await roster_effects.of_placement(placement), Act.RETENTION)


routes = [
    Route("/placements/{id}/retention", new, name="placement_retention", methods=["GET"]),
    Route("/placements/{id}/retention", record_retention, methods=["POST"]),
    Route("/retentions/{id}/registration", amend, name="retention_registration", methods=["GET"]),
    Route("/retentions/{id}/registration", edit_retention, methods=["POST"]),
]
