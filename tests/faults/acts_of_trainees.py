"""What writes, part of 上岗, 离岗 and 留用."""

from random import Random

from jianxi.services import (
    agreement_uploads,
    departure_review,
    departures,
    placement_review,
    placements,
    retention_files,
    retentions,
)
from tests import cast
from tests.attachments import sample
from tests.conftest import NOW
from tests.faults.acts import Act, Deed
from tests.races import lived, trainees
from tests.races.races_of_departures import KEPT
from tests.races.stage import Stage
from tests.races.trainees import NEVER_CAME, ON_DUTY, WISH
from tests.registrations import form
from tests.signed import attached, certificate_sent


async def record() -> Deed:
    found = await trainees.accepted(await _stage())
    return lambda: placements.record(found.unit, found.application, form(), NOW)


async def upload() -> Deed:
    of = await _stage()
    found = await trainees.registered(of)
    await attached(found, "第1页.png", "第2页.png", now=NOW)
    return lambda: agreement_uploads.upload(found.unit, found.placement, 1, NOW)


async def approve() -> Deed:
    of = await _stage()
    found = await trainees.waiting(of)
    return lambda: placement_review.approve(of.place.city, found.placement, 2, NOW)


async def reopen() -> Deed:
    of = await _stage()
    found = await trainees.approved(of)
    return lambda: placement_review.reopen(of.place.city, found.placement, 3, NOW)


async def consent() -> Deed:
    found = await trainees.approved(await _stage())
    id = await departures.request(found.person, found.placement, 3, WISH, ON_DUTY)
    return lambda: departures.consent(found.unit, id, 1, ON_DUTY.date(), ON_DUTY)


async def release() -> Deed:
    """审核通过 of a 离岗, and what follows from 未上岗."""
    of = await _stage()
    found = await trainees.approved(of)
    id = await departures.record(found.unit, found.placement, 3, NEVER_CAME, ON_DUTY)
    await certificate_sent(found, id, ON_DUTY)
    return lambda: departure_review.approve(of.place.city, id, 2, None, ON_DUTY)


async def retain() -> Deed:
    found = await trainees.approved(await _stage())
    evidence = await retention_files.keep([await sample("papers", "劳动合同.png")], ON_DUTY)
    return lambda: retentions.record(found.unit, found.placement, 3, KEPT, evidence, ON_DUTY)


async def _stage() -> Stage:
    """Where one unit is enough."""
    place = await lived.place()
    return Stage(place, place, await cast.person(), (), Random(1))


OF_TRAINEES: dict[str, Act] = {
    "上岗登记": record,
    "上传协议": upload,
    "上岗审核通过": approve,
    "上岗撤销审核": reopen,
    "离岗同意": consent,
    "未上岗审核通过": release,
    "留用登记": retain,
}
