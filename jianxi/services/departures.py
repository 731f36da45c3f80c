"""What the person and the employer do about 离岗: 申请终止见习 and 离岗登记, and all that follows before the office decides."""

from collections.abc import Mapping
from datetime import date, datetime

from piccolo.columns import Column

from jianxi.domain import departure_checks, departure_reasons, periods
from jianxi.domain.departures import FLOW, DepartureVerb, is_lapsed
from jianxi.domain.flow import Decision, Role
from jianxi.domain.viewers import EmployerViewer, PersonViewer, Viewer
from jianxi.forms.departures import DepartureForm, LastDayForm, RequestForm
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import departures
from jianxi.queries.departures import Departure
from jianxi.queries.placements import Placement
from jianxi.services import certificates, log, moves
from jianxi.services.certificate_uploads import UNDECIDED
from jianxi.services.departure_checks import as_shown, beginning, period_of, set_aside, valid
from jianxi.tables.departures import Departure as Row
from jianxi.tables.writing import insert

NOUN = FLOW.noun
REFUSAL = "不通过原因"
BY_DATE = log.System("系统")
"""What follows from a date is nobody's doing, least of all an administrator's."""


async def request(
    viewer: PersonViewer, placement: int, version: int, form: RequestForm, now: datetime
) -> int:
    """申请终止见习: the new departure's id. `version` is of the placement as it was shown."""
    async with beginning(viewer, placement, version, now) as held:
        valid({"wanted_on": departure_checks.outside(form.wanted_on, period_of(held), "期望离岗日期")})
        reason = departure_reasons.told(form.reason, form.note or "")
        facts = await departures.beginning(held, Role.PERSON)
        made = FLOW.decide(DepartureVerb.REQUEST, facts, Role.PERSON, reason)
        return await _insert(viewer, _new(held, form, form.wanted_on, made, now), made, now)


async def recall(viewer: PersonViewer, id: int, version: int, now: datetime) -> None:
    """撤回 of one's own request: the traineeship goes on."""
    async with as_shown(viewer, id, version, now) as departure:
        made = FLOW.decide(DepartureVerb.RECALL, departure.facts, Role.PERSON)
        await _write(viewer, departure, made, {}, now)
        await set_aside(id)


async def appeal(viewer: PersonViewer, id: int, version: int, now: datetime) -> None:
    """提请主管部门: the office decides without a certificate and sets the date."""
    async with as_shown(viewer, id, version, now) as departure:
        made = FLOW.decide(DepartureVerb.APPEAL, departure.facts, Role.PERSON)
        await _write(viewer, departure, made, {}, now)


async def consent(viewer: EmployerViewer, id: int, version: int, last_day: date, now: datetime) -> None:
    """离岗审核 通过 with the 离岗日期 confirmed: the certificate can be printed."""
    async with as_shown(viewer, id, version, now) as departure:
        made = FLOW.decide(DepartureVerb.CONSENT, departure.facts, Role.EMPLOYER)
        valid({"last_day": departure_checks.outside(last_day, period_of(departure.placement), "离岗日期")})
        await _certify(viewer, departure, made, {Row.last_day: last_day, Row.refusal: ""}, now)


async def refuse(viewer: EmployerViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """离岗审核 不通过: the person reads the reason and may ask the office at once."""
    async with as_shown(viewer, id, version, now) as departure:
        FLOW.decide(DepartureVerb.REFUSE, departure.facts, Role.EMPLOYER, REFUSAL)
        said = read_free_reason(reason, REFUSAL)
        made = FLOW.decide(DepartureVerb.REFUSE, departure.facts, Role.EMPLOYER, said)
        await _write(viewer, departure, made, {Row.refusal: made.reason}, now)


async def record(
    viewer: EmployerViewer, placement: int, version: int, form: DepartureForm, now: datetime
) -> int:
    """离岗登记: the new departure's id, its certificate issued. `version` is of the placement as it was shown."""
    async with beginning(viewer, placement, version, now) as held:
        await lapse_due(placement, now)
        today = periods.today(now)
        facts = await departures.beginning(held, Role.EMPLOYER)
        reason = departure_reasons.told(form.reason, form.note or "")
        made = FLOW.decide(DepartureVerb.RECORD, facts, Role.EMPLOYER, reason)
        day, wrong = departure_checks.recorded_day(form.reason, form.last_day, period_of(held), today)
        valid({"last_day": wrong})
        id = await _insert(viewer, _new(held, form, day, made, now), made, now)
        await certificates.issue(id, now)
        return id


async def edit(
    viewer: EmployerViewer, id: int, version: int, form: DepartureForm | LastDayForm, now: datetime
) -> bool:
    """修改离岗登记: the certificate gets its next version, and pages stamped for the old one are set aside. Of a person's
    own request only the day is the employer's to say. False, and nothing written, where all is as it was."""
    async with as_shown(viewer, id, version, now) as departure:
        made = FLOW.decide(DepartureVerb.EDIT, departure.facts, Role.EMPLOYER)
        values = _edited(departure, form, periods.today(now))
        same = all(getattr(departure, column._meta.name) == value for column, value in values.items())
        if same and departure.certificate:
            return False
        await _certify(viewer, departure, made, {**values, **UNDECIDED}, now)
        return True


async def cancel(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """撤销离岗登记: the traineeship goes on."""
    async with as_shown(viewer, id, version, now) as departure:
        made = FLOW.decide(DepartureVerb.CANCEL, departure.facts, Role.EMPLOYER)
        await _write(viewer, departure, made, {}, now)
        await set_aside(id)


async def lapse_due(placement: int, now: datetime) -> None:
    """Writes down, inside a unit of work that holds the placement, that its unanswered request is void since the period
    ended. It has been shown so from the first day."""
    today = periods.today(now)
    departure = await departures.standing(placement, today)
    if departure is None or not is_lapsed(departure.facts):
        return
    made = FLOW.follow(DepartureVerb.LAPSE, departure.facts)
    await moves.change(NOUN, Row, departure, made, {Row.state_since: now}, now)
    await log.record(BY_DATE, now, NOUN, departure.id, made.verb, made.source, made.target)


def _new(
    held: Placement, form: DepartureForm | RequestForm, last_day: date, made: Decision, now: datetime
) -> Row:
    return Row(
        placement=held.id,
        state=made.target,
        asked_by_person=isinstance(form, RequestForm),
        reason=form.reason,
        note=form.note or "",
        wanted_on=last_day if isinstance(form, RequestForm) else None,
        last_day=last_day,
        begun_at=now,
        state_since=now,
        certificate=0 if isinstance(form, RequestForm) else 1,
    )


async def _insert(viewer: Viewer, row: Row, made: Decision, now: datetime) -> int:
    id = await insert(row)
    facts = {"placement": row.placement}
    await log.record(viewer, now, NOUN, id, made.verb, made.source, made.target, made.reason, facts)
    return id


async def _write(
    viewer: Viewer, departure: Departure, made: Decision, values: Mapping[Column, object], now: datetime
) -> None:
    """How long somebody has waited counts from the day a state was come into, not from a change inside it."""
    since = departure.state_since if made.source == made.target else now
    written = {Row.state_since: since, **values}
    await moves.write(viewer, NOUN, Row, departure, made, written, now, {"placement": departure.placement.id})


async def _certify(
    viewer: Viewer, departure: Departure, made: Decision, values: Mapping[Column, object], now: datetime
) -> None:
    """Writes it with the next version of the certificate."""
    await _write(viewer, departure, made, {Row.certificate: departure.certificate + 1, **values}, now)
    await set_aside(departure.id)
    await certificates.issue(departure.id, now)


def _edited(departure: Departure, form: DepartureForm | LastDayForm, today: date) -> dict[Column, object]:
    """What a 修改 changes; `Invalid` when a day cannot be."""
    period = period_of(departure.placement)
    values: dict[Column, object]
    if isinstance(form, LastDayForm):
        valid({"last_day": departure_checks.outside(form.last_day, period, "离岗日期")})
        values = {Row.last_day: form.last_day}
    else:
        day, wrong = departure_checks.recorded_day(form.reason, form.last_day, period, today)
        valid({"last_day": wrong})
        values = {Row.last_day: day, Row.reason: form.reason, Row.note: form.note or ""}
    return values
