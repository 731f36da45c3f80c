"""What the page of 见习上岗审核 tells besides its papers: the registration, the checks, person, unit, and earlier sendings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from piccolo.querystring import QueryString

from jianxi.crypto.sealing import unseal
from jianxi.domain import agreements, citizen_id, periods
from jianxi.domain.allowances import Raise
from jianxi.domain.identity_looks import may_look
from jianxi.domain.periods import Period
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.registration_checks import Check
from jianxi.domain.registrations import Cover
from jianxi.domain.signals import Signal
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import Draft
from jianxi.queries import base_rounds, log, office_placements, policies, registrations, signals, signed_pages
from jianxi.queries.log import Event
from jianxi.queries.placements import Placement
from jianxi.queries.signed_pages import AGREEMENT, Sending
from jianxi.tables.placements import Placement as Row

_OF_POSITION = ("months", "mentor", "allowance_fen", "first_published_at")
_SAID = QueryString("""(SELECT v.content FROM "position" o JOIN base b ON b.id = o.base JOIN base_version v ON v.base = b.id
  WHERE o.id = placement."position" AND v.round = CASE WHEN b.approved_round > 0 THEN b.approved_round ELSE b.round END)
  AS said""")
"""The base's form in force, or the newest before one is."""
_PICTURES = QueryString(
    "EXISTS (SELECT 1 FROM identity_picture i WHERE i.person = placement.person) AS has_pictures"
)


@dataclass(frozen=True, slots=True)
class Contacts:
    """Ways to reach person and unit, for the office that decides."""

    phone: str
    mail: str
    unit: Draft
    """What the base's form says, with the contacts changed since."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One placement with everything to decide by."""

    length: str
    """6个月"""
    waiting_days: int | None
    sent_before: date | None
    """When the newest sending came, where it waits since a later day: since 撤销审核."""
    is_code_read: bool
    """Our QR code was found on the newest sending."""
    insurance: tuple[Cover, ...]
    raises: tuple[Raise, ...]
    checks: Sequence[Check]
    id_masked: str
    credit_code: str
    base: int
    months: int
    """见习期限 of the position."""
    position_fen: int
    """Its 月生活费."""
    events: list[Event]
    sendings: list[Sending]
    """Newest first."""
    looks: bool
    """Whether this office may look at the full number and the pictures."""
    contacts: Contacts | None
    has_pictures: bool
    signals: tuple[Signal, ...]
    """What deserves a look besides the checks."""
    undoing: str
    """Why 撤销审核 is not possible now; "" where it is, or is not this office's."""


async def sheet(viewer: OfficialViewer, placement: Placement) -> Sheet:
    """Of one that the viewer was found to see."""
    known, looks = await _known(placement.id), may_look(placement.facts, viewer.role)
    rows, events = await registrations.registered(placement.id), await log.timeline(FLOW.noun, placement.id)
    sendings = await signed_pages.sendings(AGREEMENT, placement.id, events)
    rules = await policies.snapshot(placement.county, placement.starts_on)
    unit = base_rounds.told(known["said"], known["contacts"])
    return Sheet(
        length=agreements.length(Period(placement.starts_on, placement.ends_on)),
        waiting_days=office_placements.waiting_days(placement),
        sent_before=_sent_before(placement, sendings),
        is_code_read=any(page.is_read for page in sendings[0].pages) if sendings else False,
        insurance=rows.insurance,
        raises=rows.raises,
        checks=registrations.checks(placement, registrations.grounds_of(placement, known), rows, rules),
        id_masked=citizen_id.mask(unseal(known["id_number"], "person.id")),
        **{name: known[name] for name in ("credit_code", "base", "months")},
        position_fen=known["allowance_fen"],
        events=events,
        sendings=sendings,
        looks=looks,
        contacts=_contacts(known, unit) if looks else None,
        has_pictures=looks and bool(known["has_pictures"]),
        signals=await signals.of_placement(viewer, placement, unit, known["on_duty"], rules),
        undoing=FLOW.blocked(placement.facts, viewer.role).get(PlacementVerb.REOPEN, ""),
    )


def _sent_before(placement: Placement, sendings: Sequence[Sending]) -> date | None:
    """The wait counts from 撤销审核 on, but nothing was sent that day."""
    sent, since = sendings[0].sent_at if sendings else None, placement.waits_since
    if sent is None or since is None or office_placements.waiting_days(placement) is None:
        return None
    return periods.today(sent) if periods.today(sent) < periods.today(since) else None


async def _known(id: int) -> dict[str, Any]:
    """Of its person, position, base and employer, in one statement."""
    post, person = cast(Any, Row.position), cast(Any, Row.person)
    row = (
        await Row.select(
            *(getattr(person, name).as_alias(name) for name in ("id_number", "phone", "mail")),
            post.base.id.as_alias("base"),
            post.base.contacts.as_alias("contacts"),
            *(getattr(post, name).as_alias(name) for name in _OF_POSITION),
            Row.employer.credit_code.as_alias("credit_code"),
            *(_SAID, _PICTURES, signals.ON_DUTY),
        )
        .where(Row.id == id)
        .first()
    )
    assert row is not None  # noqa: S101 -- it was just read.
    return row


def _contacts(known: dict[str, Any], unit: Draft) -> Contacts:
    phone, mail = (unseal(known[name], f"person.{name}") if known[name] else "" for name in ("phone", "mail"))
    return Contacts(phone, mail, unit)
