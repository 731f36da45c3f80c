"""审核通过 and 审核不通过 of many 上岗 at once."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.periods import spoken
from jianxi.domain.placements import PlacementVerb
from jianxi.domain.registration_warnings import from_text
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_placement_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import office_placements
from jianxi.queries.many import Picks
from jianxi.queries.placements import Placement
from jianxi.routes.authority.placement_decisions import REVIEW
from jianxi.services import placement_review
from jianxi.web.bulk import Act, Many, answer


async def approve(request: Request) -> Response:
    """审核通过."""
    return await answer(MANY, APPROVAL, request)


async def reject(request: Request) -> Response:
    """审核不通过, for reasons that all share."""
    return await answer(MANY, REJECTION, request)


async def _matching(viewer: OfficialViewer, narrowed: Raw) -> Picks:
    return await office_placements.picks(viewer, read_filters(narrowed))


def _described(placement: Placement) -> str:
    period = f"{spoken(placement.starts_on)}至{spoken(placement.ends_on)}"
    return f"{placement.unit_name}，{placement.title}，{period}"


def _flags(placement: Placement) -> str:
    return "、".join(each.short for each in from_text(placement.warnings))


async def _chances(found: Sequence[Placement]) -> Sequence[str]:
    """What approval does, and of whom the list shows something to look at first."""
    said = [f"{len(found)}人各用去唯一一次见习机会，上岗日期起计为在岗。"]
    if cautioned := [f"{each.name}（{_flags(each)}）" for each in found if each.warnings]:
        said.append(f"其中{len(cautioned)}人的生活费有提示：{'、'.join(cautioned)}。")
    if unread := await office_placements.unread([each.id for each in found]):
        names = "、".join(each.name for each in found if each.id in unread)
        said.append(f"其中{len(unread)}人的上传协议书未读出二维码，须核对姓名和版本：{names}。")
    return (*said, "请先逐一查看上传的协议书：签字、盖章和内容。")


async def _told_why(_found: Sequence[Placement]) -> Sequence[str]:
    return ("不通过原因对每一个都相同，单位和本人会看到。",)


MANY = Many[Placement](
    REVIEW,
    seen=office_placements.seen,
    matching=_matching,
    named=lambda placement: placement.name,
    described=_described,
    to="单位和本人",
)
APPROVAL = Act[Placement](
    PlacementVerb.APPROVE, deed=placement_review.approve, does=_chances, one_at_once=True
)
REJECTION = Act[Placement](PlacementVerb.REJECT, rejection=placement_review.reject, does=_told_why)
routes = [
    Route("/placements/approval", approve, name="placements_approval", methods=["POST"]),
    Route("/placements/rejection", reject, name="placements_rejection", methods=["POST"]),
]
