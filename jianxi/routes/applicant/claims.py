"""What a provisional session (no row of a person yet) stands on."""

from starlette.requests import Request

from jianxi.queries.sessions import Claim
from jianxi.web.sessions import session_of


def claim_of(request: Request) -> Claim | None:
    found = session_of(request)
    return found.claim if found is not None else None
