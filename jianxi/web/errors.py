"""How a request ends that did not end well: an honest status and a calm page that says what to do next."""

import re
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

from jianxi.crypto.sealing import Unreadable
from jianxi.domain.outcomes import (
    Forbidden,
    Invalid,
    Missing,
    Overloaded,
    Refused,
    Stale,
    Told,
    Unavailable,
    Unforeseen,
)
from jianxi.domain.sign_in_limits import TooMany
from jianxi.domain.viewers import Anyone
from jianxi.storage import store
from jianxi.web import csrf
from jianxi.web.logs import log, trace
from jianxi.web.pages import VARY, redirect, respond
from jianxi.web.requests import local_path, viewer_of

PAGE = "pages/public/error.html"
PARTIAL = "partials/notices/refusal.html"
WORDS: Mapping[int, tuple[str, str]] = {
    400: ("请求无法识别", "提交的内容不完整或格式不正确。请返回上一页，刷新后重新填写。"),
    403: ("没有权限", "您的账号不能进行此操作。请从菜单进入您的办事页面。"),
    404: ("没有找到该页面", "您要找的内容不存在，或者您不能查看。请检查网址，或从首页重新查找。"),
    405: ("不能这样访问", "该网址不支持这种访问方式。请从首页重新进入。"),
    408: ("提交超时", "提交的内容没有在规定时间内传完，没有保存。请检查网络后重新提交。"),
    409: ("现在不能办理", "内容已有变化。请刷新页面，查看最新状态。"),
    413: (
        "提交的内容过大",
        "提交的内容超过了允许的大小，没有保存。请返回上一页，缩小文件、减少内容或分几次提交。",
    ),
    422: ("填写的内容有误", "请返回上一页，按提示修改后重新提交。"),
    429: ("操作过于频繁", "请稍后再试。"),
    500: (
        "系统出现错误",
        "系统暂时无法完成此操作，您的内容没有保存。请稍后重试；如仍不成功，请联系主管部门。",
    ),
    503: (
        "系统暂时无法使用",
        "系统暂时无法使用，请稍后刷新。刚才提交的内容可能没有保存，请在系统恢复后先查看，再决定是否重新提交。",
    ),
}
RETRY_AFTER = "5"
"""Seconds. A database that was restarted is back by then."""
UNPROVEN = ("操作没有执行", "页面已过期，请返回刷新后重试。")
_ID_NUMBER = re.compile("[0-9]{17}[0-9Xx]")
"""Typed where it does not belong; an address that has one is not repeated in another."""
CONTRADICTED = "您的操作未执行，内容没有保存：它与系统中已有的记录冲突，可能刚刚有人办理过。请刷新页面，查看最新状态后再办理。"
STORE_AWAY = (
    "文件暂时不能上传和查看",
    "保存文件的设备暂时无法使用。刚才选择的文件没有保存，请稍后重新上传；其他业务不受影响。",
)
FILE_LOST = (
    "该文件暂时无法读取",
    "该文件暂时无法读取，系统已记录此问题，其他文件和业务不受影响。请稍后再试，仍无法读取时请联系主管部门，咨询电话12333。",
)
SIGN_IN_AGAIN = "登录已过期，请重新登录后再办理。"
LAST_RESORT = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><h1>{title}</h1><p>{sentence}</p><p><a href="/">返回首页</a></p></body></html>'
)


def show(request: Request, status: int, title: str, sentence: str, reference: str = "") -> Response:
    """The page or, for htmx, the refusal's fragment. Never fails itself: without templates there is plain text."""
    context = {"status": status, "title": title, "sentence": sentence, "reference": reference}
    try:
        return respond(request, PAGE, context, partial=PARTIAL, status=status)
    except Exception as error:  # noqa: BLE001
        log.error("error page failed", **trace(error))
        return HTMLResponse(LAST_RESORT.format(title=title, sentence=sentence), status, {"Vary": VARY})


def by_status(request: Request, status: int, sentence: str = "") -> Response:
    title, usual = WORDS.get(status, (HTTPStatus(status).phrase, WORDS[400][1]))
    return show(request, status, title, sentence or usual)


def to_sign_in(request: Request, notice: str = "") -> Response:
    """Nobody is signed in: on to sign-in, and back to this page after it (after a form, to the page it was on)."""
    wanted = request.scope["path"] if request.method in {"GET", "HEAD"} else _page_before(request)
    query = request.scope.get("query_string", b"").decode("latin-1")
    query = "" if _ID_NUMBER.search(query) else query
    wanted += f"?{query}" if query and request.method in {"GET", "HEAD"} else ""
    return redirect(request, f"/login?next={quote(wanted, safe='', errors='replace')}", notice)


def _page_before(request: Request) -> str:
    path = request.headers.get("referer", "").partition("://")[2].partition("/")[2]
    return local_path(f"/{path}") or "/"


def _http(request: Request, error: Exception) -> Response:
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    response = by_status(request, status)
    response.headers.update(headers or {})
    return response


def _told(request: Request, error: Exception) -> Response:
    return by_status(request, 409, error.sentence if isinstance(error, Told) else "")


def _invalid(request: Request, error: Exception) -> Response:
    messages = error.messages.values() if isinstance(error, Invalid) else ()
    return by_status(request, 422, " ".join(messages))


def _too_many(request: Request, error: Exception) -> Response:
    """Where a form does not say it in its own place."""
    response = by_status(request, 429, error.sentence if isinstance(error, Told) else "")
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.seconds)
    return response


def _forbidden(request: Request, _error: Exception) -> Response:
    return to_sign_in(request) if isinstance(viewer_of(request), Anyone) else by_status(request, 403)


def _soon(response: Response) -> Response:
    response.headers["Retry-After"] = RETRY_AFTER
    return response


def _unavailable(request: Request, error: Exception) -> Response:
    log.error("unavailable", said=str(error), **trace(error))
    return _soon(show(request, 503, *(STORE_AWAY if isinstance(error, store.Away) else WORDS[503])))


def _overloaded(request: Request, error: Exception) -> Response:
    log.warning("overloaded", **trace(error))
    return _soon(show(request, 503, "现在不能生成", str(error)))


def _unreadable(request: Request, error: Exception) -> Response:
    log.error("unreadable", key=str(error), **trace(error))
    what = "该文件" if isinstance(error, store.Lost) else "该内容"
    return show(request, 503, *(each.replace("该文件", what) for each in FILE_LOST))


def _unforeseen(request: Request, error: Exception) -> Response:
    log.error("unforeseen", **trace(error))
    return by_status(request, 409, CONTRADICTED)


Handler = Callable[[Request, Exception], Response]
Answering = Callable[[Request, Exception], Awaitable[Response]]


def _answering(handler: Handler) -> Answering:
    """Starlette hands a handler that is no coroutine to a thread, which costs more than the answer."""

    async def answering(request: Request, error: Exception) -> Response:
        return handler(request, error)

    return answering


_HANDLERS: dict[Any, Handler] = {
    HTTPException: _http,
    ClientDisconnect: lambda _request, _error: Response(status_code=400),
    Missing: lambda request, _error: by_status(request, 404),
    Forbidden: _forbidden,
    Stale: _told,
    Refused: _told,
    Invalid: _invalid,
    TooMany: _too_many,
    Overloaded: _overloaded,
    Unavailable: _unavailable,
    store.Lost: _unreadable,
    Unreadable: _unreadable,
    Unforeseen: _unforeseen,
    csrf.Unproven: lambda request, _error: show(request, 403, *UNPROVEN),
    csrf.Expired: lambda request, _error: to_sign_in(request, SIGN_IN_AGAIN),
}
HANDLERS: dict[Any, Answering] = {kind: _answering(handler) for kind, handler in _HANDLERS.items()}
"""For everything foreseen; the rest is `failed`."""


async def failed(request: Request, error: Exception) -> Response:
    """500, or 503 for whom not even the session could be looked up. Logged by web/logs.py, where the exception arrives
    afterwards."""
    if isinstance(error, Unavailable):
        return _unavailable(request, error)
    return show(request, 500, *WORDS[500], reference=getattr(request.state, "request_id", ""))
