"""通知 at every desk: the list, 查看, 标为已读 and 全部标为已读."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import notices
from jianxi.services import notice_reading
from jianxi.web.jobs import NAMES as NAMES_OF_JOBS
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, form_of, now_of, record_id, viewer_of, whole_number

NAMES = {
    "employer": ("employer:notices", "employer:notice_reading", "employer:notices_reading"),
    "applicant": ("applicant:notices", "applicant:notice_reading", "applicant:notices_reading"),
    "authority": ("authority:notices", "authority:notice_reading", "authority:notices_reading"),
}
"""By desk: the list, 标为已读 of one, of all."""


async def index(request: Request) -> Response:
    viewer = viewer_of(request)
    total = await notices.total(viewer)
    paging = Paging(page_number(request), total.many, capped=total.capped)
    rows = await notices.page(viewer, offset=paging.offset, size=SIZE)
    about = {"newest": total.newest, "url": _list(request), "names": _names(request)}
    shared = isinstance(viewer, OfficialViewer)
    context = {"rows": rows, "paging": paging, "is_shared": shared, "jobs": _jobs(request), **about}
    return respond(request, "pages/notices.html", context)


async def read(request: Request) -> Response:
    """标为已读, or 查看: then on to the record. A POST, for it is written down that it was read."""
    fields = await form_of(request)
    found = await notice_reading.read(viewer_of(request), record_id(request), now_of(request))
    if fields.one("act") == "look":
        return redirect(request, found.path)
    return redirect(request, back_of(fields, _list(request)))


async def read_all(request: Request) -> Response:
    fields = await form_of(request)
    newest = whole_number(fields.one("newest")) or 0
    many = await notice_reading.read_all(viewer_of(request), newest, now_of(request))
    return redirect(request, _list(request), f"已将{many}条通知标为已读。" if many else "没有未读的通知。")


def _jobs(request: Request) -> str:
    """Where 后台任务 are, at the desks that have some."""
    desk = request.url.path.split("/")[1]
    return str(request.app.url_path_for(NAMES_OF_JOBS[desk].all)) if desk in NAMES_OF_JOBS else ""


def _names(request: Request) -> tuple[str, str, str]:
    """Of the desk where one is."""
    return NAMES[request.url.path.split("/")[1]]


def _list(request: Request) -> str:
    return str(request.app.url_path_for(_names(request)[0]))


routes = [
    Route("/notices", index, name="notices", methods=["GET"]),
    Route("/notices/reading", read_all, name="notices_reading", methods=["POST"]),
    Route("/notices/{id}/reading", read, name="notice_reading", methods=["POST"]),
]
