"""The page of one 上岗 at 见习上岗审核: its papers side by side, 查看完整号码, and the pictures of a youth's card."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.identity_pictures import side_of
from jianxi.queries import identity_looks, placements
from jianxi.routes.authority.placement_decisions import reviewed
from jianxi.routes.authority.placement_papers import papers_of
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import identity_looks as looks
from jianxi.web import review
from jianxi.web.files import picture
from jianxi.web.pages import fragment, respond, wants_partial
from jianxi.web.requests import back_of, now_of, query_of, record_id, today_of

PAPERS, NUMBER = "partials/placements/papers.html", "partials/placements/number.html"


async def show(request: Request) -> Response:
    """Everything of one placement, and the decision; for htmx only the papers, at other pages or another size."""
    if not wants_partial(request):
        return await review.show(reviewed(request), request)
    placement = await placements.get(reviewer_of(request), record_id(request), today_of(request))
    return fragment(request, PAPERS, await papers_of(request, placement))


async def number(request: Request) -> Response:
    """查看完整号码, in place; logged before it is told."""
    viewer, id = reviewer_of(request), record_id(request)
    told = await looks.at_number(viewer, id, now_of(request))
    if not wants_partial(request):
        return await review.show(reviewed(request, number=told), request)
    placement = await placements.get(viewer, id, today_of(request))
    return fragment(request, NUMBER, {"placement": placement, "sheet": None, "number": told, "back": ""})


async def pictures(request: Request) -> Response:
    """查看身份证照片: both sides, each of which is logged when it goes out."""
    viewer, id = reviewer_of(request), record_id(request)
    placement, found = await identity_looks.pictures(viewer, id, today_of(request))
    own = str(request.app.url_path_for("authority:placement", id=id))
    context = {"placement": placement, "pictures": found, "back": back_of(query_of(request), own)}
    return respond(request, "pages/authority/placement_pictures.html", context)


async def side(request: Request) -> Response:
    """One of them."""
    wanted = side_of(str(request.path_params["side"]))
    return picture(await looks.at_picture(reviewer_of(request), record_id(request), wanted, now_of(request)))


routes = [
    Route("/placements/{id}", show, name="placement", methods=["GET"]),
    Route("/placements/{id}/number", number, name="placement_number", methods=["POST"]),
    Route("/placements/{id}/pictures", pictures, name="placement_pictures", methods=["GET"]),
    Route("/placements/{id}/pictures/{side}", side, name="placement_picture", methods=["GET"]),
]
