"""忘记密码: the page behind a one-time link. Opening it does not use it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Missing
from jianxi.forms.passwords import NewPassword
from jianxi.forms.reading import read
from jianxi.queries.account_owners import Owner
from jianxi.services import reset_links
from jianxi.services.reset_links import PATH
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import form_of, now_of, today_of

DONE = "新密码已设置，此前的登录已全部退出。请用登录名{}和新密码登录。"


async def page(request: Request) -> Response:
    try:
        owner = await reset_links.look(_token(request), now_of(request), today_of(request))
    except Missing:
        return _over(request)
    return _form(request, owner)


async def sent(request: Request) -> Response:
    fields = await form_of(request)
    try:
        owner = await reset_links.look(_token(request), now_of(request), today_of(request))
        given = read(NewPassword, fields.raw(), today_of(request))
        await reset_links.use(_token(request), given, now_of(request))
    except Missing:
        return _over(request)
    except Invalid as invalid:
        return _form(request, owner, invalid.messages)
    return redirect(request, str(request.app.url_path_for("login")), DONE.format(owner.username))


def _token(request: Request) -> str:
    return str(request.path_params["token"])


def _form(request: Request, owner: Owner, errors: dict[str, str] | None = None) -> Response:
    context = {"owner": owner, "action": request.scope["path"], "errors": errors or {}}
    return respond(request, "pages/public/new_password.html", context, status=422 if errors else 200)


def _over(request: Request) -> Response:
    return respond(request, "pages/public/password_over.html", {}, status=404)


routes = [
    Route(f"{PATH}{{token}}", page, name="password_reset", methods=["GET"]),
    Route(f"{PATH}{{token}}", sent, name="password_reset", methods=["POST"]),
]
