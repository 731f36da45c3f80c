"""审核通过, 审核不通过 and 发布 of one 见习岗位, in its row or on its page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid
from jianxi.forms.reasons import read_reasons
from jianxi.queries import position_log, positions
from jianxi.routes.authority.position_pages import answer, settle
from jianxi.services import position_publication, position_review
from jianxi.web.requests import Fields, form_of, now_of, official_of, record_id, today_of, version_of


async def approve(request: Request) -> Response:
    """审核通过."""
    viewer, id, version = official_of(request), record_id(request), version_of(await form_of(request))
    return await settle(request, id, position_review.approve(viewer, id, version, now_of(request)))


async def publish(request: Request) -> Response:
    """发布."""
    viewer, id, version = official_of(request), record_id(request), version_of(await form_of(request))
    return await settle(request, id, position_publication.publish(viewer, id, version, now_of(request)))


async def reject(request: Request) -> Response:
    """审核不通过: the first press asks for the reasons, 确认审核不通过 sends them."""
    viewer, id, fields = official_of(request), record_id(request), await form_of(request)
    version = version_of(fields)
    try:
        given = read_reasons(fields.raw(), id)
        if not given.confirmed:
            return await _ask(request, id, version, fields)
        deed = position_review.reject(viewer, id, version, given.ticked, given.note, now_of(request))
        return await settle(request, id, deed, note=given.note)
    except Invalid as faults:
        return await _mend(request, id, fields, faults)


async def _ask(request: Request, id: int, version: int, fields: Fields) -> Response:
    """The open row; or the fresh one with what happened, when there is nothing to reject any more."""
    viewer, today = official_of(request), today_of(request)
    position = await positions.get(viewer, id, today)
    sentence = await position_log.stale_sentence(id, today) if position.version != version else ""
    sentence = sentence or positions.objection(position, "reject", viewer)
    if sentence:
        return await answer(request, position, fields, status=409, outcome="stale", refusal=sentence)
    return await answer(request, position, fields, outcome="open")


async def _mend(request: Request, id: int, fields: Fields, faults: Invalid) -> Response:
    """The open row again, with its messages and everything that was ticked and typed."""
    position = await positions.get(official_of(request), id, today_of(request))
    errors = {f"{name}-{id}": sentence for name, sentence in faults.messages.items()}
    ticked, note = fields.many(f"reason-{id}"), fields.one(f"note-{id}")
    return await answer(
        request, position, fields, status=422, outcome="open", errors=errors, ticked=ticked, note=note
    )


routes = [
    Route("/positions/{id}/approval", approve, name="position_approval", methods=["POST"]),
    Route("/positions/{id}/rejection", reject, name="position_rejection", methods=["POST"]),
    Route("/positions/{id}/publication", publish, name="position_publication", methods=["POST"]),
]
