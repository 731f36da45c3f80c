"""撤销审核 and 撤销发布 of one 见习岗位: a page that says what it would do and what stands in its way, then the act."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.routes import position_steps as steps
from jianxi.routes.authority.position_decisions import REVIEW
from jianxi.routes.authority.positions import reviewer_of
from jianxi.services import position_publication, position_review
from jianxi.web.review import list_url


async def ask_reopening(request: Request) -> Response:
    """撤销审核: what it would do."""
    return await steps.ask(request, reviewer_of(request), steps.reopening, list_url(REVIEW, request))


async def reopen(request: Request) -> Response:
    """确认撤销审核."""
    viewer, back, told = reviewer_of(request), list_url(REVIEW, request), "已撤销对“{}”的审核。"
    return await steps.carry_out(request, viewer, position_review.reopen, steps.reopening, told, back)


async def ask_withdrawal(request: Request) -> Response:
    """撤销发布: what it would do."""
    return await steps.ask(request, reviewer_of(request), steps.withdrawal, list_url(REVIEW, request))


async def withdraw(request: Request) -> Response:
    """确认撤销发布."""
    viewer, back, told = reviewer_of(request), list_url(REVIEW, request), "已撤销发布“{}”。"
    return await steps.carry_out(request, viewer, position_publication.withdraw, steps.withdrawal, told, back)


routes = [
    Route("/positions/{id}/reopening", ask_reopening, name="position_reopening", methods=["GET"]),
    Route("/positions/{id}/reopening", reopen, methods=["POST"]),
    Route("/positions/{id}/withdrawal", ask_withdrawal, name="position_withdrawal", methods=["GET"]),
    Route("/positions/{id}/withdrawal", withdraw, methods=["POST"]),
]
