"""接受 and 更正 of a roster (花名册) by the office: a page that says what it would do, then the act."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.jobs import JobKind
from jianxi.forms.office_roster_filters import read_filters
from jianxi.queries import office_roster_pages as pages
from jianxi.queries import roster_lists, roster_sizes, rosters
from jianxi.queries.office_roster_pages import Sending
from jianxi.queries.rosters import Roster
from jianxi.routes.authority import roster_words
from jianxi.routes.authority.subsidies import office_of
from jianxi.services import roster_review
from jianxi.services import rosters as services
from jianxi.templating import address
from jianxi.web import second_step
from jianxi.web.jobs import is_long, put_off
from jianxi.web.requests import back_of, form_of, query_in, query_of, record_id, today_of, version_of
from jianxi.web.second_step import Step


async def acceptance(request: Request) -> Response:
    """接受: sums, people, and whether the records still say so."""
    return await second_step.show(request, await _accepting(request), _own(request))


async def accepted(request: Request) -> Response:
    """确认接受, and on to the next one that waits; of a large one in the background."""
    roster = await rosters.get(office_of(request), record_id(request), today_of(request))
    return await (_later if await _is_long(request, roster) else _at_once)(request, roster)


async def _at_once(request: Request, roster: Roster) -> Response:
    viewer, to = office_of(request), await onward(request)

    async def deed(version: int, _: str, now: datetime) -> None:
        await roster_review.accept(viewer, roster.id, version, now)

    async def fresh() -> Step:
        return await _accepting(request)

    told = roster_words.accepted(roster)
    return await second_step.carry_out(request, deed, fresh, told, _own(request), to)


async def _later(request: Request, roster: Roster) -> Response:
    """In the background, where everybody of it is held against the records."""
    args = {"id": roster.id, "version": version_of(await form_of(request))}
    return await put_off(request, JobKind.ROSTER_ACCEPTANCE, f"接受{roster.title}", args)


async def correction(request: Request) -> Response:
    """更正: what it would do."""
    return await second_step.show(request, await _correcting(request), _own(request))


async def corrected(request: Request) -> Response:
    """确认更正."""
    viewer, id = office_of(request), record_id(request)
    roster = await rosters.get(viewer, id, today_of(request))

    async def deed(version: int, reason: str, now: datetime) -> None:
        await services.correct(viewer, id, version, reason, now)

    async def fresh() -> Step:
        return await _correcting(request)

    return await second_step.carry_out(request, deed, fresh, roster_words.corrected(roster), _own(request))


async def onward(request: Request) -> str:
    """After a decision: the next roster that waits in the list one came from, or that list."""
    page = back_of(await form_of(request), _own(request))
    back = back_of(query_in(page), str(request.app.url_path_for("authority:rosters")))
    narrowed = read_filters(query_in(back).raw())
    following = await roster_lists.next_waiting(office_of(request), narrowed, record_id(request))
    if following is None:
        return back
    return address(str(request.app.url_path_for("authority:roster", id=following)), back=back)


async def _accepting(request: Request) -> Step:
    viewer, sending = office_of(request), await _sending(request)
    to_return = str(request.app.url_path_for("authority:roster_return", id=sending.roster.id))
    page = back_of(await form_of(request), back_of(query_of(request), _own(request)))
    return roster_words.accepting(viewer, sending, address(to_return, back=page))


async def _correcting(request: Request) -> Step:
    viewer = office_of(request)
    return roster_words.correcting(viewer, await rosters.get(viewer, record_id(request), today_of(request)))


async def _sending(request: Request) -> Sending:
    """Held against the records, as 接受 will; of one so large that it is accepted in the background, there."""
    viewer, id, today = office_of(request), record_id(request), today_of(request)
    is_small = not await _is_long(request, await rosters.get(viewer, id, today))
    return await pages.sending(viewer, id, None, today, asked=is_small)


async def _is_long(request: Request, roster: Roster) -> bool:
    return is_long(request, await roster_sizes.of_sending(roster.id, roster.round))


def _own(request: Request) -> str:
    return str(request.app.url_path_for("authority:roster", id=record_id(request)))


routes = [
    Route("/rosters/{id}/acceptance", acceptance, name="roster_acceptance", methods=["GET"]),
    Route("/rosters/{id}/acceptance", accepted, methods=["POST"]),
    Route("/rosters/{id}/correction", correction, name="roster_correction", methods=["GET"]),
    Route("/rosters/{id}/correction", corrected, methods=["POST"]),
]
