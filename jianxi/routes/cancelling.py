"""取消录用 as both desks do it that may: the employer's and that of the office of the base's level."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import endings, labels
from jianxi.domain.applications import FLOW, ApplicationVerb
from jianxi.domain.periods import spoken, today
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, role_of
from jianxi.queries import received
from jianxi.queries.received import Received
from jianxi.services import application_endings
from jianxi.web import second_step
from jianxi.web.requests import record_id, today_of
from jianxi.web.second_step import Step

CANCEL = ApplicationVerb.CANCEL
Canceller = EmployerViewer | OfficialViewer


async def confirm(request: Request, viewer: Canceller, list_url: str) -> Response:
    """What it would do, and the reason."""
    return await second_step.show(request, _step(viewer, await _found(request, viewer)), list_url)


async def cancel(request: Request, viewer: Canceller, list_url: str) -> Response:
    """确认取消录用."""
    found = await _found(request, viewer)

    async def deed(version: int, reason: str, now: datetime) -> None:
        await application_endings.cancel(viewer, found.id, version, reason, now)

    async def fresh() -> Step:
        return _step(viewer, await _found(request, viewer))

    told = f"已取消“{found.name}”的录用，名额已退还。{_readers(viewer)}会看到取消原因，本人可以另选岗位。"
    return await second_step.carry_out(request, deed, fresh, told, list_url)


async def _found(request: Request, viewer: Canceller) -> Received:
    return await received.get(viewer, record_id(request), today_of(request))


def _readers(viewer: Canceller) -> str:
    return "本人" if isinstance(viewer, EmployerViewer) else "本人和单位"


def _step(viewer: Canceller, found: Received) -> Step:
    return Step(
        title=f"{labels.verb(FLOW.noun, CANCEL)}“{found.name}”",
        confirm=labels.confirm(FLOW.noun, CANCEL),
        version=found.version,
        objection=FLOW.objection(CANCEL, found.facts, role_of(viewer)),
        does=_does(viewer, found),
        reason=endings.REASONS[CANCEL],
        facts=_facts(found),
    )


def _does(viewer: Canceller, found: Received) -> tuple[str, ...]:
    left = found.accepted - 1
    reopened = "，并重新接受报名" if found.takes_applications_again else ""
    return (
        f"“{found.name}”的录用取消，不能恢复；{_readers(viewer)}会看到取消原因。",
        f"名额退还：“{found.title}”的已录用人数由{found.accepted}人变为{left}人，见习人数{found.headcount}人{reopened}。",
        "本人没有用去就业见习的机会，可以另选岗位报名，也可以再报该岗位。",
    )


def _facts(found: Received) -> tuple[tuple[str, str], ...]:
    accepted = spoken(today(found.decided_at)) if found.decided_at else ""
    return (
        ("姓名", found.name),
        ("岗位", f"{found.title}（{found.unit_name}）"),
        ("录用时间", accepted),
        ("现在的状态", found.shown.label),
    )
