"""撤销审核 of one 上岗: a page that says what it would do and what stands in its way, then the act."""

from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.placements import FLOW, PlacementVerb, has_started, uses_chance
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import placements
from jianxi.queries.placements import Placement
from jianxi.routes.authority.placement_decisions import REVIEW
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import placement_review
from jianxi.templating import region
from jianxi.web import second_step
from jianxi.web.requests import record_id, today_of
from jianxi.web.review import list_url
from jianxi.web.second_step import Step

NOUN = FLOW.noun


async def ask(request: Request) -> Response:
    """撤销审核: what it would do."""
    placement = await placements.get(reviewer_of(request), record_id(request), today_of(request))
    return await second_step.show(request, _step(reviewer_of(request), placement), list_url(REVIEW, request))


async def reopen_placement(request: Request) -> Response:
    """确认撤销审核."""
    viewer, id, today = reviewer_of(request), record_id(request), today_of(request)
    placement = await placements.get(viewer, id, today)

    async def deed(version: int, _reason: str, now: datetime) -> None:
        await placement_review.reopen(viewer, id, version, now)

    told = f"已撤销对{placement.name}上岗的审核，协议重新等待审核。"
    default = list_url(REVIEW, request)
    return await second_step.carry_out(request, deed, lambda: _fresh(viewer, id, today), told, default)


async def _fresh(viewer: OfficialViewer, id: int, today: date) -> Step:
    return _step(viewer, await placements.get(viewer, id, today))


def _step(viewer: OfficialViewer, placement: Placement) -> Step:
    verb = PlacementVerb.REOPEN
    return Step(
        title=f"{labels.verb(NOUN, verb)}：{placement.name}的上岗",
        confirm=labels.confirm(NOUN, verb),
        version=placement.version,
        objection=FLOW.objection(verb, placement.facts, viewer.role),
        does=_does(placement),
        facts=[
            ("见习人员", placement.name),
            ("单位名称", placement.unit_name),
            ("注册地", region(placement.county)),
            ("岗位", placement.title),
            ("见习期间", f"{placement.starts_on.isoformat()} 至 {placement.ends_on.isoformat()}"),
            ("状态", placement.shown.label),
        ],
    )


def _does(placement: Placement) -> list[str]:
    """What it would do to agreement, traineeship and chance."""
    done = [
        "您部门对该上岗的上一次审核决定被撤销，意见仍保留在办理记录中。",
        "已上传的协议书回到“等待审核”，由您部门重新审核；单位和本人会看到。",
    ]
    if has_started(placement.facts):
        return [*done, "此人已经上岗：重新审核期间仍计为在岗，见习机会仍算已使用。"]
    if uses_chance(placement.facts):
        done.append("见习尚未开始：见习机会退还本人，再次审核通过时重新使用；此前单位或本人可以取消录用。")
    return done


PATH = "/placements/{id}/reopening"
routes = [
    Route(PATH, ask, name="placement_reopening", methods=["GET"]),
    Route(PATH, reopen_placement, methods=["POST"]),
]
