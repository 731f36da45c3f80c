"""就业见习意向填表: the form, prefilled with what is known, and its submission."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import money
from jianxi.domain.codes import DEGREES, INDUSTRIES, NATIONS, POLITICS
from jianxi.domain.identity_pictures import Side
from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.intentions import GraduateIntention, YouthIntention, read_intention, shown_contacts
from jianxi.forms.reading import labels
from jianxi.queries import identity_cases, intentions, persons
from jianxi.queries.intentions import Intention
from jianxi.queries.persons import Applicant
from jianxi.routes.applicant import intention_pictures
from jianxi.routes.applicant.claims import claim_of
from jianxi.routes.applicant.intention_pictures import Pictures
from jianxi.services.intentions import submit
from jianxi.storage.kinds import LARGEST
from jianxi.storage.refusals import megabytes
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, form_of, now_of, person_of, today_of, version_of
from jianxi.web.sessions import sign_in_person

MANY = {"jobs": 3, "places": 3}
CODES = {
    "nations": NATIONS,
    "politics": POLITICS,
    "degrees": DEGREES,
    "industries": tuple(INDUSTRIES.items()),
    "file_megabytes": megabytes(LARGEST),
}
DONE = "已提交。现在可以查找岗位报名，意向可以随时修改后再次提交。"
ORDER = (
    *("", "nation", "politics", "degree", "school", "major", "unemployed", "unemployment_number"),
    *("household", "address", "mail", "phone", "jobs", "industry", "places"),
)
"""Messages are listed as the fields stand on the page."""


async def show(request: Request) -> Response:
    claim = claim_of(request)
    contest = await identity_cases.contest(claim) if claim is not None else None
    if contest is not None:
        return respond(request, "pages/applicant/identity_case.html", {"contest": contest})
    applicant, found = await _known(request)
    values = _written(applicant, found, person_of(request).by_identity)
    return _page(request, applicant, found, values, await intention_pictures.submitted(applicant))


async def send(request: Request) -> Response:
    """提交. A provisional session is bound to the person that was written."""
    fields, (applicant, _) = await form_of(request), await _known(request)
    pictures = await intention_pictures.sent(request, fields, applicant)
    try:
        person = await _submit(request, applicant, fields, pictures)
    except (Invalid, Told) as no:
        return _page(request, *await _known(request), _typed(fields), pictures, no)
    response = redirect(request, str(request.app.url_path_for("applicant:intention")), DONE)
    if person_of(request).person is None:
        await sign_in_person(request, response, person)
    return response


async def _submit(request: Request, applicant: Applicant, fields: Fields, pictures: Pictures) -> int:
    viewer, now = person_of(request), now_of(request)
    form = _read(request, applicant, fields, pictures)
    version, province = version_of(fields), request.app.state.settings.province
    return await submit(viewer, claim_of(request), version, form, province, now, pictures.given)


def _read(request: Request, applicant: Applicant, fields: Fields, pictures: Pictures) -> GraduateIntention:
    """What was typed. Whatever is wrong with it and with a youth's pictures is said at once."""
    faults = pictures.messages if applicant.youth else {}
    masked = person_of(request).by_identity
    try:
        form = read_intention(
            fields.raw(),
            today_of(request),
            youth=applicant.youth,
            stored=applicant.contacts,
            masked=masked,
        )
    except Invalid as no:
        raise Invalid(no.messages | faults) from None
    if faults:
        raise Invalid(faults)
    return form


async def _known(request: Request) -> tuple[Applicant, Intention | None]:
    viewer = person_of(request)
    applicant = await persons.applicant(viewer, claim_of(request), today_of(request))
    return applicant, await intentions.of_person(viewer.person)


def _page(
    request: Request,
    applicant: Applicant,
    found: Intention | None,
    values: dict[str, Any],
    pictures: Pictures,
    no: Invalid | Told | None = None,
) -> Response:
    """The form; 422 with messages and the version that was shown, or 409 with a sentence and the newest version."""
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "applicant": applicant,
        "intention": found,
        "values": values,
        "pictures": pictures,
        "sides": tuple(Side),
        "version": values["v"] if errors else found.version if found else 0,
        "errors": {name: errors[name] for name in ORDER if name in errors} | errors,
        "refusal": no.sentence if isinstance(no, Told) else "",
        "codes": CODES,
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/applicant/intention.html", context, status=status)


def _typed(fields: Fields) -> dict[str, Any]:
    one = {name: fields.one(name) for name in ("v", *labels(YouthIntention))}
    return one | {name: _filled(fields.many(name), size) for name, size in MANY.items()}


def _written(applicant: Applicant, found: Intention | None, masked: bool) -> dict[str, Any]:
    """The form as it was submitted; before that only what is known of the person."""
    values: dict[str, Any] = dict.fromkeys(labels(YouthIntention), "")
    values |= {**applicant.facts, "unemployment_number": applicant.unemployment_number}
    values |= shown_contacts(applicant.contacts, masked=masked)
    if found is not None:
        values |= {name: getattr(found, name) or "" for name in ("industry", "months", "skills", "about")}
        values["available_on"] = found.available_on or ""
        values["allowance"] = money.format_short(found.allowance) if found.allowance is not None else ""
        values["unemployed"] = "yes" if found.unemployed else ""
    wishes = {"jobs": found.jobs if found else (), "places": found.places if found else ()}
    return values | {name: _filled(list(wishes[name]), size) for name, size in MANY.items()}


def _filled(values: list[str], size: int) -> list[str]:
    """As many as there are inputs, at least; more only where somebody sent more."""
    return values + [""] * (size - len(values))


routes = [
    Route("/intention", show, name="intention", methods=["GET"]),
    Route("/intention", send, methods=["POST"]),
]
