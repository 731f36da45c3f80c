"""撤回更正 of a roster (花名册) by the office that asked for it: a page that says what it would do, then the act."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.queries import rosters
from jianxi.routes.authority.subsidies import office_of
from jianxi.services import roster_withdrawals as services
from jianxi.web import second_step
from jianxi.web.requests import record_id, today_of
from jianxi.web.second_step import Step

LABEL = "撤回更正"


async def ask(request: Request) -> Response:
    """What it would do."""
    return await second_step.show(request, await _step(request), _own(request))


async def take_back(request: Request) -> Response:
    """确认撤回更正."""
    viewer, id = office_of(request), record_id(request)
    roster = await rosters.get(viewer, id, today_of(request))

    async def deed(version: int, _: str, now: datetime) -> None:
        await services.withdraw(viewer, id, version, now)

    told = f"{roster.unit_name}{roster.title}的更正已撤回，单位会收到通知。"
    return await second_step.carry_out(request, deed, lambda: _step(request), told, _own(request))


async def _step(request: Request) -> Step:
    viewer, today = office_of(request), today_of(request)
    roster = await rosters.get(viewer, record_id(request), today)
    draft = await rosters.correction_of(viewer, roster, today)
    no = FLOW.objection(RosterVerb.DISCARD, draft.facts, viewer.role) if draft else services.NONE_OPEN
    does = (
        "单位还没有报送的更正和其中的材料一并删除，不能恢复。",
        "已接受的一版不变，仍然有效；以后可以再次提出更正。",
        "单位会收到通知。",
    )
    facts = (("编号", roster.number), ("单位", roster.unit_name), ("月份", roster.months))
    title, confirm = f"{LABEL}：{roster.unit_name}{roster.title}", f"确认{LABEL}"
    return Step(title, confirm, roster.version, no, () if no else does, facts=facts)


def _own(request: Request) -> str:
    return str(request.app.url_path_for("authority:roster", id=record_id(request)))


routes = [
    Route("/rosters/{id}/withdrawal", ask, name="roster_withdrawal", methods=["GET"]),
    Route("/rosters/{id}/withdrawal", take_back, methods=["POST"]),
]
