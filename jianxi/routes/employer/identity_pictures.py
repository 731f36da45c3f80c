"""查看身份证照片: the employer looks at 身份证件信息 of a youth who applied. Each picture that goes out is logged."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.identity_pictures import side_of
from jianxi.queries import identity_pictures
from jianxi.services.identity_pictures import look
from jianxi.web.files import picture
from jianxi.web.pages import respond
from jianxi.web.requests import back_of, employer_of, now_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    """Both sides."""
    viewer, id = employer_of(request), record_id(request)
    application, found = await identity_pictures.of_application(viewer, id, today_of(request))
    back = back_of(query_of(request), str(request.app.url_path_for("employer:applications")))
    context = {"application": application, "pictures": found, "back": back}
    return respond(request, "pages/employer/identity_pictures.html", context)


async def show(request: Request) -> Response:
    """One of them, logged."""
    side = side_of(str(request.path_params["side"]))
    return picture(await look(employer_of(request), record_id(request), side, now_of(request)))


routes = [
    Route("/applications/{id}/identity", index, name="application_identity", methods=["GET"]),
    Route("/applications/{id}/pictures/{side}", show, name="application_picture", methods=["GET"]),
]
