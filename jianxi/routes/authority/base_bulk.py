"""审核通过 and 审核不通过 of many 见习基地 at once."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.bases import BaseLevel, BaseVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import base_lists, bases
from jianxi.queries.bases import Base
from jianxi.queries.many import Picks
from jianxi.routes.authority.base_decisions import REVIEW
from jianxi.services import base_review
from jianxi.templating import region_short
from jianxi.web.bulk import Act, Many, answer


async def approve(request: Request) -> Response:
    """审核通过; the city's confirms for each the level that it asked for."""
    return await answer(MANY, APPROVAL, request)


async def reject(request: Request) -> Response:
    """审核不通过, for reasons that all share."""
    return await answer(MANY, REJECTION, request)


async def _matching(viewer: OfficialViewer, narrowed: Raw) -> Picks:
    return await base_lists.picks(viewer, read_filters(narrowed))


def _described(base: Base) -> str:
    what = "变更申请，" if base.under_amendment else ""
    level = labels.level(BaseLevel(base.proposed_level))
    return f"{what}{region_short(base.county)}，{base.credit_code}，申请级别{level}"


async def _levels(found: Sequence[Base]) -> Sequence[str]:
    if not any(base.confirms_level for base in found):
        return ("审核通过后等待市级审核。",)
    asked = [base.proposed_level for base in found]
    counted = "、".join(f"{labels.level(each)}{asked.count(each)}个" for each in BaseLevel if each in asked)
    return (
        f"基地级别按各单位申请的级别确认：{counted}。",
        "需要确认为其他级别的，请返回列表，单独审核。",
    )


async def _told_why(_found: Sequence[Base]) -> Sequence[str]:
    return ("不通过原因对每一个都相同，单位会看到。",)


MANY = Many[Base](
    REVIEW,
    seen=lambda viewer, ids, today: bases.seen(viewer, ids),
    matching=_matching,
    named=lambda base: base.unit,
    described=_described,
)
APPROVAL = Act[Base](BaseVerb.APPROVE, deed=base_review.approve, does=_levels, one_at_once=True)
REJECTION = Act[Base](BaseVerb.REJECT, rejection=base_review.reject, does=_told_why)
routes = [
    Route("/bases/approval", approve, name="bases_approval", methods=["POST"]),
    Route("/bases/rejection", reject, name="bases_rejection", methods=["POST"]),
]
