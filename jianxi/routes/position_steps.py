"""What the acts with consequences on a 见习岗位 would do, in the words of their confirm pages; for both desks."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries import position_applicants, positions
from jianxi.queries.position_applicants import Applicants
from jianxi.queries.positions import Position
from jianxi.templating import region
from jianxi.web import second_step
from jianxi.web.requests import record_id, today_of
from jianxi.web.second_step import Step

NOUN = FLOW.noun
V = TypeVar("V", EmployerViewer, OfficialViewer)
Made = Callable[[V, int, int, datetime], Awaitable[None]]
"""viewer, id, the version shown, now."""
Worded = Callable[[V, Position], Awaitable[Step]]


async def deletion(viewer: Viewer, position: Position) -> Step:
    """删除."""
    return _step(viewer, position, PositionVerb.DELETE, ["岗位被删除，不能恢复。需要时请重新新增。"])


async def withdrawal(viewer: Viewer, position: Position) -> Step:
    """撤销发布, by the employer or by the office that published it."""
    found = await position_applicants.of_positions([position.id])
    after = (
        "岗位变为“单位已撤销”。以后可以申请重新发布，由主管部门再次发布。"
        if isinstance(viewer, EmployerViewer)
        else "岗位回到“审核通过（未发布）”，可以再次发布。"
    )
    return _step(viewer, position, PositionVerb.WITHDRAW, [*kept(found), after])


def kept(found: Applicants) -> list[str]:
    """What 撤销发布 does to people, a sentence each."""
    waiting = "没有人正在等待单位审核。"
    if found.waiting:
        waiting = f"已报名、等待单位审核的{found.waiting}人：报名保留，单位仍可审核，本人也可以改报其他岗位。"
    accepted = f"已录用的{found.accepted}人不受影响。" if found.accepted else "没有已录用的人。"
    return ["岗位不再公开，任何人都不能再报名。", waiting, accepted]


async def republication(viewer: Viewer, position: Position) -> Step:
    """申请重新发布."""
    does = ["岗位回到“审核通过（未发布）”，由主管部门再次发布后，所有人又可以看到并报名。"]
    if position.is_late:
        does.append("报名截止日期已过。申请后请先延长报名，否则主管部门不能发布。")
    return _step(viewer, position, PositionVerb.REPUBLISH, does)


async def reopening(viewer: Viewer, position: Position) -> Step:
    """撤销审核."""
    does = ["您部门对该岗位的上一次审核决定被撤销，意见仍保留在办理记录中。"]
    if PositionVerb.REOPEN in position.offers:
        target = FLOW.decide(PositionVerb.REOPEN, position.facts, role_of(viewer)).target
        does.append(f"岗位回到“{labels.state(NOUN, target)}”，由您部门重新审核。")
        if PositionVerb.EDIT in FLOW.offered(replace(position.facts, state=target), Role.EMPLOYER):
            does.append("重新审核前，单位可以编辑或删除该岗位。")
    return _step(viewer, position, PositionVerb.REOPEN, does)


async def ask(request: Request, viewer: V, worded: Worded[V], default_back: str) -> Response:
    """The page before the act."""
    position = await positions.get(viewer, record_id(request), today_of(request))
    return await second_step.show(request, await worded(viewer, position), default_back)


async def carry_out(
    request: Request, viewer: V, made: Made[V], worded: Worded[V], told: str, default_back: str
) -> Response:
    """The act; `told` names the position in its braces."""
    id, today = record_id(request), today_of(request)
    title = (await positions.get(viewer, id, today)).title

    async def deed(version: int, _reason: str, now: datetime) -> None:
        await made(viewer, id, version, now)

    async def fresh() -> Step:
        return await worded(viewer, await positions.get(viewer, id, today))

    return await second_step.carry_out(request, deed, fresh, told.format(title), default_back)


def _step(viewer: Viewer, position: Position, verb: PositionVerb, does: list[str]) -> Step:
    return Step(
        title=f"{labels.verb(NOUN, verb)}“{position.title}”",
        confirm=labels.confirm(NOUN, verb),
        version=position.version,
        objection=FLOW.objection(verb, position.facts, role_of(viewer)),
        does=does,
        facts=[
            ("单位名称", position.unit_name),
            ("注册地", region(position.county)),
            ("状态", position.shown.label),
            ("见习人数", f"{position.headcount}（已录用{position.accepted}）"),
            ("报名截止日期", position.deadline.isoformat()),
        ],
    )
