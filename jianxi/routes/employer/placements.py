"""上岗人员管理: everybody whom the employer takes on, and each one's page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.codes import INSURANCES
from jianxi.domain.jobs import JobKind
from jianxi.exports import trainee_sheet
from jianxi.forms.trainee_filters import read_filters
from jianxi.queries import reminders, trainee_lists, trainee_pages
from jianxi.queries import trainee_exports as trainee_lines
from jianxi.services import trainee_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, employer_of, now_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, filters, today = employer_of(request), read_filters(query_of(request).raw()), today_of(request)
    tabs = await trainee_lists.tabs(viewer, filters, today)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await trainee_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "tabs": tabs, "current": current, "paging": paging, "filters": filters}
    return respond(request, "pages/employer/placements.html", context)


async def export(request: Request) -> Response:
    """导出: exactly the rows of the list. Whoever asks only for its head takes nothing out of the house."""
    viewer, name = employer_of(request), f"{trainee_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    asked = query_of(request).raw()
    filters = read_filters(asked)
    if is_large(request, await trainee_lines.many(viewer, filters, today_of(request))):
        return await put_off(request, JobKind.TRAINEES_EXPORT, f"导出{trainee_sheet.TITLE}", {"asked": asked})
    return download(await trainee_exports.export(viewer, filters, now_of(request)), name, XLSX)


async def show(request: Request) -> Response:
    """One of them: facts, papers, what can be done, and what happened."""
    viewer = employer_of(request)
    page = await trainee_pages.get(viewer, record_id(request), today_of(request))
    back = back_of(query_of(request), str(request.app.url_path_for("employer:placements")))
    sent = await reminders.of(page.trainee.placement.id, [each.departure.id for each in page.departures])
    context = {"page": page, "kinds": INSURANCES, "back": back, "reminders": sent}
    return respond(request, "pages/employer/placement.html", context)


routes = [
    Route("/placements", index, name="placements", methods=["GET"]),
    Route("/placements/export", export, name="placements_export", methods=["GET"]),
    Route("/placements/{id}", show, name="placement", methods=["GET"]),
]
