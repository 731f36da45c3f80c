"""变更申请 of an approved 见习基地, and 变更联系方式和账户, which changes at once."""

from collections.abc import Mapping
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.bases import FLOW, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Missing, Told
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms import base_contacts
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.base_drafts import Draft
from jianxi.forms.reading import read
from jianxi.queries import base_pages, base_rounds, bases
from jianxi.routes.employer import base_acts
from jianxi.routes.employer.base_posts import Deeds
from jianxi.routes.employer.base_views import AMENDMENT, form_page
from jianxi.services import base_amendments as services
from jianxi.services.bases import save
from jianxi.templating import region
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, employer_of, form_of, now_of, today_of, whole_number

CHANGED = "已保存，联系方式和账户立即生效，不需审核。"


async def show(request: Request) -> Response:
    """The form with what was kept last; where nothing can be amended now, the record and why."""
    viewer = employer_of(request)
    page = await base_pages.own_page(viewer, today_of(request))
    if page.base is None:
        raise Missing
    if page.can_be_amended:
        return await form_page(request, AMENDMENT, page, page.draft)
    no = FLOW.objection(BaseVerb.AMEND, page.base.standing, Role.EMPLOYER)
    return redirect(request, str(request.app.url_path_for("employer:base")), no)


async def act(request: Request) -> Response:
    """Every button of the form and of its check page."""
    return await base_acts.act(DEEDS, request)


async def show_contacts(request: Request) -> Response:
    """The seven fields as they are in force."""
    viewer = employer_of(request)
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    no = FLOW.objection(BaseVerb.UPDATE, base.standing, Role.EMPLOYER)
    if no:
        return redirect(request, str(request.app.url_path_for("employer:base")), no)
    known = base_contacts.contacts_in(await base_rounds.in_force(base))
    return _contacts_page(request, known, base.version)


async def change_contacts(request: Request) -> Response:
    """保存: in force from now."""
    fields, shown = await form_of(request), whole_number((await form_of(request)).one("v"))
    version = -1 if shown is None else shown
    try:
        form = read(ContactsForm, fields.raw(), today_of(request))
        await services.update_contacts(employer_of(request), version, form, now_of(request))
    except Invalid as faults:
        return _contacts_page(request, _typed(fields), version, errors=faults.messages, status=422)
    except Told as no:
        return await _contacts_as_typed(request, fields, on_page(no))
    return redirect(request, str(request.app.url_path_for("employer:base")), CHANGED)


async def _contacts_as_typed(request: Request, fields: Fields, refusal: str) -> Response:
    """409: nothing typed is lost, and the next press is of the version as it now is."""
    base = await bases.of_employer(employer_of(request))
    fresh = base.version if base else 0
    return _contacts_page(request, _typed(fields), fresh, refusal=refusal, status=409)


def _typed(fields: Fields) -> Mapping[str, str]:
    return {name: fields.one(name) for name in base_contacts.CONTACTS}


def _contacts_page(
    request: Request,
    values: Mapping[str, str],
    version: int,
    *,
    errors: Mapping[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> Response:
    context = {"v": values, "version": version, "errors": errors or {}, "refusal": refusal}
    return respond(request, "pages/employer/base_contacts.html", context, status=status)


async def _keep(viewer: EmployerViewer, version: int, draft: Draft, now: datetime, _: date) -> int:
    """A draft, contacts and all: nothing of it takes effect before 确认提交变更."""
    return await save(viewer, version, draft, now, becomes=BaseVerb.AMEND)


def _told(reference: str, county: str) -> str:
    if not reference:
        return CHANGED
    return (
        f"变更申请已提交，编号 {reference}。由{region(county)}初审；审核期间仍按已审核通过的内容执行，"
        "联系方式和账户有变更的已立即生效。"
    )


KEPT = "已保存草稿，还没有生效。请填写完整后点“提交变更”；只变更联系方式和账户的，也可以办理“变更联系方式和账户”。"
DEEDS = Deeds(AMENDMENT, BaseVerb.AMEND, _keep, KEPT, services.amend, _told)
routes = [
    Route("/base/amendment", show, name="base_amendment", methods=["GET"]),
    Route("/base/amendment", act, methods=["POST"]),
    Route("/base/contacts", show_contacts, name="base_contacts", methods=["GET"]),
    Route("/base/contacts", change_contacts, methods=["POST"]),
]
