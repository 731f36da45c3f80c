"""见习基地申请: the form, its check page and what became of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Missing, Told
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import ROWS, Draft, facts, typed, with_row, without_blank_rows, without_row
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_pages, bases
from jianxi.routes.employer.base_views import check_page, form_page, record_page, told_page
from jianxi.services import bases as deeds
from jianxi.templating import region
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, employer_of, form_of, now_of, record_id, today_of, whole_number

SAVED = "已保存草稿，尚未提交。填写完整后点“提交”。"


@dataclass(frozen=True, slots=True)
class Posted:
    """What came with the form."""

    viewer: EmployerViewer
    version: int
    draft: Draft
    on: str
    """What follows the act's colon: the row."""


Act = Callable[[Request, Posted], Awaitable[Response]]


async def show(request: Request) -> Response:
    """The form while there is something to fill in, else what was submitted."""
    viewer = employer_of(request)
    page = await base_pages.own_page(viewer, today_of(request))
    if page.can_be_filled_in:
        return form_page(request, page, page.draft)
    return await record_page(request, viewer, page)


async def act(request: Request) -> Response:
    """Every button of the form and of its check page."""
    fields = await form_of(request)
    name, _, on = fields.one("act").partition(":")
    posted = _posted(employer_of(request), fields, on)
    try:
        return await ACTS.get(name, save)(request, posted)
    except Told as no:
        return await told_page(request, posted.viewer, posted.draft, no.sentence)
    except Invalid as invalid:
        return await again(request, posted, without_blank_rows(posted.draft), invalid.messages)


def _posted(viewer: EmployerViewer, fields: Fields, on: str) -> Posted:
    """A version that is no number is none that was ever shown."""
    shown = whole_number(fields.one("v"))
    return Posted(viewer, -1 if shown is None else shown, typed(fields.raw()), on)


async def again(
    request: Request, posted: Posted, draft: Draft, errors: Mapping[str, str], focus: str = ""
) -> Response:
    """The form as typed, still of the version that was shown: 422 with messages."""
    page = await base_pages.own_page(posted.viewer, today_of(request))
    return form_page(request, page, draft, version=posted.version, errors=errors, focus=focus)


async def save(request: Request, posted: Posted) -> Response:
    await deeds.save(posted.viewer, posted.version, without_blank_rows(posted.draft), now_of(request))
    return redirect(request, str(request.app.url_path_for("employer:base")), SAVED)


async def check(request: Request, posted: Posted) -> Response:
    """提交: once it reads well it is kept and laid out whole, to be confirmed."""
    form = read(BaseForm, posted.draft.raw(), today_of(request))
    page = await base_pages.own_page(posted.viewer, today_of(request))
    version, draft = posted.version, without_blank_rows(posted.draft)
    if "save" in page.offers:
        version = await deeds.save(posted.viewer, version, draft, now_of(request))
    return check_page(request, page, form, draft, version)


async def confirm(request: Request, posted: Posted) -> Response:
    """确认提交: read anew, since between the pages the day or the text may have changed."""
    form = read(BaseForm, posted.draft.raw(), today_of(request))
    reference = await deeds.submit(posted.viewer, posted.version, form, now_of(request))
    page = await base_pages.own_page(posted.viewer, today_of(request))
    return redirect(
        request, str(request.app.url_path_for("employer:base")), submitted(reference, page.unit.county)
    )


async def edit(request: Request, posted: Posted) -> Response:
    return await again(request, posted, posted.draft, {})


async def add(request: Request, posted: Posted, prefix: str) -> Response:
    draft = with_row(posted.draft, prefix)
    first = next(iter(ROWS[prefix].model_fields))
    return await again(request, posted, draft, {}, f"{prefix}-{len(draft.rows(prefix)) - 1}-{first}")


async def remove(request: Request, posted: Posted, prefix: str) -> Response:
    index = whole_number(posted.on)
    draft = posted.draft if index is None else without_row(posted.draft, prefix, index)
    return await again(request, posted, draft, {})


async def version(request: Request) -> Response:
    """One submission, read-only."""
    viewer = employer_of(request)
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    found = await base_pages.submission(viewer, base, today_of(request), record_id(request, "round"))
    context = {"submission": found, "facts": facts(found.content)}
    return respond(request, "pages/employer/base_version.html", context)


def submitted(reference: str, county: str) -> str:
    return f"已提交，编号 {reference}。由{region(county)}初审，结果会显示在本页。"


def _rows(act: Callable[[Request, Posted, str], Awaitable[Response]], prefix: str) -> Act:
    return lambda request, posted: act(request, posted, prefix)


ACTS: dict[str, Act] = {
    "save": save,
    "submit": check,
    "confirm": confirm,
    "edit": edit,
    **{f"add-{prefix}": _rows(add, prefix) for prefix in ROWS},
    **{f"remove-{prefix}": _rows(remove, prefix) for prefix in ROWS},
}
"""Enter in a field saves, and so does a button that is not known."""

routes = [
    Route("/base", show, name="base"),
    Route("/base", act, name="base_act", methods=["POST"]),
    Route("/base/versions/{round}", version, name="base_version"),
]
