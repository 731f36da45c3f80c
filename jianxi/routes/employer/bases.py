"""见习基地申请: the form, its check page and what became of it."""

from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.bases import BaseVerb
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import Draft, facts
from jianxi.queries import base_pages, bases
from jianxi.routes.employer import base_acts
from jianxi.routes.employer.base_posts import Deeds
from jianxi.routes.employer.base_views import APPLICATION, form_page, record_page
from jianxi.services import bases as services
from jianxi.templating import region
from jianxi.web.pages import respond
from jianxi.web.requests import employer_of, record_id, today_of


async def show(request: Request) -> Response:
    """The form while there is something to fill in, else what was submitted."""
    viewer = employer_of(request)
    page = await base_pages.own_page(viewer, today_of(request))
    if page.can_be_filled_in:
        return await form_page(request, APPLICATION, page, page.draft)
    return await record_page(request, viewer, page)


async def act(request: Request) -> Response:
    """Every button of the form and of its check page."""
    return await base_acts.act(DEEDS, request)


async def version(request: Request) -> Response:
    """One submission, read-only."""
    viewer = employer_of(request)
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    found = await base_pages.submission(viewer, base, today_of(request), record_id(request, "round"))
    context = {"submission": found, "facts": facts(found.content), "kinds": FILE_KINDS}
    return respond(request, "pages/employer/base_version.html", context)


async def _keep(viewer: EmployerViewer, version: int, draft: Draft, now: datetime, today: date) -> int:
    return await services.save(viewer, version, draft, now)


def _told(reference: str, county: str) -> str:
    return f"已提交，编号 {reference}。由{region(county)}初审，结果会显示在本页。"


DEEDS = Deeds(
    APPLICATION, BaseVerb.SUBMIT, _keep, "已保存草稿，尚未提交。填写完整后点“提交”。", services.submit, _told
)
routes = [
    Route("/base", show, name="base"),
    Route("/base", act, name="base_act", methods=["POST"]),
    Route("/base/versions/{round}", version, name="base_version"),
]
