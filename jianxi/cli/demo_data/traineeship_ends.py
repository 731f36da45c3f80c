"""How traineeships of the demo end: 离岗 asked for, recorded, certified and decided, and 留用."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data import signed_scans
from jianxi.cli.demo_data.traineeship_acts import Act, Trainee, code_of, current
from jianxi.domain.departure_reasons import NEVER_CAME
from jianxi.domain.periods import today
from jianxi.domain.signed_pages import SignedKind
from jianxi.forms.departures import DepartureForm, LastDayForm, RequestForm
from jianxi.forms.reading import read
from jianxi.forms.retentions import RetentionForm
from jianxi.queries import departures as reading
from jianxi.queries import retentions as retention_reading
from jianxi.queries.departures import Departure
from jianxi.services import (
    certificate_uploads,
    departure_review,
    departures,
    files,
    retention_files,
    retentions,
    signed_pages,
)
from jianxi.storage import samples

REFUSAL = "项目将于两周后验收，请交接完成后再申请。"
EVIDENCE, MORE = "劳动合同.pdf", "社会保险缴费证明.png"


async def request(one: Trainee, now: datetime) -> None:
    wanted = min(today(now) + timedelta(days=12), one.ends_on)
    raw = {
        "reason": ["found_work"],
        "note": ["已与其他单位签订就业协议。"],
        "wanted_on": [wanted.isoformat()],
    }
    form, version = read(RequestForm, raw, today(now)), (await current(one, now)).version
    one.departure = await departures.request(one.viewer, one.placement, version, form, now)


async def recall(one: Trainee, now: datetime) -> None:
    await departures.recall(one.viewer, one.departure, (await _departure(one, now)).version, now)


async def appeal(one: Trainee, now: datetime) -> None:
    await departures.appeal(one.viewer, one.departure, (await _departure(one, now)).version, now)


async def consent(one: Trainee, now: datetime) -> None:
    found, last_day = await _departure(one, now), today(now) + timedelta(days=9)
    await departures.consent(one.unit, one.departure, found.version, last_day, now)


async def refuse(one: Trainee, now: datetime) -> None:
    version = (await _departure(one, now)).version
    await departures.refuse(one.unit, one.departure, version, REFUSAL, now)


def recording(reason: str, note: str = "") -> Act:
    """离岗登记; the last day was yesterday."""

    async def record(one: Trainee, now: datetime) -> None:
        raw = _departure_fields(reason, note, now)
        form, version = read(DepartureForm, raw, today(now)), (await current(one, now)).version
        one.departure = await departures.record(one.unit, one.placement, version, form, now)

    return record


async def amend(one: Trainee, now: datetime) -> None:
    """修改离岗登记: the certificate gets its next version."""
    found = await _departure(one, now)
    form: DepartureForm | LastDayForm
    form = read(DepartureForm, _departure_fields("ill", "须住院治疗一个月。", now), today(now))
    await departures.edit(one.unit, one.departure, found.version, form, now)


async def cancel(one: Trainee, now: datetime) -> None:
    await departures.cancel(one.unit, one.departure, (await _departure(one, now)).version, now)


def stamping(*, is_read: bool) -> Act:
    """上传解除协议证明: one stamped page."""

    async def stamp(one: Trainee, now: datetime) -> None:
        found, kind = await _departure(one, now), SignedKind.CERTIFICATE
        codes = await code_of(kind, one.departure, found.certificate) if is_read else ()
        sheet = signed_scans.page(1, is_stamped=True, codes=codes, mark=f"certificate {one.departure}")
        stored = [await files.store_checked("解除协议证明.png", sheet)]
        await signed_pages.attach(one.unit, kind, one.departure, found.version, stored, now)
        await certificate_uploads.upload(one.unit, one.departure, found.version, now)

    return stamp


async def let_go(one: Trainee, now: datetime) -> None:
    """审核通过 of the departure, on the day that stands."""
    found = await _departure(one, now)
    await departure_review.approve(one.office, one.departure, found.version, found.last_day, now)


async def object_to(one: Trainee, now: datetime) -> None:
    version = (await _departure(one, now)).version
    await departure_review.reject(one.office, one.departure, version, ("seal",), "", now)


async def take_back(one: Trainee, now: datetime) -> None:
    await departure_review.reopen(one.office, one.departure, (await _departure(one, now)).version, now)


def retaining(*, is_complete: bool, days: int = 2 * 365) -> Act:
    """留用登记, with the contract as evidence; incomplete without 社会保险."""

    async def retain(one: Trainee, now: datetime) -> None:
        form, version = _contract(one, is_complete, now, days), (await current(one, now)).version
        stored = [await files.store_checked(EVIDENCE, samples.document())]
        kept = await retention_files.keep(stored, now) if is_complete else []
        one.retention = await retentions.record(one.unit, one.placement, version, form, kept, now)

    return retain


async def complete(one: Trainee, now: datetime) -> None:
    """One more paper for the retention."""
    found = await retention_reading.get(one.unit, one.retention, today(now))
    stored = [await files.store_checked(MORE, samples.picture())]
    kept = await retention_files.keep(stored, now)
    form = _contract(one, True, found.recorded_at, 2 * 365)
    await retentions.edit(one.unit, one.retention, found.version, form, kept, now)


async def revoke(one: Trainee, now: datetime) -> None:
    found = await retention_reading.get(one.unit, one.retention, today(now))
    await retentions.revoke(one.unit, one.retention, found.version, now)


async def _departure(one: Trainee, now: datetime) -> Departure:
    return await reading.get(one.unit, one.departure, today(now))


def _departure_fields(reason: str, note: str, now: datetime) -> dict[str, list[str]]:
    """未上岗 has a day of its own."""
    yesterday = (today(now) - timedelta(days=1)).isoformat()
    return {"reason": [reason], "note": [note], "last_day": ["" if reason == NEVER_CAME else yesterday]}


def _contract(one: Trainee, is_complete: bool, now: datetime, days: int) -> RetentionForm:
    first = today(now) + timedelta(days=1)
    fields = {
        "post": "实施工程师" if one.number % 2 else "运行维护工程师",
        "contract_from": first.isoformat(),
        "contract_to": (first + timedelta(days=days)).isoformat(),
        "insured_on": first.isoformat() if is_complete else "",
    }
    return read(RetentionForm, {name: [text] for name, text in fields.items()}, today(now))


ENDS: dict[str, Act] = {
    "request": request,
    "recall": recall,
    "appeal": appeal,
    "consent": consent,
    "refuse": refuse,
    "depart": recording("ill", "须住院治疗。"),
    "never_came": recording(NEVER_CAME),
    "amend": amend,
    "cancel": cancel,
    "stamp": stamping(is_read=False),
    "stamp_read": stamping(is_read=True),
    "let_go": let_go,
    "object": object_to,
    "take_back": take_back,
    "retain": retaining(is_complete=True),
    "retain_bare": retaining(is_complete=False),
    "retain_month": retaining(is_complete=True, days=27),
    "complete": complete,
    "revoke": revoke,
}
