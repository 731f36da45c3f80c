"""离岗审核 不通过, and 撤销离岗登记: what each would do, and the act."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import departure_reasons, labels
from jianxi.domain.departures import FLOW, DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.periods import spoken
from jianxi.queries import departures
from jianxi.queries.departures import Departure
from jianxi.services import departures as services
from jianxi.web import second_step
from jianxi.web.requests import employer_of, record_id, today_of
from jianxi.web.second_step import Step

REFUSED = (
    "本人会看到不通过原因，见习照常进行。",
    "本人可以撤回申请，也可以马上提请主管部门决定。",
    "以后改变决定的，仍可以通过。",
)
CANCELLED = (
    "这次离岗登记不再有效，此人回到登记前的状态。",
    "已生成的解除协议证明和还没有送审的上传内容不再使用。",
    "之后可以重新办理离岗登记或留用登记。",
)


async def ask_refusal(request: Request) -> Response:
    """The reason, which the person reads."""
    found = await _found(request)
    return await second_step.show(request, _refusal(found), _page(request, found))


async def refuse(request: Request) -> Response:
    """确认不通过."""
    viewer, found = employer_of(request), await _found(request)

    async def deed(version: int, reason: str, now: datetime) -> None:
        await services.refuse(viewer, found.id, version, reason, now)

    async def fresh() -> Step:
        return _refusal(await _found(request))

    told = "已作出不通过的决定，本人会看到原因。"
    return await second_step.carry_out(request, deed, fresh, told, _page(request, found))


async def ask_cancellation(request: Request) -> Response:
    """What 撤销离岗登记 would do."""
    found = await _found(request)
    return await second_step.show(request, _cancellation(found), _page(request, found))


async def cancel_departure(request: Request) -> Response:
    """确认撤销离岗登记."""
    viewer, found = employer_of(request), await _found(request)

    async def deed(version: int, _reason: str, now: datetime) -> None:
        await services.cancel(viewer, found.id, version, now)

    async def fresh() -> Step:
        return _cancellation(await _found(request))

    told = f"已撤销“{found.placement.name}”的离岗登记。"
    return await second_step.carry_out(request, deed, fresh, told, _page(request, found))


async def _found(request: Request) -> Departure:
    return await departures.get(employer_of(request), record_id(request), today_of(request))


def _page(request: Request, found: Departure) -> str:
    return str(request.app.url_path_for("employer:departure", id=found.id))


def _refusal(found: Departure) -> Step:
    return _step(found, DepartureVerb.REFUSE, "离岗审核不通过", REFUSED, services.REFUSAL)


def _cancellation(found: Departure) -> Step:
    return _step(found, DepartureVerb.CANCEL, labels.verb(FLOW.noun, DepartureVerb.CANCEL), CANCELLED)


def _step(found: Departure, verb: DepartureVerb, title: str, does: tuple[str, ...], reason: str = "") -> Step:
    placement = found.placement
    return Step(
        title=f"{title}“{placement.name}”",
        confirm=labels.confirm(FLOW.noun, verb),
        version=found.version,
        objection=FLOW.objection(verb, found.facts, Role.EMPLOYER),
        does=does,
        reason=reason,
        facts=(
            ("姓名", placement.name),
            ("见习岗位", placement.title),
            ("离岗原因", departure_reasons.told(found.reason, found.note)),
            (
                "期望离岗日期" if found.asked_by_person else "离岗日期",
                spoken(found.wanted_on) if found.wanted_on else found.day_told,
            ),
            ("现在的状态", found.shown.label),
        ),
    )


routes = [
    Route("/departures/{id}/refusal", ask_refusal, name="departure_refusal", methods=["GET"]),
    Route("/departures/{id}/refusal", refuse, methods=["POST"]),
    Route("/departures/{id}/cancellation", ask_cancellation, name="departure_cancellation", methods=["GET"]),
    Route("/departures/{id}/cancellation", cancel_departure, methods=["POST"]),
]
