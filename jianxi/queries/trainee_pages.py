"""One of 上岗人员管理 on its page: the placement with all that hangs on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import citizen_id, departure_reasons
from jianxi.domain.allowances import Raise
from jianxi.domain.applications import ApplicationVerb
from jianxi.domain.departures import FLOW as DEPARTURES
from jianxi.domain.departures import DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.registrations import Cover
from jianxi.domain.retentions import FLOW as RETENTIONS
from jianxi.domain.retentions import RetentionVerb
from jianxi.domain.signed_pages import SignedKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import (
    departures,
    placements,
    received,
    registrations,
    retention_files,
    retentions,
    signed_pages,
    traineeship_timelines,
)
from jianxi.queries.departures import Departure
from jianxi.queries.log import Event
from jianxi.queries.placements import Placement
from jianxi.queries.retention_files import Kept
from jianxi.queries.signed_pages import Sending
from jianxi.queries.trainees import Trainee, trainee
from jianxi.tables.applications import Application

_SEALED = ("phone", "mail", "address")


@dataclass(frozen=True, slots=True)
class Contacts:
    """As the employer has them from 报名 on; the ID number masked."""

    id_masked: str
    phone: str
    mail: str
    address: str


@dataclass(frozen=True, slots=True)
class Papers:
    """What was registered."""

    insurance: Sequence[Cover]
    raises: Sequence[Raise]
    warnings: Sequence[str]
    """That the employer ticked."""


@dataclass(frozen=True, slots=True)
class Left:
    """One 离岗 with its reason in words."""

    departure: Departure
    reason: str


@dataclass(frozen=True, slots=True)
class TraineePage:
    """Everything of one placement; departures and retentions the newest first."""

    trainee: Trainee
    contacts: Contacts
    papers: Papers
    sendings: Sequence[Sending]
    """Of 上传协议, the newest first."""
    departures: Sequence[Left]
    retentions: Sequence[Kept]
    events: Sequence[Event]
    cancels: bool
    """取消录用 is offered."""
    beginnings: Mapping[str, str]
    """Of 离岗登记 and 留用登记 (departure, retention): why it cannot be begun now, "" where it can."""

    @property
    def standing(self) -> Departure | None:
        """The departure that stands, where the employer can do something about it."""
        id = self.trainee.placement.departure
        return next((each.departure for each in self.departures if each.departure.id == id), None)


async def get(viewer: EmployerViewer, id: int, today: date) -> TraineePage:
    """`Missing` for one that is not there or not theirs."""
    placement = await placements.get(viewer, id, today)
    left = await departures.of_placement(viewer, placement)
    kept = await retention_files.of_placement(viewer, placement)
    papers = await _papers(placement)
    applied = await _applied(placement)
    events = await traineeship_timelines.of_traineeship(placement)
    return TraineePage(
        trainee=trainee(placement, _policy_ends(placement, papers.insurance)),
        contacts=_contacts(applied),
        papers=papers,
        sendings=await signed_pages.sendings(SignedKind.AGREEMENT, id, events),
        departures=[Left(each, departure_reasons.told(each.reason, each.note)) for each in left],
        retentions=kept,
        events=events,
        cancels=ApplicationVerb.CANCEL in received.built(applied, today).offers,
        beginnings=_beginnings(placement),
    )


async def _papers(placement: Placement) -> Papers:
    rows = await registrations.registered(placement.id)
    return Papers(rows.insurance, rows.raises, [each.sentence for each in registrations.warned(placement)])


def _policy_ends(placement: Placement, covers: Sequence[Cover]) -> date | None:
    """As the list asks the database."""
    days = (each.last_day for each in covers)
    return min((day for day in days if placement.facts.today <= day < placement.ends_on), default=None)


async def _applied(placement: Placement) -> Mapping[str, Any]:
    """Its application with how to reach the person, in one statement."""
    person = Application.person
    columns = [getattr(person, name).as_alias(name) for name in ("id_number", *_SEALED)]
    mine = Application.id == placement.application
    row: Mapping[str, Any] | None = await Application.select(*received.READ, *columns).where(mine).first()
    assert row is not None  # noqa: S101 -- the placement's foreign key says so.
    return row


def _contacts(row: Mapping[str, Any]) -> Contacts:
    found = {name: unseal(row[name], f"person.{name}") if row[name] else "" for name in _SEALED}
    return Contacts(citizen_id.mask(unseal(row["id_number"], "person.id")), **found)


def _beginnings(placement: Placement) -> dict[str, str]:
    leaving = departures.begun(placement, Role.EMPLOYER)
    staying = retentions.beginning(placement)
    return {
        "departure": DEPARTURES.objection(DepartureVerb.RECORD, leaving, Role.EMPLOYER),
        "retention": RETENTIONS.objection(RetentionVerb.RECORD, staying, Role.EMPLOYER),
    }
