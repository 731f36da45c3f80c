"""删除, 撤销发布, 申请重新发布 and 延长报名 of an employer's 见习岗位, each with the page that comes before it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.periods import spoken
from jianxi.domain.positions import FLOW, PositionVerb, earliest_extension
from jianxi.domain.viewers import role_of
from jianxi.forms.position_extension import ExtensionForm
from jianxi.forms.reading import read
from jianxi.queries import positions
from jianxi.routes import position_steps as steps
from jianxi.services import position_publication
from jianxi.services import positions as services
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
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
)


async def ask_deletion(request: Request) -> Response:
    """删除: what goes."""
    return await steps.ask(request, employer_of(request), steps.deletion, _list(request))


async def delete(request: Request) -> Response:
    """确认删除."""
    viewer, back, told = employer_of(request), _list(request), "已删除“{}”。"
    return await steps.carry_out(request, viewer, services.delete, steps.deletion, told, back)


async def ask_withdrawal(request: Request) -> Response:
    """撤销发布: what it would do."""
    return await steps.ask(request, employer_of(request), steps.withdrawal, _list(request))


async def withdraw(request: Request) -> Response:
    """确认撤销发布."""
    viewer, back, told = employer_of(request), _list(request), "已撤销发布“{}”。以后可以申请重新发布。"
    return await steps.carry_out(request, viewer, position_publication.withdraw, steps.withdrawal, told, back)


async def ask_republication(request: Request) -> Response:
    """申请重新发布: what it would do."""
    return await steps.ask(request, employer_of(request), steps.republication, _list(request))


async def republish(request: Request) -> Response:
    """确认申请重新发布."""
    viewer, back, told = employer_of(request), _list(request), "已申请重新发布“{}”，由主管部门再次发布。"
    made = position_publication.republish
    return await steps.carry_out(request, viewer, made, steps.republication, told, back)


async def ask_extension(request: Request) -> Response:
    """延长报名: asks for the new day."""
    return await _extension(request, query_of(request))


async def extend(request: Request) -> Response:
    """确认延长报名."""
    viewer, id, fields = employer_of(request), record_id(request), await form_of(request)
    try:
        until = read(ExtensionForm, fields.raw(), today_of(request)).deadline
        await position_publication.extend(viewer, id, version_of(fields), until, now_of(request))
    except (Invalid, Told) as no:
        return await _extension(request, fields, no)
    position = await positions.get(viewer, id, today_of(request))
    told = f"“{position.title}”的报名延长到{spoken(until)}。"
    return redirect(request, back_of(fields, _list(request)), told)


async def _extension(request: Request, fields: Fields, no: Invalid | Told | None = None) -> Response:
    """The form's page: 422 with a message, or 409 with the sentence and the position as it is now; the day is kept."""
    viewer = employer_of(request)
    position = await positions.get(viewer, record_id(request), today_of(request))
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "position": position,
        "typed": fields.one("deadline"),
        "earliest": earliest_extension(position.facts),
        "errors": errors,
        "refusal": on_page(no) if isinstance(no, Told) else "",
        "objection": FLOW.objection(PositionVerb.EXTEND, position.facts, role_of(viewer)),
        "shown_version": fields.one("v") if errors else position.version,
        "back": back_of(fields, _list(request)),
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/employer/position_extension.html", context, status=status)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("employer:positions"))


routes = [
    Route("/positions/{id}/deletion", ask_deletion, name="position_deletion", methods=["GET"]),
    Route("/positions/{id}/deletion", delete, methods=["POST"]),
    Route("/positions/{id}/withdrawal", ask_withdrawal, name="position_withdrawal", methods=["GET"]),
    Route("/positions/{id}/withdrawal", withdraw, methods=["POST"]),
    Route("/positions/{id}/republication", ask_republication, name="position_republication", methods=["GET"]),
    Route("/positions/{id}/republication", republish, methods=["POST"]),
    Route("/positions/{id}/extension", ask_extension, name="position_extension", methods=["GET"]),
    Route("/positions/{id}/extension", extend, methods=["POST"]),
]
