"""撤销审核, 暂停, 恢复 and 取消资格 of one 见习基地: a page that says what it would do and what stands in its way, then the act."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.bases import BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import base_positions, base_steps, bases
from jianxi.queries.base_positions import Relying
from jianxi.queries.bases import Base
from jianxi.routes.authority import base_consequences as consequences
from jianxi.services import base_review, base_standing
from jianxi.templating import region
from jianxi.web import second_step
from jianxi.web.requests import official_of, record_id
from jianxi.web.second_step import Step

Deed = Callable[[OfficialViewer, int, int, str, datetime], Awaitable[None]]
"""viewer, id, the version shown, the reason, now."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the acts."""

    verb: BaseVerb
    deed: Deed
    does: Callable[[Base, Relying, Role], consequences.Sentences]
    told: str
    reason: str = ""


async def reopening(request: Request) -> Response:
    """撤销审核."""
    return await _answer(REOPENING, request)


async def suspension(request: Request) -> Response:
    """暂停."""
    return await _answer(SUSPENSION, request)


async def resumption(request: Request) -> Response:
    """恢复."""
    return await _answer(RESUMPTION, request)


async def revocation(request: Request) -> Response:
    """取消资格."""
    return await _answer(REVOCATION, request)


async def _answer(kind: Kind, request: Request) -> Response:
    """What it would do and what stands in its way; by POST, 确认…"""
    if request.method == "POST":
        return await _act(kind, request)
    return await second_step.show(request, await _step(kind, request), _record_url(request))


async def _act(kind: Kind, request: Request) -> Response:
    viewer, id, now_as = official_of(request), record_id(request), partial(_step, kind, request)
    told = kind.told.format((await bases.get(viewer, id)).unit)

    async def deed(version: int, reason: str, now: datetime) -> None:
        await kind.deed(viewer, id, version, reason, now)

    return await second_step.carry_out(request, deed, now_as, told, _record_url(request))


async def _step(kind: Kind, request: Request) -> Step:
    viewer = official_of(request)
    base = await bases.get(viewer, record_id(request))
    relying = await base_positions.relying_on(base.id)
    objection = base_steps.objection(viewer, base, kind.verb, relying)
    return Step(
        title=f"{labels.verb('base', kind.verb)}“{base.unit}”",
        confirm=labels.confirm("base", kind.verb),
        version=base.version,
        objection=objection,
        does=() if objection else kind.does(base, relying, viewer.role),
        reason=kind.reason,
        facts=_facts(base),
    )


def _facts(base: Base) -> list[tuple[str, str]]:
    known = [
        ("统一社会信用代码", base.credit_code),
        ("注册地", region(base.county)),
        ("状态", base.shown.label),
    ]
    if base.under_amendment:
        known.append(("变更申请", labels.state("base", base.amendment_state)))
    return known


def _record_url(request: Request) -> str:
    return str(request.app.url_path_for("authority:base", id=record_id(request)))


async def _reopen(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    await base_review.reopen(viewer, id, version, now)


REOPENING = Kind(BaseVerb.REOPEN, _reopen, consequences.of_reopening, "已撤销对“{}”的审核，等待您重新审核。")
SUSPENSION = Kind(
    BaseVerb.SUSPEND,
    base_standing.suspend,
    consequences.of_suspension,
    "“{}”已暂停，单位会看到暂停原因。需要时可以恢复。",
    "暂停原因",
)
RESUMPTION = Kind(
    BaseVerb.RESUME,
    base_standing.resume,
    consequences.of_resumption,
    "“{}”已恢复为审核通过，单位可以继续使用。",
    "恢复原因",
)
REVOCATION = Kind(
    BaseVerb.REVOKE,
    base_standing.revoke,
    consequences.of_revocation,
    "“{}”已取消资格，单位会看到原因，可以重新提交申请。",
    "取消资格原因",
)
BOTH = ["GET", "POST"]
routes = [
    Route("/bases/{id}/reopening", reopening, name="base_reopening", methods=BOTH),
    Route("/bases/{id}/suspension", suspension, name="base_suspension", methods=BOTH),
    Route("/bases/{id}/resumption", resumption, name="base_resumption", methods=BOTH),
    Route("/bases/{id}/revocation", revocation, name="base_revocation", methods=BOTH),
]
