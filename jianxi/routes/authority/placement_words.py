"""What the page of 见习上岗审核 is given besides its record, as its address asks for it."""

from datetime import date

from starlette.requests import Request

from jianxi.domain.codes import INSURANCES
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_placement_filters import read_filters
from jianxi.queries import office_placements, placement_reviews, retention_files
from jianxi.queries.placements import Placement
from jianxi.routes.authority.placement_papers import came_from, papers_of
from jianxi.web.requests import query_in
from jianxi.web.reviewed import Context


async def for_page(
    request: Request, number: str, viewer: OfficialViewer, placement: Placement, today: date
) -> Context:
    """`number` is the full 身份证号 after a logged look."""
    sheet = await placement_reviews.sheet(viewer, placement)
    narrowed = read_filters(query_in(await came_from(request)).raw())
    return {
        "placement": placement,
        "sheet": sheet,
        "insurances": INSURANCES,
        "number": number,
        "kept": await retention_files.of_placement(viewer, placement),
        "following": await office_placements.next_waiting(viewer, narrowed, placement),
        **await papers_of(request, placement, sheet.sendings),
    }
