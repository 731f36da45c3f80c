"""审核通过, 审核不通过, 发布 and 撤销发布 of many 见习岗位 at once."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.periods import spoken
from jianxi.domain.positions import PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.position_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import position_applicants, position_lists, positions
from jianxi.queries.many import Picks
from jianxi.queries.positions import Position
from jianxi.routes.authority.position_decisions import REVIEW
from jianxi.routes.position_steps import kept
from jianxi.services import position_publication, position_review
from jianxi.templating import region_short
from jianxi.web.bulk import Act, Many, answer


async def approve(request: Request) -> Response:
    """审核通过."""
    return await answer(MANY, APPROVAL, request)


async def reject(request: Request) -> Response:
    """审核不通过, for reasons that all share."""
    return await answer(MANY, REJECTION, request)


async def publish(request: Request) -> Response:
    """发布."""
    return await answer(MANY, PUBLICATION, request)


async def withdraw(request: Request) -> Response:
    """撤销发布."""
    return await answer(MANY, WITHDRAWAL, request)


async def _matching(viewer: OfficialViewer, narrowed: Raw) -> Picks:
    return await position_lists.picks(viewer, read_filters(narrowed, position_lists.usual_state(viewer)))


def _described(position: Position) -> str:
    place, until = region_short(position.county), spoken(position.deadline)
    return f"{position.unit_name}，{place}，见习人数{position.headcount}，报名截止{until}"


async def _seats(found: Sequence[Position]) -> Sequence[str]:
    seats = sum(position.headcount for position in found)
    return (f"共{seats:,}个见习名额。", "发布后，所有人都可以看到并报名。")


async def _kept(found: Sequence[Position]) -> Sequence[str]:
    return kept(await position_applicants.of_positions([position.id for position in found]))


async def _told_why(_found: Sequence[Position]) -> Sequence[str]:
    return ("不通过原因对每一个都相同，单位会看到。",)


MANY = Many[Position](
    REVIEW,
    seen=positions.seen,
    matching=_matching,
    named=lambda position: position.title,
    described=_described,
)
APPROVAL = Act[Position](PositionVerb.APPROVE, deed=position_review.approve, one_at_once=True)
REJECTION = Act[Position](PositionVerb.REJECT, rejection=position_review.reject, does=_told_why)
PUBLICATION = Act[Position](
    PositionVerb.PUBLISH,
    deed=position_publication.publish,
    does=_seats,
    then="所有人都可以看到并报名。",
    one_at_once=True,
)
WITHDRAWAL = Act[Position](
    PositionVerb.WITHDRAW,
    deed=position_publication.withdraw,
    does=_kept,
    told=lambda position: f"已撤销发布“{position.title}”。",
    then="这些岗位不再公开，可以再次发布。",
)
routes = [
    Route("/positions/approval", approve, name="positions_approval", methods=["POST"]),
    Route("/positions/rejection", reject, name="positions_rejection", methods=["POST"]),
    Route("/positions/publication", publish, name="positions_publication", methods=["POST"]),
    Route("/positions/withdrawal", withdraw, name="positions_withdrawal", methods=["POST"]),
]
