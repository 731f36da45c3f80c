"""身份证件信息 in 就业见习意向填表: what was submitted, what came with this try or with one before it; and one's own to see."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.identity_pictures import Side, missing, side_of
from jianxi.domain.outcomes import Missing
from jianxi.queries import files, identity_pictures
from jianxi.queries.files import File
from jianxi.queries.persons import Applicant
from jianxi.routes.applicant.claims import claim_of
from jianxi.services import upload_limits
from jianxi.services.identity_pictures import keep
from jianxi.storage.checking import PICTURES
from jianxi.web import uploads
from jianxi.web.files import picture
from jianxi.web.requests import Fields, now_of, person_of
from jianxi.web.sessions import session_of


@dataclass(frozen=True, slots=True)
class Kept:
    """Taken, and waiting for the rest of the form; `token` brings it along."""

    file: File
    token: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Both sides as the form stands."""

    submitted: Mapping[Side, File] = field(default_factory=dict)
    kept: Mapping[Side, Kept] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def messages(self) -> dict[str, str]:
        """By field: what was refused, else what is not there."""
        lacking = missing({*self.submitted, *self.kept})
        found = {**lacking, **self.refused}
        return {side.field: found[side.field] for side in Side if side.field in found}

    @property
    def given(self) -> dict[Side, int]:
        """The files to submit."""
        return {side: each.file.id for side, each in self.kept.items()}


async def submitted(applicant: Applicant) -> Pictures:
    """A graduate needs none."""
    return Pictures(await identity_pictures.of_person(applicant.person) if applicant.youth else {})


async def sent(request: Request, fields: Fields, applicant: Applicant) -> Pictures:
    """With what this try brought. Only a youth's files are looked at."""
    known = await submitted(applicant)
    if not applicant.youth:
        return known
    session, kept, now = _session(request), dict[Side, Kept](), now_of(request)
    sender = upload_limits.of_person(person_of(request), claim_of(request))
    refused: dict[str, str] = {}
    for side in Side:
        came = await uploads.keep(fields, side.field, sender, now, PICTURES, most=1)
        token = fields.one(f"kept_{side.field}")
        if came.stored:
            file_id = await keep(came.stored[0], session, side, now)
            token = identity_pictures.token(session, side, file_id)
        file = await identity_pictures.kept(session, side, token) if token else None
        kept |= {side: Kept(file, token)} if file else {}
        refused |= {side.field: came.message} if came.message else {}
    return Pictures(known.submitted, kept, refused)


def _session(request: Request) -> int:
    found = session_of(request)
    if found is None:
        raise Missing
    return found.id


async def show(request: Request) -> Response:
    """One side, to whoever signed in with a password."""
    file = await identity_pictures.own(person_of(request), side_of(str(request.path_params["side"])))
    return picture(await files.picture(file, 1))


routes = [
    Route("/intention/pictures/{side}", show, name="intention_picture", methods=["GET"]),
]
