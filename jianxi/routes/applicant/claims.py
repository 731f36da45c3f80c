"""What a person's session brings along: what a provisional one (no row of a person yet) stands on, and 参数 of today."""

from starlette.requests import Request

from jianxi.queries import policies
from jianxi.queries.policies import Policies
from jianxi.queries.sessions import Claim
from jianxi.web.requests import today_of
from jianxi.web.sessions import session_of


def claim_of(request: Request) -> Claim | None:
    found = session_of(request)
    return found.claim if found is not None else None


async def rules_of(request: Request) -> Policies:
    """As the province has them, read once a request."""
    found = session_of(request)
    known = found.rules if found is not None else None
    return known or await policies.snapshot("", today_of(request))
