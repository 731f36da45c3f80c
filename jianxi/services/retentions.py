"""What an employer does about 留用: 留用登记, 修改 and 撤销留用."""

from collections.abc import Sequence
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid
from jianxi.domain.placements import FLOW as PLACEMENTS
from jianxi.domain.retention_checks import faults
from jianxi.domain.retentions import FLOW, RetentionVerb
from jianxi.domain.viewers import EmployerViewer, role_of
from jianxi.forms.retentions import RetentionForm
from jianxi.queries import placements, retentions
from jianxi.queries.placements import Placement
from jianxi.queries.retentions import Retention
from jianxi.services import departures, holds, log, moves, retention_files, roster_telling
from jianxi.tables.departures import Retention as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun
FIELDS = ("post", "contract_from", "contract_to", "insured_on")


async def record(
    viewer: EmployerViewer,
    placement_id: int,
    version: int,
    form: RetentionForm,
    files: Sequence[int],
    now: datetime,
) -> int:
    """留用登记 of a placement, with the version of it that was shown; the retention's id. A request to leave that has
    lapsed is written down first, since nobody leaves and stays."""
    today = periods.today(now)
    async with unit_of_work():
        await _hold(viewer, placement_id, now)
        await departures.lapse_due(placement_id, now)
        placement = await placements.get(viewer, placement_id, today)
        await moves.check_version(PLACEMENTS.noun, placement, version, today)
        made = FLOW.decide(RetentionVerb.RECORD, retentions.beginning(placement), role_of(viewer))
        _check(form, placement)
        values = {name: getattr(form, name) for name in FIELDS}
        id = await insert(Row(placement=placement_id, state=made.target, recorded_at=now, **values))
        told = {"placement": placement_id, "files": await retention_files.attach(id, files)}
        await log.record(viewer, now, NOUN, id, made.verb, target=made.target, facts=told)
        days = (form.contract_from, form.insured_on)
        await roster_telling.contracted(viewer, made.verb, id, placement, days, now)
        return id


async def edit(
    viewer: EmployerViewer, id: int, version: int, form: RetentionForm, files: Sequence[int], now: datetime
) -> bool:
    """修改, with what evidence came in addition. False, and nothing written, where all is as it was."""
    async with unit_of_work():
        retention = await _held(viewer, id, version, now)
        made = FLOW.decide(RetentionVerb.EDIT, retention.facts, role_of(viewer))
        _check(form, retention.placement)
        changed = [name for name in FIELDS if getattr(form, name) != getattr(retention, name)]
        added = await retention_files.attach(id, files)
        if not changed and not added:
            return False
        values = {getattr(Row, name): getattr(form, name) for name in FIELDS}
        told = {"fields": changed, "files": added}
        await moves.write(viewer, NOUN, Row, retention, made, values, now, told)
        if changed:
            days = (form.contract_from, form.insured_on)
            await roster_telling.contracted(viewer, made.verb, id, retention.placement, days, now)
        return True


async def revoke(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """撤销留用: the person is again what the days say, and may leave or be retained anew."""
    async with unit_of_work():
        retention = await _held(viewer, id, version, now)
        made = FLOW.decide(RetentionVerb.REVOKE, retention.facts, role_of(viewer))
        await moves.write(viewer, NOUN, Row, retention, made, {}, now)


async def _held(viewer: EmployerViewer, id: int, version: int, now: datetime) -> Retention:
    """As it is with its placement held, if it is still the version that was shown."""
    today = periods.today(now)
    await _hold(viewer, (await retentions.get(viewer, id, today)).placement.id, now)
    retention = await retentions.get(viewer, id, today)
    await moves.check_version(NOUN, retention, version, today)
    return retention


async def _hold(viewer: EmployerViewer, placement_id: int, now: datetime) -> None:
    """Only one's own."""
    await placements.get(viewer, placement_id, periods.today(now))
    await holds.placement(placement_id)


def _check(form: RetentionForm, placement: Placement) -> None:
    found = faults(form.contract, placement.starts_on, placement.ends_on)
    if found:
        raise Invalid(found)
