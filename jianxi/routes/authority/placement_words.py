"""What the page of 见习上岗审核 is given besides its record, as its address asks for it."""

from datetime import date

from starlette.requests import Request

from jianxi.domain.codes import INSURANCES
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import placement_reviews
from jianxi.queries.placements import Placement
from jianxi.routes.authority.placement_papers import papers_of
from jianxi.web.reviewed import Context


async def for_page(
    request: Request, number: str, viewer: OfficialViewer, placement: Placement, today: date
) -> Context:
    """`number` is the full 身份证号 after a logged look."""
    sheet = await placement_reviews.sheet(viewer, placement)
    return {
        "placement": placement,
        "sheet": sheet,
        "insurances": INSURANCES,
        "number": number,
        **await papers_of(request, placement),
    }
