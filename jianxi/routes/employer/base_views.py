"""The pages of 见习基地申请 and what they are given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.base_parts import FILE_KINDS, MOST_FILES
from jianxi.domain.codes import INDUSTRIES, NATURES, REQUIRED_DEGREES, SEXES
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_changes import Comparison, contact_changes
from jianxi.forms.base_drafts import Draft, facts, for_filling, settled
from jianxi.forms.base_merging import as_shown, merged
from jianxi.forms.bases import LEVELS, BaseForm
from jianxi.queries import base_amendments, base_files, base_pages, base_parts, base_rounds
from jianxi.queries.base_pages import OwnPage
from jianxi.services import base_amendments as amending
from jianxi.storage.kinds import LARGEST
from jianxi.storage.refusals import megabytes
from jianxi.web.pages import respond
from jianxi.web.requests import today_of

CHOICES = {
    "natures": NATURES,
    "industries": tuple(INDUSTRIES.items()),
    "levels": tuple(LEVELS.items()),
    "sexes": SEXES,
    "degrees": REQUIRED_DEGREES,
    "mentor_degrees": REQUIRED_DEGREES[1:],
    "kinds": FILE_KINDS,
    "most_files": MOST_FILES,
    "file_megabytes": megabytes(LARGEST),
    "rows": {"needs": "第{}项需求", "mentors": "第{}位指导师"},
}
FORM = "partials/bases/form.html"


@dataclass(frozen=True, slots=True)
class Paper:
    """What the form is filled in for."""

    route: str
    title: str
    submit: str
    is_open: Callable[[OwnPage], bool]
    """Whether it can be filled in now."""
    changes: bool
    """Whether it changes what was approved."""

    @property
    def confirm(self) -> str:
        return f"确认{self.submit}"


@dataclass(frozen=True, slots=True)
class Tab:
    """What one tab of the browser goes by."""

    version: int
    shown: Mapping[str, str]
    """The form as it was given."""


APPLICATION = Paper("employer:base_act", "见习基地申请", "提交", lambda page: page.can_be_filled_in, False)
AMENDMENT = Paper("employer:base_amendment", "变更申请", "提交变更", lambda page: page.can_be_amended, True)


async def form_page(
    request: Request,
    paper: Paper,
    page: OwnPage,
    draft: Draft,
    tab: Tab | None = None,
    *,
    errors: Mapping[str, str] | None = None,
    refusal: str = "",
    focus: str = "",
    saved: str = "",
) -> Response:
    """The form as typed; 422 with messages, 409 with a refusal. `saved` is the part that was kept just now."""
    tab, errors = tab or Tab(page.version, as_shown(page.draft)), errors or {}
    context = {
        "paper": paper,
        "page": page,
        "draft": for_filling(draft),
        "tab": tab,
        "parts": {part.key: part for part in await base_parts.tasks(page, draft, errors, today_of(request))},
        "saved": saved,
        "errors": errors,
        "flags": page.limits.flags(draft),
        "refusal": refusal,
        "focus": focus,
        "choices": CHOICES,
    }
    status = 409 if refusal else 422 if errors else 200
    return respond(request, "pages/employer/base_form.html", context, partial=FORM, status=status)


async def check_page(
    request: Request, paper: Paper, page: OwnPage, form: BaseForm, draft: Draft, tab: Tab
) -> Response:
    """Everything as it will be kept, and 确认提交."""
    read = settled(form)
    before = await base_rounds.in_force(page.base) if paper.changes and page.base else read
    context = {
        "paper": paper,
        "page": page,
        "content": read,
        "changes": await _changes(paper, page, read),
        "needs_review": await needs_review(paper, page, form),
        "at_once": contact_changes(before, read),
        "files_mark": base_files.mark(page.files),
        "untouched": await _untouched(request, page, draft),
        "kinds": FILE_KINDS,
        "facts": facts(read),
        "flags": page.limits.flags(read),
        "fields": draft.pairs(),
        "tab": tab,
    }
    return respond(request, "pages/employer/base_check.html", context)


async def _untouched(request: Request, page: OwnPage, draft: Draft) -> list[str]:
    """Parts that the rejection names and that say what they said then."""
    parts = await base_parts.tasks(page, draft, {}, today_of(request))
    return [part.label for part in parts if part.is_to_amend]


async def needs_review(paper: Paper, page: OwnPage, form: BaseForm) -> bool:
    """Whether offices decide about it: about every 见习基地申请, and not about every 变更申请."""
    if not paper.changes or page.base is None:
        return True
    return await amending.needs_review(page.base, form)


async def _changes(paper: Paper, page: OwnPage, read: Draft) -> Comparison:
    """Of a 变更申请 what it changes of what is in force, else what differs from the last submission."""
    base = page.base
    if base is None or not base.round:
        return base_pages.NOTHING
    against = base.approved_round if paper.changes else base.round
    before = await (base_rounds.in_force(base) if paper.changes else base_rounds.content(base, against))
    files = await base_amendments.attached(base, against), base_amendments.as_attached(page.files)
    return base_amendments.comparison(before, read, files, against, paper.changes)


async def record_page(request: Request, viewer: EmployerViewer, page: OwnPage, refusal: str = "") -> Response:
    """What was submitted and what the offices said."""
    if page.base is None:
        raise Missing
    found = await base_pages.submission(viewer, page.base, today_of(request))
    context = {"page": page, "submission": found, "refusal": refusal, "kinds": FILE_KINDS}
    context["facts"] = facts(found.content)
    return respond(request, "pages/employer/base_record.html", context, status=409 if refusal else 200)


async def told_page(
    request: Request,
    paper: Paper,
    viewer: EmployerViewer,
    draft: Draft,
    shown: Mapping[str, str],
    refusal: str,
) -> Response:
    """409: the fresh page with the sentence. What this tab changed stays while it can be saved, the rest is fresh."""
    page = await base_pages.own_page(viewer, today_of(request))
    if paper.is_open(page):
        return await form_page(request, paper, page, merged(draft, shown, page.draft), refusal=refusal)
    if page.can_be_filled_in:
        return await form_page(request, APPLICATION, page, page.draft, refusal=refusal)
    return await record_page(request, viewer, page, refusal)
