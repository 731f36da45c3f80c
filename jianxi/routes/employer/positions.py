"""见习岗位管理: an employer's positions, listed and shown; 删除 with its confirm page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Told
from jianxi.forms.position_filters import read_filters
from jianxi.queries import log, position_adding, position_lists, positions
from jianxi.services import positions as services
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import (
    back_of,
    employer_of,
    form_of,
    now_of,
    query_of,
    record_id,
    today_of,
    version_of,
)

NOUN = "position"


async def index(request: Request) -> Response:
    """The list, with its tabs."""
    viewer, today = employer_of(request), today_of(request)
    filters = read_filters(query_of(request).raw())
    tabs, total = await position_lists.overview(viewer, filters)
    paging = Paging(page_number(request), total)
    rows = await position_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "tabs": tabs, "filters": filters}
    adding = await position_adding.adding(viewer, today)
    return respond(request, "pages/employer/positions.html", {**context, "adding": adding})


async def show(request: Request) -> Response:
    """Everything of one position and its timeline."""
    position = await positions.get(employer_of(request), record_id(request), today_of(request))
    context = {"position": position, "events": await log.timeline(NOUN, position.id), "back": _back(request)}
    return respond(request, "pages/employer/position.html", context)


async def confirm_deletion(request: Request) -> Response:
    """删除 asks once more, naming what goes."""
    position = await positions.get(employer_of(request), record_id(request), today_of(request))
    return respond(
        request, "pages/employer/position_deletion.html", {"position": position, "back": _back(request)}
    )


async def delete(request: Request) -> Response:
    """确认删除."""
    viewer, id, fields = employer_of(request), record_id(request), await form_of(request)
    position = await positions.get(viewer, id, today_of(request))
    try:
        await services.delete(viewer, id, version_of(fields), now_of(request))
    except Told as no:
        fresh = await positions.get(viewer, id, today_of(request))
        context = {"position": fresh, "refusal": no.sentence, "back": back_of(fields, _list(request))}
        return respond(request, "pages/employer/position_deletion.html", context, status=409)
    return redirect(request, back_of(fields, _list(request)), f"已删除“{position.title}”。")


def _list(request: Request) -> str:
    return str(request.app.url_path_for("employer:positions"))


def _back(request: Request) -> str:
    """The list as it was left, from the address."""
    return back_of(query_of(request), _list(request))


routes = [
    Route("/positions", index, name="positions"),
    Route("/positions/{id}", show, name="position"),
    Route("/positions/{id}/deletion", confirm_deletion, name="position_deletion", methods=["GET"]),
    Route("/positions/{id}/deletion", delete, methods=["POST"]),
]
