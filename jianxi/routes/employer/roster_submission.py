"""报送 of a 花名册: evidence, what is missing of it, what would be sent, and 确认报送."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels, roster_promises
from jianxi.domain.flow import Role
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Invalid, Stale, Told
from jianxi.domain.roster_evidence import Evidence, missing
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.queries import roster_changes, roster_files, roster_pages, roster_sizes, rosters
from jianxi.queries import roster_promises as promises
from jianxi.queries.rosters import Roster
from jianxi.routes.employer.roster_pages import KINDS, than
from jianxi.services import roster_files as file_services
from jianxi.services import roster_submission as services
from jianxi.services import upload_limits
from jianxi.storage.kinds import LARGEST
from jianxi.storage.refusals import megabytes
from jianxi.templating import region
from jianxi.web import uploads
from jianxi.web.jobs import is_long, put_off
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import (
    Fields,
    employer_of,
    form_of,
    now_of,
    record_id,
    today_of,
    version_of,
    whole_number,
)

CONFIRM = "send"
"""The button that sends; the others keep or take away files."""
PROMISED = "promised"
"""What the page says that would be sent: it comes back with the button, and nothing else is sent."""


async def show(request: Request) -> Response:
    """The page before the act."""
    return await _page(request, await _found(request))


async def send(request: Request) -> Response:
    """Files that were chosen are kept whatever was pressed; 确认报送 goes on when all of them were taken."""
    fields, roster = await form_of(request), await _found(request)
    try:
        refused = await _take_in(request, fields, roster)
        if refused:
            return await _page(request, roster, errors=refused, shown=fields.one("v"))
        if fields.one("act") != CONFIRM:
            return await _without(request, fields, roster)
        return await _submit(request, fields, roster)
    except Told as no:
        return await _page(request, await _found(request), refusal=on_page(no))


async def _take_in(request: Request, fields: Fields, roster: Roster) -> dict[str, str]:
    """Keeps what came; a message by field where something was not taken."""
    viewer, now, refused = employer_of(request), now_of(request), dict[str, str]()
    sender = upload_limits.of_employer(viewer)
    for kind in Evidence:
        if not fields.uploads(kind.value):
            continue
        has = len(await roster_files.of_roster(roster.id))
        came = await uploads.keep(fields, kind.value, sender, now, has=has, most=file_services.MOST)
        if came.message:
            refused[kind.value] = came.message
        try:
            await file_services.attach(viewer, roster.id, kind, came.stored, now)
        except Invalid as no:
            refused |= no.messages
    return refused


async def _without(request: Request, fields: Fields, roster: Roster) -> Response:
    """One file is taken away, or none; and the page again."""
    file = whole_number(fields.one("drop"))
    if file is not None:
        await file_services.remove(employer_of(request), roster.id, file, now_of(request))
    return redirect(request, str(request.app.url_path_for("employer:roster_submission", id=roster.id)))


async def _submit(request: Request, fields: Fields, roster: Roster) -> Response:
    viewer, version, promised = employer_of(request), version_of(fields), fields.one(PROMISED)
    if roster_promises.read(promised) is None:
        raise Stale(roster_promises.UNKNOWN)
    if is_long(request, await roster_sizes.of_employer(viewer.employer, roster.period)):
        args = {"id": roster.id, "version": version, PROMISED: promised}
        return await put_off(request, JobKind.ROSTER_SUBMISSION, f"报送{roster.title}", args)
    await services.submit(viewer, roster.id, version, now_of(request), promised=promised)
    told = f"已报送，编号{roster.number}。由{region(roster.office)}人社部门审核，结果会显示在本页。"
    return redirect(request, str(request.app.url_path_for("employer:roster", id=roster.id)), told)


async def _found(request: Request) -> Roster:
    return await rosters.get(employer_of(request), record_id(request), today_of(request))


async def _page(
    request: Request,
    roster: Roster,
    *,
    errors: dict[str, str] | None = None,
    refusal: str = "",
    shown: str = "",
) -> Response:
    """422 with messages by the files, still of the version that was shown, or 409 with the sentence."""
    objection = FLOW.objection(RosterVerb.SUBMIT, roster.facts, Role.EMPLOYER)
    context: dict[str, Any] = {
        "roster": roster,
        "errors": errors or {},
        "refusal": refusal,
        "objection": objection,
        "shown_version": shown or roster.version,
        "confirm": labels.confirm(FLOW.noun, RosterVerb.SUBMIT),
        "kinds": KINDS,
        "than": than(roster, roster.round + 1),
        "limits": {"megabytes": megabytes(LARGEST), "files": file_services.MOST},
        **await _evidence(roster),
        **await _content(request, roster, objection),
    }
    status = 422 if errors else 409 if refusal else 200
    return respond(request, "pages/employer/roster_submission.html", context, status=status)


async def _evidence(roster: Roster) -> dict[str, Any]:
    kept = await roster_files.of_roster(roster.id)
    return {
        "evidence": roster_files.by_kind(kept),
        "missing": missing({each.kind for each in kept}, roster.kind),
    }


async def _content(request: Request, roster: Roster, objection: str) -> dict[str, Any]:
    """What would be sent now, and how it differs; nothing where it cannot be sent."""
    nothing: dict[str, Any] = {"page": None, "lacking": (), "changes": None, PROMISED: ""}
    if objection:
        return nothing
    now, lacking = await roster_changes.computed(roster, today_of(request))
    if now is None:
        return nothing | {"lacking": lacking}
    told = {"page": roster_pages.of_computed(now, 1), PROMISED: (await promises.of(now)).text}
    return nothing | told | {"changes": await roster_changes.of_next(roster, now)}


routes = [
    Route("/rosters/{id}/submission", show, name="roster_submission", methods=["GET"]),
    Route("/rosters/{id}/submission", send, methods=["POST"]),
]
