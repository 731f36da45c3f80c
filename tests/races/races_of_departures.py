"""Races about 离岗 and 留用: who is first leaves, stays or decides; everybody else is told why not."""

from collections.abc import Awaitable, Callable, Mapping

from jianxi.domain.outcomes import Refused
from jianxi.forms.departures import DepartureForm
from jianxi.forms.reading import read
from jianxi.forms.retentions import RetentionForm
from jianxi.services import (
    acceptances,
    applications,
    certificate_uploads,
    departure_review,
    departures,
    retentions,
)
from tests.departure_forms import TODAY, registration
from tests.races import lived, trainees
from tests.races.stage import Stage, at_once, one_wins
from tests.races.trainees import LEAVES, NEVER_CAME, ON_DUTY, WISH, kept
from tests.signed import certificate_sent
from tests.traineeships import Trainee

KEPT = read(
    RetentionForm,
    {"post": ["数控编程员"], "contract_from": ["2026-12-11"], "contract_to": ["2028-12-10"]},
    TODAY,
)


async def request_against_registration(of: Stage) -> bool:
    """申请终止见习 and 离岗登记, twice each."""
    found = await trainees.approved(of)
    said = await at_once(
        of,
        *(departures.request(found.person, found.placement, 3, WISH, ON_DUTY) for _ in range(2)),
        *(departures.record(found.unit, found.placement, 3, LEAVES, ON_DUTY) for _ in range(2)),
    )
    return one_wins(said) and await kept(found)


async def retention_against_departure(of: Stage) -> bool:
    """留用登记 against 离岗登记 and 申请终止见习."""
    found = await trainees.approved(of)
    said = await at_once(
        of,
        retentions.record(found.unit, found.placement, 3, KEPT, (), ON_DUTY),
        departures.record(found.unit, found.placement, 3, LEAVES, ON_DUTY),
        departures.request(found.person, found.placement, 3, WISH, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


async def revocation_against_request(of: Stage) -> bool:
    """撤销留用 is done in any case; the person may leave after it, and not before."""
    found = await trainees.approved(of)
    id = await retentions.record(found.unit, found.placement, 3, KEPT, (), ON_DUTY)
    revoked, asked = await at_once(
        of,
        retentions.revoke(found.unit, id, 1, ON_DUTY),
        departures.request(found.person, found.placement, 3, WISH, ON_DUTY),
    )
    return revoked is None and isinstance(asked, int | Refused) and await kept(found)


async def answer_against_recall(of: Stage) -> bool:
    """What the unit refused at first it agrees to now, while the person takes it back and asks the office."""
    found = await trainees.approved(of)
    id = await trainees.refused(found)
    said = await at_once(
        of,
        departures.consent(found.unit, id, 2, ON_DUTY.date(), ON_DUTY),
        departures.recall(found.person, id, 2, ON_DUTY),
        departures.appeal(found.person, id, 2, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


async def two_officials(of: Stage) -> bool:
    """One approves and one rejects a departure that the person takes back."""
    found = await trainees.approved(of)
    id = await trainees.refused(found)
    await departures.appeal(found.person, id, 2, ON_DUTY)
    said = await at_once(
        of,
        departure_review.approve(of.place.city, id, 3, ON_DUTY.date(), ON_DUTY),
        departure_review.reject(of.place.city, id, 3, ["other"], "请核对", ON_DUTY),
        departures.recall(found.person, id, 3, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


async def reopening_against_upload(of: Stage) -> bool:
    """撤销审核 of a rejection, while the unit uploads anew, amends 离岗登记 and takes it back."""
    found = await trainees.approved(of)
    id = await _sent(found, LEAVES)
    await departure_review.reject(of.place.city, id, 2, ["other"], "请核对", ON_DUTY)
    said = await at_once(
        of,
        departure_review.reopen(of.place.city, id, 3, ON_DUTY),
        certificate_uploads.upload(found.unit, id, 3, ON_DUTY),
        departures.edit(found.unit, id, 3, registration("2026-12-08"), ON_DUTY),
        departures.cancel(found.unit, id, 3, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


async def release_against_application(of: Stage) -> bool:
    """未上岗 is approved while somebody else applies for the seat that comes free, and is accepted."""
    found, id = await _never_came(of)
    other = await trainees.somebody()

    async def applied_and_accepted() -> None:
        application = await applications.apply(other, found.position, ON_DUTY)
        await acceptances.accept(found.unit, application, 1, ON_DUTY)

    approved, accepted = await at_once(
        of, departure_review.approve(of.place.city, id, 2, None, ON_DUTY), applied_and_accepted()
    )
    return approved is None and (accepted is None or isinstance(accepted, Refused)) and await kept(found)


async def restoration_against_application(of: Stage) -> bool:
    """未上岗 is taken back while the person applies elsewhere: a chance is used or free, never both."""
    found, id = await _never_came(of)
    elsewhere = await lived.published(of.other)
    await departure_review.approve(of.place.city, id, 2, None, ON_DUTY)
    said = await at_once(
        of,
        departure_review.reopen(of.place.city, id, 3, ON_DUTY),
        applications.apply(found.person, elsewhere, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


async def restoration_against_acceptance(of: Stage) -> bool:
    """The same while the unit gives the one seat to somebody else."""
    found, id = await _never_came(of)
    await departure_review.approve(of.place.city, id, 2, None, ON_DUTY)
    other = await applications.apply(await trainees.somebody(), found.position, ON_DUTY)
    said = await at_once(
        of,
        departure_review.reopen(of.place.city, id, 3, ON_DUTY),
        acceptances.accept(found.unit, other, 1, ON_DUTY),
    )
    return one_wins(said) and await kept(found)


OF_DEPARTURES: Mapping[str, Callable[[Stage], Awaitable[bool]]] = {
    "申请终止见习 against 离岗登记": request_against_registration,
    "留用登记 against 离岗": retention_against_departure,
    "撤销留用 against 申请终止见习": revocation_against_request,
    "同意离岗 against 撤回 and 提请": answer_against_recall,
    "two officials and one 离岗": two_officials,
    "撤销离岗审核 against 上传, 修改 and 撤销": reopening_against_upload,
    "未上岗 against 报名 for the seat": release_against_application,
    "撤销审核 of 未上岗 against 报名 elsewhere": restoration_against_application,
    "撤销审核 of 未上岗 against acceptance for the seat": restoration_against_acceptance,
}


async def _sent(found: Trainee, form: DepartureForm) -> int:
    """离岗登记 whose stamped certificate waits for the office: version 2."""
    id = await departures.record(found.unit, found.placement, 3, form, ON_DUTY)
    await certificate_sent(found, id, ON_DUTY)
    return id


async def _never_came(of: Stage) -> tuple[Trainee, int]:
    found = await trainees.approved(of)
    return found, await _sent(found, NEVER_CAME)
