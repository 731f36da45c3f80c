"""What the form of 见习基地申请 and of its 变更申请 share: every button of the form and of its check page."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.base_parts import FILE_KINDS, PARTS
from jianxi.domain.bases import FLOW
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Stale, Told
from jianxi.forms.base_drafts import ROWS, Draft, with_row, without_blank_rows, without_row
from jianxi.forms.base_merging import as_shown
from jianxi.forms.base_parts import with_part
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import base_files, base_pages
from jianxi.queries.base_pages import OwnPage
from jianxi.routes.employer import base_uploads, base_views
from jianxi.routes.employer.base_posts import Deeds, Posted, posted_of, pressed
from jianxi.routes.employer.base_views import Tab, check_page, form_page, told_page
from jianxi.services import base_files as services
from jianxi.services.bases import SAVED_ELSEWHERE
from jianxi.web.pages import redirect, wants_partial
from jianxi.web.refusals import on_page
from jianxi.web.requests import employer_of, form_of, now_of, today_of, whole_number

NOTHING_CHOSEN = "没有选择文件，请先选择文件再上传"
Act = Callable[[Request, Posted], Awaitable[Response]]


async def act(deeds: Deeds, request: Request) -> Response:
    """Every button of the form and of its check page."""
    fields = await form_of(request)
    name, on = pressed(fields)
    posted = posted_of(deeds, employer_of(request), fields, on)
    try:
        refused = await base_uploads.take_in(posted.viewer, fields, deeds.becomes, now_of(request))
        return await ACTS.get(name, save)(request, replace(posted, refused=refused))
    except Told as no:
        if wants_partial(request):
            # The piece of the form that was asked for has no place for it; everything typed is still on the page.
            raise
        return await told_page(request, deeds.paper, posted.viewer, posted.draft, posted.shown, on_page(no))
    except Invalid as invalid:
        return await again(request, posted, without_blank_rows(posted.draft), invalid.messages)


async def again(
    request: Request, posted: Posted, draft: Draft, errors: Mapping[str, str], focus: str = ""
) -> Response:
    """The form as typed, still of the version that was shown: 422 with messages."""
    page, paper = await base_pages.own_page(posted.viewer, today_of(request)), posted.deeds.paper
    tab = Tab(page.version if posted.is_of(page) else posted.version, posted.shown)
    return await form_page(request, paper, page, draft, tab, errors=errors, focus=focus)


async def save(request: Request, posted: Posted) -> Response:
    """保存草稿, or 保存本项 where a part is named. Files that were refused are told on the form."""
    if posted.on in PARTS:
        return await save_part(request, posted)
    draft, now = without_blank_rows(posted.draft), now_of(request)
    version = await posted.deeds.keep(posted.viewer, posted.version, draft, now, today_of(request))
    if posted.refused:
        kept = replace(posted, version=version, shown=as_shown(draft))
        return await again(request, kept, draft, posted.refused)
    return redirect(request, _home(request), posted.deeds.kept)


async def save_part(request: Request, posted: Posted) -> Response:
    """保存本项: only this part is kept. What is typed elsewhere stays on the page, unsaved."""
    today = today_of(request)
    page = await base_pages.own_page(posted.viewer, today)
    if page.base is not None:
        FLOW.decide(posted.deeds.becomes, page.base.standing, Role.EMPLOYER)
    if not posted.is_of(page):
        raise Stale(SAVED_ELSEWHERE)
    draft = with_part(page.draft, posted.draft, posted.on)
    await posted.deeds.keep(posted.viewer, posted.version, draft, now_of(request), today)
    page, paper = await base_pages.own_page(posted.viewer, today), posted.deeds.paper
    return await form_page(request, paper, page, posted.draft, errors=posted.refused, saved=posted.on)


async def check(request: Request, posted: Posted) -> Response:
    """提交: once it reads well it is kept as a draft and laid out whole, to be confirmed. Nothing takes effect yet."""
    now, today = now_of(request), today_of(request)
    page = await base_pages.own_page(posted.viewer, today)
    form = await _complete(posted, page, today)
    version, draft = posted.version, without_blank_rows(posted.draft)
    if "save" in page.offers:
        version = await posted.deeds.keep(posted.viewer, version, draft, now, today)
    return await check_page(request, posted.deeds.paper, page, form, draft, Tab(version, posted.shown))


async def _complete(posted: Posted, page: OwnPage, today: date) -> BaseForm:
    """`Invalid` with everything at once: fields, files that are missing, files that were not taken."""
    told: dict[str, str] = {}
    try:
        form = read(BaseForm, posted.draft.raw(), today)
    except Invalid as invalid:
        told |= invalid.messages | base_files.missing(page.files)
    else:
        if await base_views.needs_review(posted.deeds.paper, page, form):
            told |= base_files.missing(page.files)
    told |= posted.refused
    if told:
        raise Invalid(told)
    return form


async def confirm(request: Request, posted: Posted) -> Response:
    """确认提交: read anew, since between the pages the day or the text may have changed."""
    form = read(BaseForm, posted.draft.raw(), today_of(request))
    submit = posted.deeds.submit
    reference = await submit(posted.viewer, posted.version, form, now_of(request), posted.files)
    page = await base_pages.own_page(posted.viewer, today_of(request))
    return redirect(request, _home(request), posted.deeds.told(reference, page.unit.county))


async def edit(request: Request, posted: Posted) -> Response:
    """返回修改."""
    return await again(request, posted, posted.draft, posted.refused)


async def upload(request: Request, posted: Posted) -> Response:
    """上传: the files were taken in before; pressed without any while there are none, it says so."""
    fields = await form_of(request)
    chosen = any(fields.uploads(kind) for kind in FILE_KINDS)
    page = await base_pages.own_page(posted.viewer, today_of(request))
    has = chosen or any(held.kind == posted.on for held in page.files)
    nothing = {posted.on: NOTHING_CHOSEN} if posted.on in FILE_KINDS and not has else {}
    return await again(request, posted, posted.draft, {**nothing, **posted.refused})


async def drop(request: Request, posted: Posted) -> Response:
    """删除 of a file."""
    file, becomes, kind = whole_number(posted.on), posted.deeds.becomes, ""
    if file is not None:
        kind = await services.remove(posted.viewer, file, now_of(request), becomes)
    return await again(request, posted, posted.draft, posted.refused, f"files-{kind}")


async def add(request: Request, posted: Posted, prefix: str) -> Response:
    draft = with_row(posted.draft, prefix)
    first = next(iter(ROWS[prefix].model_fields))
    return await again(
        request, posted, draft, posted.refused, f"{prefix}-{len(draft.rows(prefix)) - 1}-{first}"
    )


async def remove(request: Request, posted: Posted, prefix: str) -> Response:
    index = whole_number(posted.on)
    draft = posted.draft if index is None else without_row(posted.draft, prefix, index)
    return await again(request, posted, draft, posted.refused)


def _home(request: Request) -> str:
    return str(request.app.url_path_for("employer:base"))


def _rows(act: Callable[[Request, Posted, str], Awaitable[Response]], prefix: str) -> Act:
    return lambda request, posted: act(request, posted, prefix)


ACTS: dict[str, Act] = {
    "save": save,
    "submit": check,
    "confirm": confirm,
    "edit": edit,
    "upload": upload,
    "drop": drop,
    **{f"add-{prefix}": _rows(add, prefix) for prefix in ROWS},
    **{f"remove-{prefix}": _rows(remove, prefix) for prefix in ROWS},
}
"""Enter in a field saves, and so does a button that is not known."""
