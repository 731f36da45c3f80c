"""审核通过 and 审核不通过 of one 离岗, in its row or on its page, and 撤销审核."""

from collections.abc import Sequence
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.departures import FLOW
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.departure_filters import read_filters
from jianxi.forms.departures import LastDayForm
from jianxi.forms.reading import Raw, read
from jianxi.queries import departure_lines, departure_lists, departure_pages
from jianxi.queries.departure_lines import Line
from jianxi.queries.tabs import Tab
from jianxi.routes.authority import departure_words as words
from jianxi.routes.authority.departures import reviewer_of
from jianxi.services import departure_review
from jianxi.web import review, second_step
from jianxi.web.requests import Fields, form_of, query_in, record_id, today_of
from jianxi.web.reviewed import Context, Review
from jianxi.web.second_step import Step


async def show(request: Request) -> Response:
    """Everything of one departure, its papers, its timeline, and the decision."""
    return await review.show(REVIEW, request)


async def approve(request: Request) -> Response:
    """审核通过; where the office decides in the employer's place, with 离岗日期."""
    id, today = record_id(request), today_of(request)
    typed = (await form_of(request)).raw().get(f"last_day-{id}")

    async def deed(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
        last_day = read(LastDayForm, {"last_day": typed}, today).last_day if typed else None
        await departure_review.approve(viewer, id, version, last_day, now)

    return await review.decide(REVIEW, request, deed)


async def reject(request: Request) -> Response:
    """审核不通过."""
    return await review.reject(REVIEW, request, departure_review.reject)


async def ask_reopening(request: Request) -> Response:
    """撤销审核: what it would do."""
    return await second_step.show(request, await _reopening(request), review.list_url(REVIEW, request))


async def departure_reopened(request: Request) -> Response:
    """确认撤销审核."""
    viewer, id = reviewer_of(request), record_id(request)
    told = words.reopened(await _get(viewer, id, today_of(request)))

    async def deed(version: int, _: str, now: datetime) -> None:
        await departure_review.reopen(viewer, id, version, now)

    async def fresh() -> Step:
        return await _reopening(request)

    return await second_step.carry_out(request, deed, fresh, told, review.list_url(REVIEW, request))


async def _reopening(request: Request) -> Step:
    viewer = reviewer_of(request)
    return words.reopening(viewer, await _get(viewer, record_id(request), today_of(request)))


async def _get(viewer: OfficialViewer, id: int, today: date) -> Line:
    found = await departure_lines.seen(viewer, [id], today)
    if not found:
        raise Missing
    return found[0]


async def _for_page(viewer: OfficialViewer, line: Line, today: date) -> Context:
    return {"line": line, "page": await departure_pages.of(line)}


async def _for_row(viewer: OfficialViewer, line: Line, today: date) -> Context:
    return {"line": line}


async def _following(viewer: OfficialViewer, line: Line, narrowed: Raw) -> int | None:
    return await departure_lists.next_waiting(viewer, read_filters(narrowed), line.departure)


async def _tabs(viewer: OfficialViewer, narrowed: Raw) -> Sequence[Tab]:
    """They depend on the day: see below."""
    return ()


async def _around(viewer: OfficialViewer, line: Line, fields: Fields, today: date) -> Context:
    filters = read_filters(query_in(fields.one("back")).raw())
    return {"tabs": await departure_lists.tabs(viewer, filters, today)}


REVIEW = Review[OfficialViewer, Line](
    flow=FLOW,
    page="pages/authority/departure.html",
    row="partials/departures/review_row.html",
    list_route="authority:departures",
    record_route="authority:departure",
    viewer=reviewer_of,
    get=_get,
    for_page=_for_page,
    for_row=_for_row,
    told=words.decided,
    following=_following,
    tabs=_tabs,
    for_around=_around,
)
_ONE = "/departures/{id}"
routes = [
    Route(_ONE, show, name="departure", methods=["GET"]),
    Route(f"{_ONE}/approval", approve, name="departure_approval", methods=["POST"]),
    Route(f"{_ONE}/rejection", reject, name="departure_rejection", methods=["POST"]),
    Route(f"{_ONE}/reopening", ask_reopening, name="departure_reopening", methods=["GET"]),
    Route(f"{_ONE}/reopening", departure_reopened, methods=["POST"]),
]
