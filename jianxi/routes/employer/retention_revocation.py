"""撤销留用: what it would do, and the act."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.periods import spoken
from jianxi.domain.retentions import FLOW, RetentionVerb
from jianxi.domain.trainees import after_revocation
from jianxi.domain.viewers import EmployerViewer, role_of
from jianxi.queries import retentions
from jianxi.queries.retentions import Retention
from jianxi.services import retentions as services
from jianxi.web import second_step
from jianxi.web.requests import employer_of, record_id, today_of
from jianxi.web.second_step import Step

REVOKE = RetentionVerb.REVOKE


async def ask(request: Request) -> Response:
    """The page before the act."""
    retention = await _found(request)
    return await second_step.show(request, _step(employer_of(request), retention), _back(request, retention))


async def revoke_retention(request: Request) -> Response:
    """确认撤销留用."""
    viewer, found = employer_of(request), await _found(request)

    async def deed(version: int, _reason: str, now: datetime) -> None:
        await services.revoke(viewer, found.id, version, now)

    async def fresh() -> Step:
        return _step(viewer, await _found(request))

    told = f"已撤销“{found.placement.name}”的留用登记。"
    return await second_step.carry_out(request, deed, fresh, told, _back(request, found))


async def _found(request: Request) -> Retention:
    return await retentions.get(employer_of(request), record_id(request), today_of(request))


def _step(viewer: EmployerViewer, found: Retention) -> Step:
    placement = found.placement
    return Step(
        title=f"{labels.verb(FLOW.noun, REVOKE)}“{placement.name}”",
        confirm=labels.confirm(FLOW.noun, REVOKE),
        version=found.version,
        objection=FLOW.objection(REVOKE, found.facts, role_of(viewer)),
        does=(
            "这次留用登记不再有效，不计入留用率；登记内容和佐证材料仍可查看。",
            after_revocation(placement.facts),
            "之后可以重新办理留用登记。",
        ),
        facts=(
            ("姓名", placement.name),
            ("见习岗位", placement.title),
            ("留用岗位", found.post),
            ("劳动合同", f"{spoken(found.contract_from)}至{spoken(found.contract_to)}"),
        ),
    )


def _back(request: Request, found: Retention) -> str:
    return str(request.app.url_path_for("employer:placement", id=found.placement.id))


routes = [
    Route("/retentions/{id}/revocation", ask, name="retention_revocation", methods=["GET"]),
    Route("/retentions/{id}/revocation", revoke_retention, methods=["POST"]),
]
