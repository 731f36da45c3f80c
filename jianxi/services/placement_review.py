"""见习上岗审核: 审核通过 uses the person's one chance up, 审核不通过 says why, 撤销审核 lets the agreement wait again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods, placements, reasons
from jianxi.domain.flow import Decision
from jianxi.domain.outcomes import Refused
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import placements as reading
from jianxi.queries.placements import Placement
from jianxi.services import holds, moves
from jianxi.services.departures import lapse_due
from jianxi.tables.placements import Placement as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict

NOUN = FLOW.noun
NOT_ACCEPTED = "此人的录用已不成立，不能通过上岗审核。请核对录用名单，或审核不通过并说明原因。"
RELEASED = "此人的身份证号已更正给他人，不能通过上岗审核。请先在“身份冲突”中核实，或审核不通过并说明原因。"
_TOLD = {
    "placement_one_chance": "此人在其他单位已有审核通过的上岗，一人只有一次见习机会，不能再通过。请审核不通过并说明原因。",
    "person_chance_while_waiting": "此人另有等待审核的报名，不能通过上岗审核。本人撤销那个报名后可以通过。",
    "placement_not_accepted": NOT_ACCEPTED,
}
"""The database's own guards, by their names."""


async def approve(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """审核通过: the placement stands; the database notes the chance as used and keeps it to one."""
    try:
        async with unit_of_work():
            await reading.get(viewer, id, periods.today(now))
            held = await holds.traineeship(id)
            placement = await _as_shown(viewer, id, version, now)
            decision = FLOW.decide(PlacementVerb.APPROVE, placement.facts, viewer.role)
            if not placement.facts.application_is_accepted:
                raise Refused(NOT_ACCEPTED)
            if held.is_released:
                raise Refused(RELEASED)
            await _settle(viewer, placement, decision, {Row.rejection: ""}, now)
    except Conflict as conflict:
        raise _told(conflict) from None


async def reject(
    viewer: OfficialViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which employer and person read; the employer may send anew."""
    async with unit_of_work():
        await reading.get(viewer, id, periods.today(now))
        await holds.placement(id)
        placement = await _as_shown(viewer, id, version, now)
        reason = reasons.reason_text(NOUN, ticked, note)
        decision = FLOW.decide(PlacementVerb.REJECT, placement.facts, viewer.role, reason)
        await _settle(viewer, placement, decision, {Row.rejection: decision.reason}, now)


async def reopen(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """撤销审核: the agreement waits again. An approval that stood on or after the start date is kept in mind: such a
    placement goes on as 在岗 and the chance stays used; before the start it is given back until the next approval. A request to
    leave that is void since the period ended hinders nothing, and is written down as such."""
    async with unit_of_work():
        await reading.get(viewer, id, periods.today(now))
        await holds.traineeship(id)
        await lapse_due(id, now)
        placement = await _as_shown(viewer, id, version, now)
        decision = FLOW.decide(PlacementVerb.REOPEN, placement.facts, viewer.role)
        values: dict[Column, object] = {
            Row.rejection: "",
            Row.decided_by: "",
            Row.decided_at: None,
            Row.state_since: now,
            Row.waits_since: now,
            Row.was_on_duty: placements.has_started(placement.facts),
        }
        await moves.write(viewer, NOUN, Row, placement, decision, values, now, _facts(placement))


async def _as_shown(viewer: OfficialViewer, id: int, version: int, now: datetime) -> Placement:
    today = periods.today(now)
    placement = await reading.get(viewer, id, today)
    await moves.check_version(NOUN, placement, version, today)
    return placement


async def _settle(
    viewer: OfficialViewer,
    placement: Placement,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> None:
    decided = {Row.state_since: now, Row.decided_at: now, Row.decided_by: viewer.name, **values}
    await moves.write(viewer, NOUN, Row, placement, decision, decided, now, _facts(placement))


def _facts(placement: Placement) -> dict[str, object]:
    """Which sending was decided, and of which version of the agreement."""
    return {"upload": placement.uploads, "agreement": placement.agreement}


def _told(conflict: Conflict) -> Exception:
    """The sentence of a guard of the database; one without is a gap of ours."""
    sentence = _TOLD.get(conflict.constraint_name)
    return Refused(sentence) if sentence else conflict
