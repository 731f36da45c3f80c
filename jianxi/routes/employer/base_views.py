"""The pages of 见习基地申请 and what they are given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.codes import INDUSTRIES, NATURES, REQUIRED_DEGREES, SEXES
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_changes import changes, contact_changes
from jianxi.forms.base_drafts import Draft, facts, for_filling, settled
from jianxi.forms.base_merging import as_shown, merged
from jianxi.forms.bases import LEVELS, BaseForm
from jianxi.queries import base_pages, base_rounds
from jianxi.queries.base_pages import OwnPage
from jianxi.web.pages import respond
from jianxi.web.requests import today_of

CHOICES = {
    "natures": NATURES,
    "industries": tuple(INDUSTRIES.items()),
    "levels": tuple(LEVELS.items()),
    "sexes": SEXES,
    "degrees": REQUIRED_DEGREES,
    "mentor_degrees": REQUIRED_DEGREES[1:],
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


def form_page(
    request: Request,
    paper: Paper,
    page: OwnPage,
    draft: Draft,
    tab: Tab | None = None,
    *,
    errors: Mapping[str, str] | None = None,
    refusal: str = "",
    focus: str = "",
) -> Response:
    """The form as typed; 422 with messages, 409 with a refusal. Added rows swap only the form."""
    tab = tab or Tab(page.version, as_shown(page.draft))
    context = {
        "paper": paper,
        "page": page,
        "draft": for_filling(draft),
        "tab": tab,
        "errors": errors or {},
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
        "reviewed": changes(before, read),
        "at_once": contact_changes(before, read),
        "facts": facts(read),
        "flags": page.limits.flags(read),
        "fields": draft.pairs(),
        "tab": tab,
    }
    return respond(request, "pages/employer/base_check.html", context)


async def record_page(request: Request, viewer: EmployerViewer, page: OwnPage, refusal: str = "") -> Response:
    """What was submitted and what the offices said."""
    if page.base is None:
        raise Missing
    found = await base_pages.submission(viewer, page.base, today_of(request))
    context = {"page": page, "submission": found, "refusal": refusal, "facts": facts(found.content)}
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
        return form_page(request, paper, page, merged(draft, shown, page.draft), refusal=refusal)
    if page.can_be_filled_in:
        return form_page(request, APPLICATION, page, page.draft, refusal=refusal)
    return await record_page(request, viewer, page, refusal)
