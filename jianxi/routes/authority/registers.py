"""毕业生信息库: the register's rows of a region, searched; import from a workbook, and its template."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Invalid
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import register_sheet
from jianxi.forms.register_filters import full_number, read_filters
from jianxi.queries import regions, registers
from jianxi.queries.registers import keeper
from jianxi.services import jobs
from jianxi.services.registers import Outcome, import_sheet, sheet_of
from jianxi.web.downloads import download
from jianxi.web.jobs import is_large, later
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import form_of, now_of, official_of, query_of, today_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_FAULTS = 500
LONG_TO_READ = 2 * 1024 * 1024
"""Bytes of a workbook that has many rows for certain, and takes long even to count them."""
NO_FILE = "请选择要导入的XLSX文件"
ASK_APART = "身份证号请在“身份证号”栏查找，不在此处输入。"
NOT_WHOLE = "身份证号须输入完整的18位。"
NOT_FOUND = "没有找到该身份证号的毕业生。请核对号码；生源地不在本地区的毕业生由其所在地区管理。"


async def index(request: Request) -> Response:
    """The list as narrowed by its address. An ID number in it is taken out before anything repeats it."""
    viewer, asked = keeper(official_of(request)), query_of(request).raw()
    if full_number(asked, "q"):
        return redirect(request, _list(request), ASK_APART)
    filters = read_filters(asked)
    paging = Paging(page_number(request), await registers.count(viewer, filters))
    rows = await registers.page(viewer, filters, offset=paging.offset, size=SIZE)
    counties = (await regions.directory()).counties_of(viewer.region) if viewer.role is Role.CITY else ()
    context = {"rows": rows, "paging": paging, "filters": filters, "cohorts": await registers.cohorts(viewer)}
    more = {"counties": [(county.code, county.name) for county in counties]}
    return respond(request, "pages/authority/register.html", {**context, **more})


async def look_up(request: Request) -> Response:
    """查找 by a whole ID number, which no address carries: on to the row, or back with a word."""
    viewer, number = keeper(official_of(request)), full_number((await form_of(request)).raw(), "id_number")
    if not number:
        return redirect(request, _list(request), NOT_WHOLE)
    found = await registers.find(viewer, number)
    if found is None:
        return redirect(request, _list(request), NOT_FOUND)
    return redirect(request, str(request.app.url_path_for("authority:graduate", id=found)))


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:register"))


async def choose(request: Request) -> Response:
    """Where the workbook is handed in."""
    keeper(official_of(request))
    return respond(request, "pages/authority/register_import.html", {"errors": {}})


async def bring_in(request: Request) -> Response:
    """导入: what was taken, and what not and why."""
    viewer, file = keeper(official_of(request)), (await form_of(request)).file("file")
    try:
        outcome = await _import(request, viewer, file)
    except (Invalid, Malformed) as no:
        errors = no.messages if isinstance(no, Invalid) else {"file": str(no)}
        return respond(request, "pages/authority/register_import.html", {"errors": errors}, status=422)
    if isinstance(outcome, int):
        return later(request, outcome)
    return _told(request, outcome)


def _told(request: Request, outcome: Outcome) -> Response:
    context = {"outcome": outcome, "faults": outcome.faults[:MOST_FAULTS]}
    return respond(request, "pages/authority/register_result.html", context)


async def _import(request: Request, viewer: OfficialViewer, file: UploadFile | None) -> Outcome | int:
    """What it did; of many rows the id of the 后台任务, whose page tells what could not be taken."""
    if file is None:
        raise Invalid({"file": NO_FILE})
    data = await file.read()
    sheet = None if len(data) > LONG_TO_READ else await sheet_of(data)
    if sheet is not None and not is_large(request, len(sheet)):
        return await import_sheet(viewer, sheet, now_of(request))
    sent = await jobs.keep(f"{register_sheet.TITLE}.xlsx", data)
    return await jobs.ask(viewer, JobKind.REGISTER_IMPORT, "导入毕业生信息", {}, now_of(request), sent)


async def template(request: Request) -> Response:
    """下载模板."""
    keeper(official_of(request))
    return download(register_sheet.template(today_of(request)), f"{register_sheet.TITLE}模板.xlsx", XLSX)


routes = [
    Route("/register", index, name="register", methods=["GET"]),
    Route("/register", look_up, methods=["POST"]),
    Route("/register/import", choose, name="register_import", methods=["GET"]),
    Route("/register/import", bring_in, methods=["POST"]),
    Route("/register/template", template, name="register_template", methods=["GET"]),
]
