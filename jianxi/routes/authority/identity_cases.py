"""身份冲突: the cases of an office, both sides of one, and the decision by a second step."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from jianxi.domain import labels
from jianxi.domain.identity_cases import FLOW, CaseState, CaseVerb
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import identity_cases, identity_sides, log
from jianxi.queries.identity_cases import ALL, DECIDERS, NOUN, Case
from jianxi.services import identity_cases as services
from jianxi.templating import at_full
from jianxi.web import second_step
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, official_of, query_of, record_id, today_of
from jianxi.web.second_step import Step

Service = Callable[[OfficialViewer, int, int, str, datetime], Awaitable[None]]
SERVICES: dict[CaseVerb, tuple[str, Service]] = {
    CaseVerb.MERGE: ("merger", services.merge),
    CaseVerb.HAND_OVER: ("handover", services.hand_over),
    CaseVerb.DISMISS: ("dismissal", services.dismiss),
    CaseVerb.REOPEN: ("reopening", services.reopen),
}
DOES = {
    CaseVerb.MERGE: (
        "两个姓名是同一人：姓名和毕业信息改为生源信息库的登记，已提交的意向、报名和录用都保留。",
        "今后用登记姓名和身份证号登录。",
    ),
    CaseVerb.HAND_OVER: (
        "该身份证号归生源信息库登记的本人；登记本人重新登录后，自己填写意向、报名岗位，不会看到原登录人的内容。",
        "原登录人的登录全部退出，不能再用该身份证号登录，密码账号停用。",
        "原登录人等待审核的报名撤销，录用取消，名额退还，单位会看到原因；以前的记录仍在原登录人名下。",
    ),
    CaseVerb.DISMISS: (
        "原登录人不变；以登记姓名登录的人不能用该身份证号登录，登录时会看到由本部门核实的说明。",
        "以后有新情况的，可以重新核实。",
    ),
    CaseVerb.REOPEN: ("恢复为待核实；以登记姓名登录的人可以再次登录，等待核实。",),
}


async def index(request: Request) -> Response:
    """Those that wait first; the others by tab."""
    viewer, wanted = _office(request), query_of(request).one("state")
    state = wanted if wanted == ALL or wanted in set(CaseState) else CaseState.PENDING.value
    tabs = await identity_cases.tabs(viewer, state)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await identity_cases.page(viewer, state, today_of(request), offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "tabs": tabs, "current": current}
    return respond(request, "pages/authority/identity_cases.html", context)


async def show(request: Request) -> Response:
    """Both sides."""
    case = await identity_cases.get(_office(request), record_id(request), today_of(request))
    context = {"case": case, "sides": await identity_sides.sides(case)}
    context |= {
        "events": await log.timeline(NOUN, case.id),
        "back": back_of(query_of(request), _list(request)),
    }
    return respond(request, "pages/authority/identity_case.html", context)


def _confirm(verb: CaseVerb) -> Callable[[Request], Awaitable[Response]]:
    async def confirm(request: Request) -> Response:
        case = await identity_cases.get(_office(request), record_id(request), today_of(request))
        return await second_step.show(request, _step(case, verb, _office(request)), _list(request))

    return confirm


def _carry_out(verb: CaseVerb, service: Service) -> Callable[[Request], Awaitable[Response]]:
    async def carry_out(request: Request) -> Response:
        viewer, id = _office(request), record_id(request)
        case = await identity_cases.get(viewer, id, today_of(request))

        async def deed(version: int, reason: str, now: datetime) -> None:
            await service(viewer, id, version, reason, now)

        async def fresh() -> Step:
            return _step(await identity_cases.get(viewer, id, today_of(request)), verb, viewer)

        told = f"{case.person_name}、{case.graduate_name}：已{labels.verb(NOUN, verb)}。"
        return await second_step.carry_out(request, deed, fresh, told, _list(request))

    return carry_out


def _step(case: Case, verb: CaseVerb, viewer: OfficialViewer) -> Step:
    return Step(
        title=f"{labels.verb(NOUN, verb)}：{case.person_name}、{case.graduate_name}",
        confirm=labels.confirm(NOUN, verb),
        version=case.version,
        objection=FLOW.objection(verb, case.facts, viewer.role),
        does=DOES[verb],
        reason=services.REASON,
        facts=(
            ("原登录人", case.person_name),
            ("登记姓名", case.graduate_name),
            ("现在的状态", case.shown.label),
            *_decided(case),
        ),
    )


def _decided(case: Case) -> tuple[tuple[str, str], ...]:
    """Of a decided one: when, and what was said of it."""
    if case.waits or case.decided_at is None:
        return ()
    return (("核实时间", at_full(case.decided_at)), (services.REASON, case.reason))


def _office(request: Request) -> OfficialViewer:
    """The province decides no case: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role not in DECIDERS:
        raise Missing
    return viewer


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:identity_cases"))


def _steps() -> list[BaseRoute]:
    found: list[BaseRoute] = []
    for verb, (noun, service) in SERVICES.items():
        path, name = f"/identity-cases/{{id}}/{noun}", f"identity_case_{noun}"
        found.append(Route(path, _confirm(verb), name=name, methods=["GET"]))
        found.append(Route(path, _carry_out(verb, service), name=name, methods=["POST"]))
    return found


routes = [
    Route("/identity-cases", index, name="identity_cases"),
    Route("/identity-cases/{id}", show, name="identity_case"),
    *_steps(),
]
