"""What the office of the base's level decides about 离岗: 审核通过, 审核不通过, and 撤销审核 of either."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from piccolo.columns import Column

from jianxi.domain import certificates, departure_checks, reasons
from jianxi.domain.certificates import Certificate
from jianxi.domain.departure_reasons import NEVER_CAME
from jianxi.domain.departures import FLOW, DepartureState, DepartureVerb
from jianxi.domain.flow import Decision
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import paper_contents
from jianxi.queries.departures import Departure
from jianxi.services import holds, moves, never_came, roster_telling
from jianxi.services.certificate_uploads import UNDECIDED
from jianxi.services.departure_checks import as_shown, period_of, valid
from jianxi.tables.departures import Departure as Row

NOUN = FLOW.noun
RELEASED = "此人的身份证号已更正给他人，离岗的审核不能撤销。请先在“身份冲突”中核实。"


async def approve(
    viewer: OfficialViewer, id: int, version: int, last_day: date | None, now: datetime
) -> None:
    """审核通过: 已离岗 from 离岗日期 on. Where the employer was passed over, the office sets that day; else it is the one on
    the certificate, whatever `last_day` is. 未上岗 frees seat and chance."""
    async with as_shown(viewer, id, version, now, with_chance=True) as departure:
        made = FLOW.decide(DepartureVerb.APPROVE, departure.facts, viewer.role)
        day = _confirmed(departure, made, last_day)
        await _settle(viewer, departure, made, {Row.last_day: day, Row.rejection: ""}, now)
        await roster_telling.departed(viewer, departure, day, now)
        if departure.reason == NEVER_CAME:
            await never_came.release(viewer, departure.placement, now)


async def reject(
    viewer: OfficialViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which person and employer read."""
    async with as_shown(viewer, id, version, now) as departure:
        reason = reasons.reason_text(NOUN, ticked, note)
        made = FLOW.decide(DepartureVerb.REJECT, departure.facts, viewer.role, reason)
        await _settle(viewer, departure, made, {Row.rejection: made.reason}, now)


async def reopen(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """撤销审核: what it was before the decision. Who had not come has the post again, unless seat or chance are gone."""
    async with as_shown(viewer, id, version, now, with_chance=True) as departure:
        made = FLOW.decide(DepartureVerb.REOPEN, departure.facts, viewer.role)
        if (
            made.source == DepartureState.APPROVED
            and (await holds.person(departure.placement.person)).is_released
        ):
            raise Refused(RELEASED)
        if departure.placement.never_came:
            await never_came.restore(viewer, departure.placement, now)
        undone = {Row.state_since: now, Row.last_day: await _day_before(departure), **UNDECIDED}
        await moves.write(viewer, NOUN, Row, departure, made, undone, now, _told(departure))


async def _settle(
    viewer: OfficialViewer,
    departure: Departure,
    made: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> None:
    decided = {
        Row.decided_at: now,
        Row.decided_by: viewer.name,
        Row.decided_from: made.source,
        Row.state_since: now,
    }
    await moves.write(viewer, NOUN, Row, departure, made, {**decided, **values}, now, _told(departure))


async def _day_before(departure: Departure) -> date:
    """离岗日期 before the office set another over the employer's head: on the certificate in force, or as was wished."""
    if departure.decided_from != DepartureState.WAITING_OFFICE:
        return departure.last_day
    if not departure.certificate:
        return departure.wanted_on or departure.last_day
    content = (await paper_contents.kept(certificates.KIND, departure.id, departure.certificate)).content
    return content.last_day if isinstance(content, Certificate) else departure.last_day


def _told(departure: Departure) -> Mapping[str, object]:
    """未上岗 ends the acceptance, or lets it stand again: one notice says both."""
    never_came = {"never_came": True} if departure.reason == NEVER_CAME else {}
    return {"placement": departure.placement.id, **never_came}


def _confirmed(departure: Departure, made: Decision, last_day: date | None) -> date:
    if made.source != DepartureState.WAITING_OFFICE or departure.reason == NEVER_CAME:
        return departure.last_day
    if last_day is None:
        valid({"last_day": "请填写离岗日期"})
        return departure.last_day
    valid({"last_day": departure_checks.outside(last_day, period_of(departure.placement), "离岗日期")})
    return last_day
