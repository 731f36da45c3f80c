"""后台任务 at the desks of units and offices: the list, one job with its progress, 取消, and its result."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import counts, jobs
from jianxi.services import job_results
from jianxi.services import jobs as services
from jianxi.web.downloads import XLSX, stream
from jianxi.web.jobs import names_of, page_of
from jianxi.web.pages import fragment, redirect, respond, wants_partial
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import now_of, record_id, today_of, viewer_of

PARTIAL, AROUND = "partials/jobs/standing.html", "partials/jobs/around.html"


def asker_of(request: Request) -> EmployerViewer | OfficialViewer:
    """Persons have no jobs, and their desk no such page."""
    viewer = viewer_of(request)
    if isinstance(viewer, EmployerViewer | OfficialViewer):
        return viewer
    raise Missing


async def index(request: Request) -> Response:
    viewer, names = asker_of(request), names_of(request)
    paging = Paging(page_number(request), await jobs.count(viewer))
    rows = await jobs.page(viewer, offset=paging.offset, size=SIZE)
    is_shared = isinstance(viewer, OfficialViewer)
    context = {"rows": rows, "paging": paging, "names": names, "is_shared": is_shared}
    return respond(request, "pages/jobs/list.html", context)


async def show(request: Request) -> Response:
    """Asked for every two seconds while it is open, and then no more."""
    if wants_partial(request):
        return await _piece(request)
    return respond(request, "pages/jobs/job.html", await _shown(request))


async def cancel(request: Request) -> Response:
    """取消任务."""
    id = record_id(request)
    try:
        await services.cancel(asker_of(request), id, now_of(request))
    except Refused as no:
        if wants_partial(request):
            return await _piece(request, no.sentence)
        raise
    return await _piece(request) if wants_partial(request) else redirect(request, page_of(request, id))


async def result(request: Request) -> Response:
    """What it has made, to save. Each download takes something out of the house, and is logged."""
    viewer, job = asker_of(request), await jobs.get(asker_of(request), record_id(request))
    if job.result is None:
        raise Missing
    if request.method != "HEAD":
        await job_results.taken(viewer, job, now_of(request))
    return stream(request, jobs.content(job.result), job.result.size, job.result.name, XLSX)


async def _piece(request: Request, refusal: str = "") -> Response:
    """Where it stands, and what the menu counts now."""
    request.state.waiting = await counts.waiting(viewer_of(request), today_of(request))
    context = {**await _shown(request), "refusal": refusal}
    return fragment(request, PARTIAL, context, status=409 if refusal else 200, around=AROUND)


async def _shown(request: Request) -> dict[str, object]:
    job = await jobs.get(asker_of(request), record_id(request))
    before = await jobs.before(job) if job.standing.waits else 0
    return {"job": job, "before": before, "names": names_of(request)}


routes = [
    Route("/jobs", index, name="jobs", methods=["GET"]),
    Route("/jobs/{id}", show, name="job", methods=["GET"]),
    Route("/jobs/{id}/cancellation", cancel, name="job_cancellation", methods=["POST"]),
    Route("/jobs/{id}/result", result, name="job_result", methods=["GET"]),
]
