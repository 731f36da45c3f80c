"""Reads a person's own 上岗: the placement of an accepted 报名 with its 离岗 and 留用, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain import allowances, departure_reasons, departures, periods, traineeship_notes
from jianxi.domain.allowances import Raise
from jianxi.domain.codes import INSURANCES
from jianxi.domain.departures import DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.placements import Duty
from jianxi.domain.registrations import Cover
from jianxi.domain.signed_pages import SignedKind
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import departures as departure_queries
from jianxi.queries import own_rosters, placements, registrations, retentions, signed_pages
from jianxi.queries.departures import Departure
from jianxi.queries.log import Event
from jianxi.queries.own_rosters import OwnMonth
from jianxi.queries.placements import Placement
from jianxi.queries.policies import Policies
from jianxi.queries.registrations import Registered
from jianxi.queries.retentions import Retention
from jianxi.queries.traineeship_timelines import of_traineeship, timeline


@dataclass(frozen=True, slots=True)
class Traineeship:
    """One's own, on one day. Money in 分."""

    placement: Placement
    departures: Sequence[Departure]
    """Newest first, with those that came to nothing."""
    retentions: Sequence[Retention]
    """Newest first, with those that were withdrawn."""
    registered: Registered
    sent: Mapping[SignedKind, Sequence[int]]
    """The files of what the employer uploaded last; none for who is signed in by name and ID number alone."""
    may_request: bool
    """申请终止见习 is open today."""
    subsidy: Sequence[OwnMonth] = ()
    """One's months in 花名册 that were sent."""

    @property
    def departure(self) -> Departure | None:
        """The newest."""
        return self.departures[0] if self.departures else None

    @property
    def raises(self) -> Sequence[Raise]:
        return self.registered.raises

    @property
    def retention(self) -> Retention | None:
        """The one that stands."""
        return next((each for each in self.retentions if each.id == self.placement.retention), None)

    @property
    def reason(self) -> str:
        """离岗原因 of the newest, in words."""
        newest = self.departure
        return departure_reasons.told(newest.reason, newest.note) if newest is not None else ""

    @property
    def is_leaving(self) -> bool:
        """A 离岗 is under way."""
        return self.departure is not None and bool(traineeship_notes.leaving(self.departure.facts))

    @property
    def has_certificate(self) -> bool:
        """解除协议证明 of the 离岗 that stands."""
        newest = self.departure
        return newest is not None and newest.id == self.placement.departure and newest.certificate > 0

    @property
    def next(self) -> str:
        """What happens now and what the person can do."""
        said = traineeship_notes.leaving(self.departure.facts) if self.departure is not None else ""
        return said or traineeship_notes.what_next(self.placement.facts)

    @property
    def appeal_told(self) -> str:
        """From which day on the office can be asked; "" where it can already be, or never."""
        newest = self.departure
        if newest is None:
            return ""
        return traineeship_notes.appeal_told(newest.facts, periods.today(newest.state_since))

    @property
    def blocked(self) -> Mapping[str, str]:
        """What the person could do about the newest 离岗 but for a rule, and that rule's sentence."""
        newest = self.departure
        return departures.FLOW.blocked(newest.facts, Role.PERSON) if newest is not None else {}

    @property
    def allowance_fen(self) -> int:
        """In force today, before the start as it will be then."""
        day = max(self.placement.facts.today, self.placement.starts_on)
        return allowances.allowance_on(self.placement.allowance_fen, self.raises, day)

    @property
    def insurance(self) -> Sequence[tuple[str, Cover]]:
        """Each with the word for its kind."""
        return [(INSURANCES[each.kind], each) for each in self.registered.insurance]

    @property
    def days_gone(self) -> int:
        """Of the period, today counted; 0 unless the person is on duty."""
        if self.placement.duty is not Duty.ON_DUTY:
            return 0
        return (self.placement.facts.today - self.placement.starts_on).days + 1

    @property
    def days(self) -> int:
        return (self.placement.ends_on - self.placement.starts_on).days + 1


async def of_application(
    viewer: PersonViewer, application: int, today: date, rules: Policies | None = None
) -> Traineeship | None:
    """Of one's own application; None while nobody registered one. `rules`: 参数 of today, where they were read already."""
    placement = await placements.of_application(viewer, application, today)
    if placement is None:
        return None
    left = await departure_queries.of_placement(viewer, placement, rules)
    standing = next((each for each in left if each.id == placement.departure), None)
    return Traineeship(
        subsidy=await own_rosters.of_placement(viewer, placement),
        placement=placement,
        departures=left,
        retentions=await retentions.of_placement(viewer, placement),
        registered=await registrations.registered(placement.id),
        sent=signed_pages.NONE if viewer.by_identity else await signed_pages.sent(placement, standing),
        may_request=DepartureVerb.REQUEST in departure_queries.begun_by(placement, Role.PERSON),
    )


async def events(application: int, found: Traineeship | None) -> list[Event]:
    """Everything that happened to it, 报名 first of all; newest first."""
    return await (of_traineeship(found.placement) if found else timeline({"application": [application]}))
