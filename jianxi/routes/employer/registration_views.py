"""The form of 录用上岗登记 and 修改登记 as it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.codes import INSURANCES
from jianxi.domain.outcomes import Invalid, Stale, Told
from jianxi.domain.registrations import MOST_ROWS, Warned
from jianxi.forms.registration_drafts import RegistrationDraft, for_filling, with_cautions
from jianxi.queries import registration_forms
from jianxi.queries.placements import Placement
from jianxi.queries.received import Received
from jianxi.web.pages import respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import today_of

PAGE, FORM = "pages/employer/registration.html", "partials/placements/registration_form.html"
CHOICES = {
    "kinds": tuple(INSURANCES.items()),
    "rows": {"insurance": "第{}项保险"},
    "most_rows": MOST_ROWS,
}
STILL_TYPED = "您填写的内容仍在本页，可以核对后再次提交"
IS_MADE = "您这次填写的内容没有保存；要改的，用“修改登记”"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form is filled in for."""

    title: str
    name: str
    """Of the person."""
    post: str
    """The position's title."""
    url: str
    back: str
    application: int
    placement: Placement | None = None
    """None for a first registration."""
    there: str = ""
    """Where the registration is found that somebody made meanwhile."""

    @property
    def confirm(self) -> str:
        return f"确认{self.title}"

    @property
    def is_made(self) -> bool:
        """A first registration that somebody made meanwhile: what was typed is shown, and can be sent no more."""
        return self.placement is None and bool(self.there)


def first(request: Request, application: Received) -> Sheet:
    """录用上岗登记."""
    url_for, id = request.app.url_path_for, application.id
    url, back = url_for("employer:application_placement", id=id), url_for("employer:application", id=id)
    there = url_for("employer:placement", id=application.placement) if application.placement else ""
    known = (application.name, application.title, str(url), str(back), id)
    return Sheet("录用上岗登记", *known, there=str(there))


def amended(request: Request, placement: Placement) -> Sheet:
    """修改登记."""
    url_for, id = request.app.url_path_for, placement.id
    url, back = url_for("employer:placement_registration", id=id), url_for("employer:placement", id=id)
    known = (placement.name, placement.title, str(url), str(back), placement.application)
    return Sheet("修改登记", *known, placement=placement, there=str(back))


async def form_page(
    request: Request,
    sheet: Sheet,
    draft: RegistrationDraft,
    version: str = "",
    no: Invalid | Told | None = None,
    focus: str = "",
) -> Response:
    """As typed: 422 with messages by field, still of the version that was shown, 409 with the sentence and the newest."""
    errors: Mapping[str, str] = no.messages if isinstance(no, Invalid) and not sheet.is_made else {}
    today = today_of(request)
    context = {
        "sheet": sheet,
        "draft": for_filling(with_cautions(draft, no.warnings) if isinstance(no, Warned) else draft),
        "measures": await registration_forms.measures(sheet.application, draft.start, today, sheet.placement),
        "shown_version": version or (sheet.placement.version if sheet.placement else ""),
        "errors": errors,
        "refusal": _refusal(sheet, no),
        "focus": focus,
        "choices": CHOICES,
    }
    status = 422 if errors else 409 if no or sheet.is_made else 200
    return respond(request, PAGE, context, partial=FORM, status=status)


def _refusal(sheet: Sheet, no: Invalid | Told | None) -> str:
    """Whoever finds a first registration made learns so whatever was pressed: sending it again would not help."""
    if not sheet.is_made:
        return on_page(no, STILL_TYPED) if isinstance(no, Told) else ""
    return on_page(no, IS_MADE) if isinstance(no, Stale) and no.clause else f"已经登记。{IS_MADE}。"
