"""What the page of 见习上岗审核 tells besides its papers: the registration, the checks, person, unit, and earlier sendings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from jianxi.crypto.sealing import unseal
from jianxi.domain import agreements, citizen_id
from jianxi.domain.allowances import Raise
from jianxi.domain.identity_looks import may_look
from jianxi.domain.periods import Period
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.registration_checks import Check
from jianxi.domain.registrations import Cover
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import Draft
from jianxi.queries import (
    base_rounds,
    bases,
    identity_pictures,
    log,
    office_placements,
    registrations,
    signed_pages,
)
from jianxi.queries.log import Event
from jianxi.queries.placements import Placement
from jianxi.queries.signed_pages import AGREEMENT, Sending
from jianxi.tables.placements import Placement as Row


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
    undoing: str
    """Why 撤销审核 is not possible now; "" where it is, or is not this office's."""


async def sheet(viewer: OfficialViewer, placement: Placement) -> Sheet:
    """Of one that the viewer was found to see."""
    known, looks = await _known(placement.id), may_look(placement.facts, viewer.role)
    person = {name: known.pop(name) for name in ("id_number", "phone", "mail")}
    sendings = await signed_pages.sendings(AGREEMENT, placement.id)
    return Sheet(
        length=agreements.length(Period(placement.starts_on, placement.ends_on)),
        waiting_days=office_placements.waiting_days(placement),
        is_code_read=any(page.is_read for page in sendings[0].pages) if sendings else False,
        insurance=await registrations.insurance(placement.id),
        raises=await registrations.raises(placement.id),
        checks=await registrations.checks(placement),
        id_masked=citizen_id.mask(unseal(person["id_number"], "person.id")),
        **known,
        events=await log.timeline(FLOW.noun, placement.id),
        sendings=sendings,
        looks=looks,
        contacts=await _contacts(viewer, person, known["base"]) if looks else None,
        has_pictures=looks and bool(await identity_pictures.links(placement.person)),
        undoing=FLOW.blocked(placement.facts, viewer.role).get(PlacementVerb.REOPEN, ""),
    )


async def _known(id: int) -> dict[str, Any]:
    """Of its person, position and employer, in one statement."""
    post, person = cast(Any, Row.position), cast(Any, Row.person)
    row = (
        await Row.select(
            *(getattr(person, name).as_alias(name) for name in ("id_number", "phone", "mail")),
            post.base.id.as_alias("base"),
            post.months.as_alias("months"),
            post.allowance_fen.as_alias("position_fen"),
            Row.employer.credit_code.as_alias("credit_code"),
        )
        .where(Row.id == id)
        .first()
    )
    assert row is not None  # noqa: S101 -- it was just read.
    return row


async def _contacts(viewer: OfficialViewer, person: dict[str, Any], base: int) -> Contacts:
    phone, mail = (
        unseal(person[name], f"person.{name}") if person[name] else "" for name in ("phone", "mail")
    )
    return Contacts(phone, mail, await base_rounds.in_force(await bases.get(viewer, base)))
