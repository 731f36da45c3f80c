"""审核通过 and 审核不通过 of many 离岗 at once: of those that wait with their certificate."""

from collections.abc import Sequence
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.departures import DepartureVerb
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.periods import today as day_of
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.departure_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import departure_lines, departure_lists
from jianxi.queries.departure_lines import Line
from jianxi.queries.many import Picks
from jianxi.routes.authority import departure_words as words
from jianxi.routes.authority.departure_decisions import REVIEW
from jianxi.services import departure_review
from jianxi.web.bulk import Act, Many, answer

ONE_BY_ONE = "没有办理。提请主管部门的离岗要由您部门确定离岗日期，请打开逐一办理。"


async def approve(request: Request) -> Response:
    """审核通过."""
    return await answer(MANY, APPROVAL, request)


async def reject(request: Request) -> Response:
    """审核不通过, for reasons that all share."""
    return await answer(MANY, REJECTION, request)


async def _approve(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """The day stays as it was recorded or confirmed; where there is none yet, it cannot be one of many."""
    found = await departure_lines.seen(viewer, [id], day_of(now))
    if not found:
        raise Missing
    if found[0].needs_day and found[0].version == version:
        raise Refused(ONE_BY_ONE)
    await departure_review.approve(viewer, id, version, None, now)


async def _matching(viewer: OfficialViewer, narrowed: Raw) -> Picks:
    return await departure_lists.picks(viewer, read_filters(narrowed))


async def _told_why(_found: Sequence[Line]) -> Sequence[str]:
    return ("不通过原因对每一个都相同，单位和本人会看到。",)


async def _days(_found: Sequence[Line]) -> Sequence[str]:
    return ("离岗日期以各人登记的为准。",)


MANY = Many[Line](
    REVIEW,
    seen=departure_lines.seen,
    matching=_matching,
    named=words.named,
    described=words.described,
    to="单位和本人",
)
APPROVAL = Act[Line](DepartureVerb.APPROVE, deed=_approve, does=_days, one_at_once=True)
REJECTION = Act[Line](DepartureVerb.REJECT, rejection=departure_review.reject, does=_told_why)
routes = [
    Route("/departures/approval", approve, name="departures_approval", methods=["POST"]),
    Route("/departures/rejection", reject, name="departures_rejection", methods=["POST"]),
]
