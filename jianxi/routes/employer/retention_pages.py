"""The form of 留用登记 on its page: whom it is about, and how it comes back after every refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.reading import labels
from jianxi.forms.retentions import RetentionForm
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.queries.retentions import Retention
from jianxi.routes.employer.retention_evidence import FIELD, Evidence
from jianxi.services import retention_files
from jianxi.storage.kinds import LARGEST
from jianxi.storage.refusals import megabytes
from jianxi.web.pages import respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, back_of

BLANK = dict.fromkeys(labels(RetentionForm), "")
STILL_TYPED = "您填写的内容仍在本页，可以核对后再次提交"
LIMITS = {"megabytes": megabytes(LARGEST), "files": retention_files.MOST}


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the form retains, or the retention that it changes."""

    placement: Placement
    retention: Retention | None = None
    attached: Sequence[File] = ()
    objection: str = ""
    """Why it cannot be done now."""
    outdated: str = ""
    """What it would mean for accepted 花名册."""

    @property
    def version(self) -> int:
        return self.retention.version if self.retention else self.placement.version

    def home(self, request: Request) -> str:
        """The address of the person's page."""
        return str(request.app.url_path_for("employer:placement", id=self.placement.id))


def page(
    request: Request,
    fields: Fields,
    subject: Subject,
    values: Mapping[str, str],
    evidence: Evidence,
    no: Invalid | Told | None = None,
) -> Response:
    """The form: 422 with messages, still of the version that was shown, or 409 with the sentence and the newest one."""
    errors = no.messages if isinstance(no, Invalid) else {}
    order = (*BLANK, FIELD)
    context = {
        "subject": subject,
        "outdated": subject.outdated,
        "placement": subject.placement,
        "values": values,
        "evidence": evidence,
        "evidence_at": _files_of(request, subject),
        "limits": LIMITS,
        "errors": {name: errors[name] for name in order if name in errors} | errors,
        "refusal": on_page(no, STILL_TYPED) if isinstance(no, Told) else "",
        "shown_version": subject.version if isinstance(no, Told) else values.get("v") or subject.version,
        "back": back_of(fields, subject.home(request)),
        "is_typed": request.method == "POST",
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/employer/retention_form.html", context, status=status)


def typed(fields: Fields) -> dict[str, str]:
    return {name: fields.one(name) for name in ("v", *BLANK)}


def written(subject: Subject) -> dict[str, str]:
    """The retention's columns as the form's fields."""
    return {name: str(getattr(subject.retention, name) or "") for name in BLANK}


def _files_of(request: Request, subject: Subject) -> str:
    """The address under which each attached file has its own; none before there is a retention."""
    if subject.retention is None:
        return ""
    one = request.app.url_path_for("employer:retention_file", id=subject.retention.id, file=0)
    return str(one).rpartition("/")[0]
