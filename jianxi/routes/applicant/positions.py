"""见习岗位报名: the search in published positions, and one of them."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.positions import takes_applications
from jianxi.domain.viewers import Anyone
from jianxi.queries import applying, positions
from jianxi.routes.applicant.claims import claim_of
from jianxi.routes.searching import RESULTS, searched
from jianxi.web.pages import respond
from jianxi.web.requests import back_of, person_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    """The search, with what is open to this person: 报名, or 改报 where one waits."""
    way = await applying.way(person_of(request), today_of(request), claim_of(request))
    context = {**await searched(request), "way": way, "refusal": "", "may_apply": True}
    return respond(request, "pages/applicant/positions.html", context, partial=RESULTS)


async def show(request: Request) -> Response:
    back = back_of(query_of(request), str(request.app.url_path_for("applicant:positions")))
    return await position_page(request, record_id(request), back)


async def position_page(request: Request, id: int, back: str, refusal: str = "") -> Response:
    """One published position; 409 with the sentence where somebody could not apply for it."""
    today = today_of(request)
    position = await positions.get(Anyone(), id, today)
    context = {
        "position": position,
        "is_open": takes_applications(position.facts),
        "way": await applying.way(person_of(request), today, claim_of(request)),
        "back": back,
        "refusal": refusal,
    }
    return respond(request, "pages/applicant/position.html", context, status=409 if refusal else 200)


routes = [
    Route("/positions", index, name="positions"),
    Route("/positions/{id}", show, name="position"),
]
