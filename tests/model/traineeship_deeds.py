"""How a deed of the plain model about 上岗, 离岗 or 留用 is done by the services."""

from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from jianxi.domain.outcomes import Outcome
from jianxi.domain.signed_pages import SignedKind
from jianxi.forms.departures import DepartureForm, LastDayForm, RequestForm
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm, RegistrationForm
from jianxi.forms.retentions import RetentionForm
from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import DRAFT
from jianxi.services import (
    agreement_uploads,
    certificate_uploads,
    departure_review,
    departures,
    placement_review,
    placements,
    retentions,
    signed_pages,
)
from jianxi.tables.engine import current
from tests.model.plain import Deed
from tests.model.town import Town
from tests.signed import scan

Done = Coroutine[Any, Any, Any]
Doing = Callable[[Town, Deed], Done]
REASON = "另有安排"


def _of(service: Any, given: Callable[[Town, Deed], list[object]] = lambda town, deed: []) -> Doing:
    """A service that takes who, which, the version shown and what else is given."""

    def done(town: Town, deed: Deed) -> Done:
        viewer = town.viewers[deed.actor.name]
        made: Done = service(viewer, deed.record, deed.version, *given(town, deed), town.now)
        return made

    return done


def _ticked(town: Town, deed: Deed) -> list[object]:
    return [["other"] if deed.reasoned else [], REASON if deed.reasoned else ""]


def _reason(town: Town, deed: Deed) -> list[object]:
    return [REASON if deed.reasoned else ""]


def _day(town: Town, deed: Deed) -> list[object]:
    return [deed.day]


def _text(day: date | None) -> list[str]:
    return [day.isoformat()] if day else [""]


def _yuan(fen: int) -> list[str]:
    return [str(fen // 100)]


def _registration(town: Town, deed: Deed) -> RegistrationForm:
    """Insured for the whole period, or from its second day on."""
    assert deed.day
    insured_from = deed.day if deed.reasoned else deed.day + timedelta(days=1)
    raw = {
        "starts_on": _text(deed.day),
        "ends_on": _text(deed.until),
        "allowance": _yuan(deed.amount),
        "mentor": ["周强"],
        "insurance-0-kind": ["accident"],
        "insurance-0-company": ["平安保险"],
        "insurance-0-policy_number": ["PA20260001"],
        "insurance-0-first_day": _text(insured_from),
        "insurance-0-last_day": _text(deed.until),
    }
    return read(RegistrationForm, raw, town.today)


def _record(town: Town, deed: Deed) -> Done:
    viewer: Any = town.viewers[deed.actor.name]
    return placements.record(viewer, deed.record, _registration(town, deed), town.now)


def _raise(town: Town, deed: Deed) -> list[object]:
    raw = {"starts_on": _text(deed.day), "allowance": _yuan(deed.amount)}
    return [read(RaiseForm, raw, town.today)]


def _request(town: Town, deed: Deed) -> list[object]:
    return [read(RequestForm, {"reason": [deed.why], "wanted_on": _text(deed.day)}, town.today)]


def _departure(town: Town, deed: Deed) -> list[object]:
    return [read(DepartureForm, {"reason": [deed.why], "last_day": _text(deed.day)}, town.today)]


async def _edit(town: Town, deed: Deed) -> object:
    """By the form that the page of such a departure shows."""
    viewer: Any = town.viewers[deed.actor.name]
    rows = await current().run(f"SELECT asked_by_person FROM departure WHERE id = {deed.record}")
    (form,) = _departure(town, deed)
    assert isinstance(form, DepartureForm | LastDayForm)
    if rows and rows[0]["asked_by_person"]:
        form = read(LastDayForm, {"last_day": _text(deed.day)}, town.today)
    await departures.edit(viewer, deed.record, deed.version, form, town.now)
    return None


def _retention(town: Town, deed: Deed) -> list[object]:
    """Insured with the contract, or long before anybody had come."""
    raw = {
        "post": ["数控编程员"],
        "contract_from": _text(deed.day),
        "contract_to": _text(deed.until),
        "insured_on": _text(deed.day if deed.reasoned else date(2020, 1, 1)),
    }
    return [read(RetentionForm, raw, town.today), []]


def _upload(kind: SignedKind, service: Any) -> Doing:
    """What is put together is sent; a page is put there first where there is none, unless nobody signed one."""

    async def done(town: Town, deed: Deed) -> object:
        viewer: Any = town.viewers[deed.actor.name]
        if deed.reasoned and not await reading.of_round(kind, deed.record, DRAFT):
            with suppress(Outcome):
                page = [await scan("第1页.png")]
                await signed_pages.attach(viewer, kind, deed.record, deed.version, page, town.now)
        return await service(viewer, deed.record, deed.version, town.now)

    return done


TRAINEESHIPS: Mapping[tuple[str, str], Doing] = {
    ("placement", "record"): _record,
    ("placement", "edit"): _of(placements.edit, lambda town, deed: [_registration(town, deed)]),
    ("placement", "upload"): _upload(SignedKind.AGREEMENT, agreement_uploads.upload),
    ("placement", "raise_allowance"): _of(placements.raise_allowance, _raise),
    ("placement", "approve"): _of(placement_review.approve),
    ("placement", "reject"): _of(placement_review.reject, _ticked),
    ("placement", "reopen"): _of(placement_review.reopen),
    ("departure", "request"): _of(departures.request, _request),
    ("departure", "recall"): _of(departures.recall),
    ("departure", "consent"): _of(departures.consent, _day),
    ("departure", "refuse"): _of(departures.refuse, _reason),
    ("departure", "appeal"): _of(departures.appeal),
    ("departure", "record"): _of(departures.record, _departure),
    ("departure", "edit"): _edit,
    ("departure", "cancel"): _of(departures.cancel),
    ("departure", "upload"): _upload(SignedKind.CERTIFICATE, certificate_uploads.upload),
    ("departure", "approve"): _of(departure_review.approve, _day),
    ("departure", "reject"): _of(departure_review.reject, _ticked),
    ("departure", "reopen"): _of(departure_review.reopen),
    ("retention", "record"): _of(retentions.record, _retention),
    ("retention", "edit"): _of(retentions.edit, _retention),
    ("retention", "revoke"): _of(retentions.revoke),
}
