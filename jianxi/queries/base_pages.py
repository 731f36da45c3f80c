"""What the pages of one 见习基地 need: the employer's own page, and the page that an office decides on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from jianxi.crypto import sealing
from jianxi.domain import labels
from jianxi.domain.bases import FLOW, BaseFacts, BaseState
from jianxi.domain.flow import NEW, Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer
from jianxi.forms.base_changes import Comparison
from jianxi.forms.base_drafts import Draft, empty, mentor_flags
from jianxi.queries import (
    base_amendments,
    base_files,
    base_lists,
    base_rounds,
    base_steps,
    base_timelines,
    bases,
    policies,
)
from jianxi.queries.base_amendments import Amendment
from jianxi.queries.base_files import BaseFile
from jianxi.queries.base_rounds import Round
from jianxi.queries.bases import Base
from jianxi.queries.log import Event
from jianxi.tables.employers import Employer

NOTHING = Comparison((), 0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond which a mentor deserves a look (参数 of the city)."""

    least_years: int
    most_people: int

    def flags(self, draft: Draft) -> Mapping[str, str]:
        return mentor_flags(draft, self.least_years, self.most_people)


@dataclass(frozen=True, slots=True)
class Unit:
    """What the registration says of the employer."""

    name: str
    credit_code: str
    county: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """见习基地申请, for the employer."""

    unit: Unit
    base: Base | None
    version: int
    shown: Shown
    offers: tuple[str, ...]
    draft: Draft
    saved_at: datetime | None
    limits: Limits
    rounds: tuple[Round, ...]
    events: tuple[Event, ...]
    amendment: Amendment | None = None
    files: tuple[BaseFile, ...] = ()
    """附件 of the draft."""
    blank: Draft | None = None
    """The form as it is before anything is typed."""

    @property
    def can_be_filled_in(self) -> bool:
        return "submit" in self.offers

    @property
    def can_be_amended(self) -> bool:
        return "amend" in self.offers

    @property
    def rejection(self) -> str:
        return self.base.rejection if self.base else ""

    @property
    def stopped_reason(self) -> str:
        return self.base.stopped_reason if self.base else ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission of a base laid out with its history, for whoever may see the base."""

    base: Base
    unit: Unit
    round: Round
    content: Draft
    flags: Mapping[str, str]
    rounds: tuple[Round, ...]
    events: tuple[Event, ...]
    amendment: Amendment | None = None
    """The 变更申请 under way."""
    changes: Comparison = NOTHING
    """What this submission changes: a 变更申请 of what was in force, any other of the one before it."""
    since_last: Comparison = NOTHING
    """For a 变更申请 that was made anew: what it changes of the one before it."""
    files: tuple[BaseFile, ...] = ()
    undoing: str = ""
    """For an office: why its decision, which it could undo, cannot be undone now."""
    next: Base | None = None
    """For an office: the base to go on with."""

    @property
    def is_under_way(self) -> bool:
        """Whether this is the 变更申请 under way, and not what is in force."""
        return self.amendment is not None and self.amendment.round.number == self.round.number

    @property
    def held(self) -> str:
        """Why nobody decides on the 变更申请 now."""
        return self.amendment.held if self.amendment else ""


async def own_page(viewer: EmployerViewer, today: date) -> OwnPage:
    """With the form as last kept; a blank one knows 联系人 and 联系手机 from the registration."""
    unit, blank = await _registered(viewer)
    limits = await limits_in_force(unit.county, today)
    base = await bases.of_employer(viewer)
    if base is None:
        offers = _offers_before_the_first_draft()
        new = OwnPage(unit, None, 0, labels.shown("base", "draft"), offers, blank, None, limits, (), ())
        return replace(new, blank=blank)
    kept = await base_rounds.draft(base)
    draft, saved_at = kept or (blank, None)
    rounds = await base_rounds.rounds(base)
    events = await base_timelines.timeline(viewer, base, rounds)
    return OwnPage(
        *(unit, base, base.version, base.shown, base.offers, draft, saved_at, limits, rounds, events),
        await base_amendments.under_way(base, rounds),
        await base_files.of_round(base.id, base_files.DRAFT),
        blank,
    )


async def submission(viewer: Viewer, base: Base, today: date, number: int | None = None) -> Submission:
    """The submission of that number as it was made; without one, what counts for this viewer now."""
    rounds = base_rounds.readable(viewer, base, await base_rounds.rounds(base))
    asked = base_amendments.number_for(viewer, base) if number is None else number
    wanted = next((round for round in rounds if round.number == asked), None)
    if wanted is None:
        raise Missing
    content = await base_rounds.content(base, wanted.number)
    content = content if number is not None else await base_rounds.with_contacts(base, content)
    flags = (await limits_in_force(base.county, today)).flags(content)
    amendment = await base_amendments.under_way(base, rounds)
    return Submission(
        base,
        Unit(base.unit, base.credit_code, base.county),
        wanted,
        content,
        flags,
        rounds,
        await base_timelines.timeline(viewer, base, rounds),
        amendment,
        changes=await base_amendments.changes_of(base, wanted, rounds),
        since_last=await base_amendments.since_last(base, wanted, rounds),
        files=await base_files.of_round(base.id, wanted.number),
        undoing=await base_steps.undoing_objection(viewer, base),
        next=await base_lists.next_waiting(viewer, base.id) if isinstance(viewer, OfficialViewer) else None,
    )


async def limits_in_force(county: str, today: date) -> Limits:
    in_force = await policies.snapshot(county, today)
    return Limits(in_force.mentor_min_years, in_force.mentor_max_people)


async def _registered(viewer: EmployerViewer) -> tuple[Unit, Draft]:
    row = await Employer.select().where(Employer.id == viewer.employer).first()
    if row is None:
        raise Missing
    phone = sealing.unseal(row["phone"], "employer.phone") if row["phone"] else ""
    return Unit(row["name"], row["credit_code"], row["county"]), empty(contact=row["contact"], phone=phone)


def _offers_before_the_first_draft() -> tuple[str, ...]:
    """提交 is offered on a blank form, too: it keeps a draft on its way to the check page."""
    new = FLOW.offered(BaseFacts(NEW), Role.EMPLOYER)
    draft = FLOW.offered(BaseFacts(BaseState.DRAFT), Role.EMPLOYER)
    return (*new, *(verb for verb in draft if verb not in new))
