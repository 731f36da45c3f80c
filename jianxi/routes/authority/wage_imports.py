"""导入最低工资标准: a workbook is read and shown with what it would do, then confirmed; and its template."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Stale
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import wage_sheet
from jianxi.queries.parameter_effects import effect
from jianxi.routes.authority.wage_steps import list_url
from jianxi.routes.authority.wages import settable
from jianxi.services import wage_imports
from jianxi.services.wage_imports import Preview
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, form_of, now_of, official_of, today_of, version_of

PAGE, CHECK = "pages/authority/wage_import.html", "pages/authority/wage_preview.html"
NO_FILE = "请选择要导入的XLSX文件"


async def choose(request: Request) -> Response:
    """Where the workbook is handed in."""
    await settable(request)
    return respond(request, PAGE, {"errors": {}, "refusal": ""})


async def bring_wages_in(request: Request) -> Response:
    """导入: what the workbook would do; with the confirm field, 确认导入."""
    await settable(request)
    viewer, fields = official_of(request), await form_of(request)
    if fields.one("confirm"):
        return await _confirmed(request, viewer, fields)
    try:
        return await _check(request, viewer, await _read(viewer, fields, now_of(request)))
    except Malformed as no:
        return respond(request, PAGE, {"errors": {"file": no.sentence}, "refusal": ""}, status=422)


async def _read(viewer: OfficialViewer, fields: Fields, now: datetime) -> Preview:
    file = fields.file("file")
    if file is None:
        raise Malformed(NO_FILE)
    return await wage_imports.preview(viewer, await file.read(), now)


async def _confirmed(request: Request, viewer: OfficialViewer, fields: Fields) -> Response:
    token, now = fields.one("rows"), now_of(request)
    try:
        many = await wage_imports.bring_in(viewer, token, version_of(fields), now)
    except Stale as no:
        try:
            found = await wage_imports.again(viewer, token, now)
        except Stale:
            return respond(request, PAGE, {"errors": {}, "refusal": on_page(no)}, status=409)
        return await _check(request, viewer, found, on_page(no))
    return redirect(request, list_url(request), f"已导入{many:,}项最低工资标准。")


async def _check(request: Request, viewer: OfficialViewer, found: Preview, refusal: str = "") -> Response:
    would = await effect(found.values, today_of(request))
    context = {
        "preview": found,
        "rows": wage_imports.frozen(viewer, found.values),
        "does": would.sentences if would else (),
        "refusal": refusal,
    }
    return respond(request, CHECK, context, status=409 if refusal else 200)


async def template(request: Request) -> Response:
    """下载模板: the city's counties, to be filled in."""
    counties = [(each.code, each.name) for each in (await settable(request)).counties]
    return download(wage_sheet.template(counties), f"{wage_sheet.TITLE}模板.xlsx", XLSX)


routes = [
    Route("/wages/import", choose, name="wages_import", methods=["GET"]),
    Route("/wages/import", bring_wages_in, methods=["POST"]),
    Route("/wages/template", template, name="wages_template", methods=["GET"]),
]
