"""佐证材料 in the form of 留用登记: what is attached, what came with this try or with one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from jianxi.domain.outcomes import Missing
from jianxi.queries import retention_files
from jianxi.queries.files import File
from jianxi.services import retention_files as services
from jianxi.services import upload_limits
from jianxi.web import uploads
from jianxi.web.requests import Fields, employer_of, now_of, whole_number
from jianxi.web.sessions import session_of

FIELD = "evidence"


@dataclass(frozen=True, slots=True)
class Kept:
    """Taken, and waiting for the rest of the form; `token` brings it along."""

    file: File
    token: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """As the form stands."""

    attached: Sequence[File] = ()
    kept: Sequence[Kept] = ()
    refused: str = ""
    """Of files that were not taken."""

    @property
    def given(self) -> list[int]:
        """The files to attach."""
        return [each.file.id for each in self.kept]


async def sent(request: Request, fields: Fields, placement: int, attached: Sequence[File]) -> Evidence:
    """With what this try brought, without what it takes away."""
    session, now = _session(request), now_of(request)
    away = whole_number(fields.one("drop_kept"))
    before = await retention_files.kept(session, placement, fields.many("kept")[: services.MOST])
    waiting = [file for file in before if file.id != away]
    taken, refused = await _take_in(request, fields, [*attached, *waiting], now)
    kept = tuple(
        Kept(file, retention_files.token(session, placement, file.id)) for file in (*waiting, *taken)
    )
    return Evidence(attached, kept, refused)


async def _take_in(
    request: Request, fields: Fields, had: Sequence[File], now: datetime
) -> tuple[Sequence[File], str]:
    """Those that are new, and a message where some were not taken."""
    sender = upload_limits.of_employer(employer_of(request))
    came = await uploads.keep(fields, FIELD, sender, now, has=len(had), most=services.MOST)
    known = {(file.name, file.digest) for file in had}
    fresh = {(each.name, each.digest): each for each in came.stored}
    new = [each for key, each in fresh.items() if key not in known]
    ids = await services.keep(new, now) if new else []
    return await retention_files.of_ids(ids), came.message


def _session(request: Request) -> int:
    found = session_of(request)
    if found is None:
        raise Missing
    return found.id
