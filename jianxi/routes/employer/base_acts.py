"""What the form of 见习基地申请 and of its 变更申请 share: every button of the form and of its check page."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import ROWS, Draft, typed, with_row, without_blank_rows, without_row
from jianxi.forms.base_merging import shown_in
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_pages
from jianxi.routes.employer.base_views import Paper, Tab, check_page, form_page, told_page
from jianxi.web.pages import redirect
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, employer_of, form_of, now_of, today_of, whole_number

Keep = Callable[[EmployerViewer, int, Draft, datetime, date], Awaitable[int]]
"""Answers the base's version then."""
Submit = Callable[[EmployerViewer, int, BaseForm, datetime], Awaitable[str]]
"""Answers the reference number; empty where nothing is to be reviewed."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What one of the two papers does with what was typed."""

    paper: Paper
    keep: Keep
    kept: str
    """What is told after 保存草稿."""
    submit: Submit
    told: Callable[[str, str], str]
    """Of the reference number and the county, after 确认提交."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What came with the form."""

    deeds: Deeds
    viewer: EmployerViewer
    version: int
    draft: Draft
    shown: Mapping[str, str]
    """The form as this tab was given it."""
    on: str
    """What follows the act's colon: the row."""


Act = Callable[[Request, Posted], Awaitable[Response]]


async def act(deeds: Deeds, request: Request) -> Response:
    """Every button of the form and of its check page."""
    fields = await form_of(request)
    name, _, on = fields.one("act").partition(":")
    posted = _posted(deeds, employer_of(request), fields, on)
    try:
        return await ACTS.get(name, save)(request, posted)
    except Told as no:
        return await told_page(request, deeds.paper, posted.viewer, posted.draft, posted.shown, on_page(no))
    except Invalid as invalid:
        return await again(request, posted, without_blank_rows(posted.draft), invalid.messages)


def _posted(deeds: Deeds, viewer: EmployerViewer, fields: Fields, on: str) -> Posted:
    """A version that is no number is none that was ever shown."""
    shown = whole_number(fields.one("v"))
    raw = fields.raw()
    return Posted(deeds, viewer, -1 if shown is None else shown, typed(raw), shown_in(raw), on)


async def again(
    request: Request, posted: Posted, draft: Draft, errors: Mapping[str, str], focus: str = ""
) -> Response:
    """The form as typed, still of the version that was shown: 422 with messages."""
    page, paper = await base_pages.own_page(posted.viewer, today_of(request)), posted.deeds.paper
    tab = Tab(posted.version, posted.shown)
    return form_page(request, paper, page, draft, tab, errors=errors, focus=focus)


async def save(request: Request, posted: Posted) -> Response:
    draft = without_blank_rows(posted.draft)
    await posted.deeds.keep(posted.viewer, posted.version, draft, now_of(request), today_of(request))
    return redirect(request, _home(request), posted.deeds.kept)


async def check(request: Request, posted: Posted) -> Response:
    """提交: once it reads well it is kept as a draft and laid out whole, to be confirmed. Nothing takes effect yet."""
    now, today = now_of(request), today_of(request)
    form = read(BaseForm, posted.draft.raw(), today)
    page = await base_pages.own_page(posted.viewer, today)
    version, draft = posted.version, without_blank_rows(posted.draft)
    if "save" in page.offers:
        version = await posted.deeds.keep(posted.viewer, version, draft, now, today)
    return await check_page(request, posted.deeds.paper, page, form, draft, Tab(version, posted.shown))


async def confirm(request: Request, posted: Posted) -> Response:
    """确认提交: read anew, since between the pages the day or the text may have changed."""
    form = read(BaseForm, posted.draft.raw(), today_of(request))
    reference = await posted.deeds.submit(posted.viewer, posted.version, form, now_of(request))
    page = await base_pages.own_page(posted.viewer, today_of(request))
    return redirect(request, _home(request), posted.deeds.told(reference, page.unit.county))


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


def _home(request: Request) -> str:
    return str(request.app.url_path_for("employer:base"))


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
