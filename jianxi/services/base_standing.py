"""What the city does to a 见习基地 in force: 暂停, 恢复, 取消资格. What runs already runs on."""

from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.bases import FLOW, BaseVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import bases
from jianxi.services import moves
from jianxi.tables.employers import Base as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun
Values = dict[Column, object]


async def suspend(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """暂停: nothing new of its positions; a 变更申请 waits."""
    await _move(viewer, BaseVerb.SUSPEND, id, version, read_free_reason(reason, "暂停原因"), now)


async def resume(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """恢复: as it was before the suspension."""
    await _move(viewer, BaseVerb.RESUME, id, version, read_free_reason(reason, "恢复原因"), now)


async def revoke(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """取消资格: a 变更申请 ends; the employer may submit again."""
    await _move(viewer, BaseVerb.REVOKE, id, version, read_free_reason(reason, "取消资格原因"), now)


async def _move(
    viewer: OfficialViewer, verb: BaseVerb, id: int, version: int, reason: str, now: datetime
) -> None:
    async with unit_of_work():
        base = await bases.get(viewer, id)
        await moves.check_version(NOUN, base, version, periods.today(now))
        decision = FLOW.decide(verb, base.standing, viewer.role, reason)
        values: Values = {Row.stopped_reason: "" if verb is BaseVerb.RESUME else decision.reason}
        facts: dict[str, object] = {}
        if verb is BaseVerb.REVOKE and base.under_amendment:
            values |= {Row.amendment_state: "", Row.amendment_level: "", Row.amendment_rejection: ""}
            facts = {"round": base.round, "amendment_ended": True}
        await moves.write(viewer, NOUN, Row, base, decision, values, now, facts)
