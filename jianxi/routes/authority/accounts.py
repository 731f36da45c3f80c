"""「账号管理」: a county gives its units, and any office a graduate who stands before it, a link to a new password."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.crypto import tokens
from jianxi.documents.qr import svg
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Missing
from jianxi.forms.account_search import GraduateSearch, read_words
from jianxi.forms.reading import read
from jianxi.queries import office_accounts
from jianxi.queries.office_accounts import Line
from jianxi.services import reset_links
from jianxi.web import second_step
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import Fields, form_of, official_of, query_of, record_id, today_of
from jianxi.web.second_step import Step

PURPOSE = "graduate account"
SECONDS = 600
"""How long an office may take between finding a graduate and confirming."""
NOT_FOUND = "没有找到姓名和身份证号都相符的应届毕业生账号。请与身份证核对；往届毕业生和社会青年没有密码，用姓名和身份证号登录。"
ASK_APART = "身份证号请在“应届毕业生”一栏查找，不在此处输入。"
CONFIRM = "确认重置密码"
DOES = (
    "生成一个24小时内有效、只能使用一次的链接，请当面或通过可靠方式交给本人。",
    "此前为该账号生成的链接失效；本人打开链接并设置新密码后，原密码和全部登录失效。",
)


async def index(request: Request) -> Response:
    words = read_words(query_of(request).raw())
    if words is None:
        return redirect(request, _list(request), ASK_APART)
    return await _page(request, words)


async def look_up(request: Request) -> Response:
    """A graduate by name and ID number, which no address carries: on to the second step, or a word."""
    fields = await form_of(request)
    try:
        given = read(GraduateSearch, fields.raw(), today_of(request))
        account = await office_accounts.find_graduate(given.name, given.id_number.number)
        if account is None:
            raise Invalid({"id_number": NOT_FOUND})
    except Invalid as invalid:
        return await _page(request, "", fields, invalid.messages)
    return redirect(request, _of_graduate(request, account))


async def unit_reset(request: Request) -> Response:
    return await second_step.show(request, _step(await _unit(request)), _list(request))


async def unit_reset_sent(request: Request) -> Response:
    return await _issue(request, lambda: _unit(request))


async def graduate_reset(request: Request) -> Response:
    return await second_step.show(request, _step(await _graduate(request)), _list(request))


async def graduate_reset_sent(request: Request) -> Response:
    return await _issue(request, lambda: _graduate(request))


async def _unit(request: Request) -> Line:
    return await office_accounts.unit(official_of(request), record_id(request))


async def _graduate(request: Request) -> Line:
    """Only for the official who found them, for a while."""
    try:
        found = tokens.read(str(request.path_params["token"]), PURPOSE, SECONDS)
    except tokens.BadToken:
        raise Missing from None
    if not (isinstance(found, list) and found[1] == official_of(request).official):
        raise Missing
    return await office_accounts.graduate(int(found[0]))


def _of_graduate(request: Request, account: int) -> str:
    token = tokens.sign([account, official_of(request).official], PURPOSE)
    return str(request.app.url_path_for("authority:graduate_reset", token=token))


def _step(line: Line) -> Step:
    facts = (("名称", line.name), (line.told_as, line.told), ("登录名", line.username))
    objection = reset_links.LOCKED if line.is_locked else ""
    return Step(f"重置密码“{line.name}”", CONFIRM, line.version, objection, DOES, facts=facts)


async def _issue(request: Request, line_of: Callable[[], Awaitable[Line]]) -> Response:
    line = await line_of()

    async def fresh() -> Step:
        return _step(await line_of())

    async def deed(version: int, _reason: str, now: datetime) -> object:
        return await reset_links.issue(official_of(request), line.account, version, now)

    def hand_over(token: object) -> Response:
        path = request.app.url_path_for("password_reset", token=token)
        link = f"{str(request.app.state.settings.public_url).rstrip('/')}{path}"
        context = {"line": line, "link": link, "picture": svg(link, "链接的二维码")}
        return respond(request, "pages/authority/reset_link.html", context)

    return await second_step.carry_out(request, deed, fresh, "", _list(request), answer=hand_over)


async def _page(
    request: Request, words: str, fields: Fields | None = None, errors: dict[str, str] | None = None
) -> Response:
    viewer = official_of(request)
    paging = Paging(page_number(request), await office_accounts.count(viewer, words))
    context = {
        "has_units": viewer.role is Role.COUNTY,
        "words": words,
        "paging": paging,
        "rows": await office_accounts.page(viewer, words, offset=paging.offset, size=SIZE),
        "name": fields.one("name") if fields else "",
        "errors": errors or {},
    }
    status = 422 if errors else 200
    return respond(request, "pages/authority/accounts.html", context, status=status)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:accounts"))


routes = [
    Route("/accounts", index, name="accounts", methods=["GET"]),
    Route("/accounts", look_up, name="accounts", methods=["POST"]),
    Route("/accounts/{id}/reset", unit_reset, name="account_reset", methods=["GET"]),
    Route("/accounts/{id}/reset", unit_reset_sent, name="account_reset", methods=["POST"]),
    Route("/accounts/graduates/{token}", graduate_reset, name="graduate_reset", methods=["GET"]),
    Route("/accounts/graduates/{token}", graduate_reset_sent, name="graduate_reset", methods=["POST"]),
]
