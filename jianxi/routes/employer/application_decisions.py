"""审核通过 and 审核不通过 of one 报名, in its row or on its page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid
from jianxi.forms.reasons import read_reasons
from jianxi.queries import application_log, received
from jianxi.routes.employer.application_pages import answer, settle
from jianxi.services import acceptances
from jianxi.web.requests import Fields, employer_of, form_of, now_of, record_id, today_of, version_of


async def accept(request: Request) -> Response:
    """审核通过."""
    viewer, id, version = employer_of(request), record_id(request), version_of(await form_of(request))
    return await settle(request, id, acceptances.accept(viewer, id, version, now_of(request)))


async def reject(request: Request) -> Response:
    """审核不通过: the first press asks for the reasons, 确认审核不通过 sends them."""
    viewer, id, fields = employer_of(request), record_id(request), await form_of(request)
    version = version_of(fields)
    try:
        given = read_reasons(fields.raw(), id)
        if not given.confirmed:
            return await _ask(request, id, version, fields)
        deed = acceptances.reject(viewer, id, version, given.ticked, given.note, now_of(request))
        return await settle(request, id, deed, note=given.note)
    except Invalid as faults:
        return await _mend(request, id, fields, faults)


async def _ask(request: Request, id: int, version: int, fields: Fields) -> Response:
    """The open row; or the fresh one with what happened, when there is nothing to reject any more."""
    viewer, today = employer_of(request), today_of(request)
    application = await received.get(viewer, id, today)
    sentence = await application_log.stale_sentence(id, today) if application.version != version else ""
    sentence = sentence or received.objection(application, "reject")
    if sentence:
        return await answer(request, id, fields, status=409, outcome="stale", refusal=sentence)
    return await answer(request, id, fields, outcome="open")


async def _mend(request: Request, id: int, fields: Fields, faults: Invalid) -> Response:
    """The open row again, with its messages and everything that was ticked and typed."""
    errors = {f"{name}-{id}": sentence for name, sentence in faults.messages.items()}
    ticked, note = fields.many(f"reason-{id}"), fields.one(f"note-{id}")
    return await answer(
        request, id, fields, status=422, outcome="open", errors=errors, ticked=ticked, note=note
    )


routes = [
    Route("/applications/{id}/approval", accept, name="application_approval", methods=["POST"]),
    Route("/applications/{id}/rejection", reject, name="application_rejection", methods=["POST"]),
]
