"""后台任务 and the request that asked for one: on to its page, where it is followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.jobs import JobKind, reckoned
from jianxi.domain.outcomes import Forbidden
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.services import jobs
from jianxi.web.pages import redirect
from jianxi.web.requests import addresses, now_of, viewer_of


def later(request: Request, id: int) -> Response:
    """303 to the job's page at the desk of the request."""
    return redirect(request, page_of(request, id))


def page_of(request: Request, id: int) -> str:
    return str(addresses(request.app)(names_of(request).one, id=id))


@dataclass(frozen=True, slots=True)
class Names:
    """Of a desk's routes: the list, one job, 取消, 下载."""

    all: str
    one: str
    cancellation: str
    result: str


NAMES = {
    "employer": Names("employer:jobs", "employer:job", "employer:job_cancellation", "employer:job_result"),
    "authority": Names(
        "authority:jobs", "authority:job", "authority:job_cancellation", "authority:job_result"
    ),
}


def names_of(request: Request) -> Names:
    """Of the desk where one is."""
    return NAMES[request.url.path.split("/")[1]]


def is_large(request: Request, rows: int) -> bool:
    """Too much to be done while somebody waits for the page."""
    return rows > int(request.app.state.large)


def is_long(request: Request, rows: int) -> bool:
    """The same of the rows of a 花名册 (queries/roster_sizes.py) that are computed and not made into a workbook."""
    return is_large(request, reckoned(rows))


async def put_off(request: Request, kind: JobKind, label: str, args: Mapping[str, Any]) -> Response:
    """What would take too long to wait for: asked for as a job, and on to its page. `label` without personal data."""
    viewer = viewer_of(request)
    if not isinstance(viewer, EmployerViewer | OfficialViewer):
        raise Forbidden
    return later(request, await jobs.ask(viewer, kind, label, args, now_of(request)))
