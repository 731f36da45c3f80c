"""「账号与安全」 of everybody who is signed in: 修改密码, own sessions, sign-ins of before."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Forbidden, Invalid
from jianxi.domain.sign_in_limits import TooMany
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.passwords import PasswordChange
from jianxi.forms.reading import read
from jianxi.queries import account_owners, own_sessions, second_factors
from jianxi.queries.own_sessions import Holder
from jianxi.routes.public.arrival import held_back
from jianxi.services import own_account
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import address_of, form_of, now_of, record_id, today_of, viewer_of
from jianxi.web.sessions import session_of

PAGE = "pages/account/security.html"
CHANGED = "密码已修改，其他登录已全部退出。"
ENDED = "已退出其他{}个登录。"
NONE_ELSE = "没有其他登录。"
ENDED_ONE = "已退出该登录。"


async def holder_of(request: Request) -> Holder:
    """The guard of these pages: whoever has a session, and nobody else."""
    found = session_of(request)
    if found is None:
        raise Forbidden
    return await own_sessions.holder(found.id)


async def page(request: Request) -> Response:
    return respond(request, PAGE, await _context(request, await holder_of(request)))


async def change_password(request: Request) -> Response:
    holder, fields = await holder_of(request), await form_of(request)
    try:
        given = read(PasswordChange, fields.raw(), today_of(request))
        await own_account.change_password(holder, given, address_of(request), now_of(request))
    except Invalid as invalid:
        return respond(request, PAGE, await _context(request, holder, invalid.messages), status=422)
    except TooMany as no:
        return held_back(respond(request, PAGE, await _context(request, holder, refusal=no.sentence)), no)
    return redirect(request, _home(request), CHANGED)


async def end_others(request: Request) -> Response:
    holder = await holder_of(request)
    ended = await own_account.end_others(viewer_of(request), holder, now_of(request))
    return redirect(request, _home(request), ENDED.format(ended) if ended else NONE_ELSE)


async def end_one(request: Request) -> Response:
    holder = await holder_of(request)
    await own_account.end_one(viewer_of(request), holder, record_id(request), now_of(request))
    return redirect(request, _home(request), ENDED_ONE)


def _home(request: Request) -> str:
    return str(request.app.url_path_for("account"))


async def _context(
    request: Request, holder: Holder, errors: Mapping[str, str] | None = None, refusal: str = ""
) -> dict[str, Any]:
    return {
        "sessions": await own_sessions.standing(holder, now_of(request)),
        "arrivals": await own_sessions.arrivals(holder),
        "owner": await account_owners.of(holder.account, today_of(request)) if holder.account else None,
        "factor": await _factor(request),
        "recovered_at": await second_factors.recovery_used_at(holder.account) if holder.account else None,
        "errors": errors or {},
        "refusal": refusal,
    }


async def _factor(request: Request) -> str:
    """已启用 or 未启用 for officials, nothing for others: nobody else is offered it."""
    viewer = viewer_of(request)
    if not isinstance(viewer, OfficialViewer):
        return ""
    return "已启用" if await second_factors.is_on(viewer.account) else "未启用"


routes = [
    Route("/account", page, name="account", methods=["GET"]),
    Route("/account/password", change_password, name="account_password", methods=["POST"]),
    Route("/account/sessions", end_others, name="account_sessions", methods=["POST"]),
    Route("/account/sessions/{id}", end_one, name="account_session", methods=["POST"]),
]
