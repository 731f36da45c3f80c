"""What an office reads of one roster (花名册): a page of its lines, which of them ask for a look, its sendings and versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain import roster_rows
from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_differences import Difference
from jianxi.domain.roster_evidence import LABELS, missing
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.roster_rows import ShownLine
from jianxi.domain.rosters import RosterState, RosterVerb
from jianxi.domain.signals import Signal, Signals
from jianxi.domain.subsidies import Standing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import (
    office_roster_figures,
    roster_checks,
    roster_files,
    roster_lines,
    roster_questions,
    rosters,
    signals,
)
from jianxi.queries.files import File
from jianxi.queries.log import Event
from jianxi.queries.office_roster_figures import Figure
from jianxi.queries.roster_checks import Check
from jianxi.queries.roster_lines import MonthSum, Narrowed
from jianxi.queries.roster_questions import Question
from jianxi.queries.rosters import Roster, Round

PAID = Narrowed(Standing.PAYABLE)


@dataclass(frozen=True, slots=True)
class Person:
    """One line with what is asked, and what has changed, of it."""

    line: Line
    shown: ShownLine
    questions: tuple[Question, ...]
    difference: Difference | None
    """To the records of today."""
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Sending:
    """One sending as it was frozen, with all that goes for the whole of it."""

    roster: Roster
    round: Round
    rounds: tuple[Round, ...]
    head: Head
    months: tuple[MonthSum, ...]
    versions: tuple[Roster, ...]
    """Of the same months, the newest first."""
    events: tuple[Event, ...]
    evidence: tuple[tuple[str, list[File]], ...]
    """By kind, in words."""
    lacks: tuple[str, ...]
    """Evidence that is expected and not there."""
    check: Check | None
    """Against the records of today; None where there is none, or a large one was not asked for."""
    questions: Mapping[int, tuple[Question, ...]]
    """By placement."""
    signals: Signals
    """What deserves a look, of the unit and by placement."""
    paid: int
    """People with a month that is summed: 计入, of all who are listed (列入)."""
    figure: Figure | None = None
    """留用率 with those behind it, of a settlement."""

    @property
    def is_newest(self) -> bool:
        return self.round.number == self.roster.round

    @property
    def is_corrected(self) -> bool:
        """It was accepted, and a 更正 of it was since."""
        return self.roster.state == RosterState.ACCEPTED and not self.roster.counts

    @property
    def can_ask(self) -> bool:
        """Whether this office may ask about a line now."""
        return self.is_newest and RosterVerb.RETURN in self.roster.offers

    @property
    def is_large(self) -> bool:
        """It can be checked, and is so large that it waits to be asked for."""
        return self.check is None and self.is_newest and roster_checks.is_checked(self.roster)

    @property
    def disagrees(self) -> bool:
        """What was sent is not what the records give now."""
        return self.check is not None and self.check.are_there

    @property
    def unanswered(self) -> int:
        """Of what may still be answered: nobody waits for an answer to what is accepted."""
        if not self.roster.is_under_way:
            return 0
        return sum(not each.answer for asked in self.questions.values() for each in asked)


async def sending(
    viewer: OfficialViewer, id: int, number: int | None, today: date, *, asked: bool, only: int | None = None
) -> Sending:
    """The newest sending, or the one of that number; `Missing` for one that never was. `only`: the placement of which
    提示 are wanted, where the others' are shown nowhere."""
    roster = await rosters.get(viewer, id, today)
    rounds = await rosters.rounds(roster)
    shown = round_of(roster, rounds, number)
    is_newest = shown.number == roster.round
    found = await roster_files.of_sending(id, shown.number)
    by_kind, head = roster_files.by_kind(found), await roster_lines.head(id, shown.number)
    months = await roster_lines.by_month(id, shown.number)
    return Sending(
        roster=roster,
        round=shown,
        rounds=rounds,
        head=head,
        figure=await office_roster_figures.of(id, shown.number, head),
        months=months,
        signals=await signals.of_roster(viewer, roster, shown.number, head, months)
        if only is None
        else await signals.of_line(viewer, roster, shown.number, head, only),
        versions=tuple(await rosters.versions(viewer, roster, today)),
        events=await rosters.timeline(roster),
        evidence=tuple((LABELS[kind], files) for kind, files in by_kind.items()),
        lacks=missing([each.kind for each in found], roster.kind),
        check=await roster_checks.against_records(roster, today, asked=asked) if is_newest else None,
        questions=await roster_questions.of_roster(id),
        paid=await roster_lines.many(id, shown.number, PAID),
    )


def round_of(roster: Roster, rounds: Sequence[Round], number: int | None) -> Round:
    """The newest, or the one of that number; `Missing` for one that never was."""
    shown = next((each for each in rounds if each.number == (number or roster.round)), None)
    if shown is None:
        raise Missing
    return shown


async def people(sending: Sending, asked: Narrowed, *, offset: int, size: int) -> list[Person]:
    """Some lines in their order."""
    of = (sending.roster.id, sending.round.number)
    return [
        person(sending, line) for line in await roster_lines.page(*of, offset=offset, size=size, asked=asked)
    ]


async def one(sending: Sending, placement: int) -> Person:
    """`Missing` for a placement that has no line in it."""
    return person(sending, await roster_lines.one(sending.roster.id, sending.round.number, placement))


def person(sending: Sending, line: Line) -> Person:
    changed = sending.check.of.get(line.placement) if sending.check else None
    shown = roster_rows.row(line, sending.head.figure)
    asked, signals = sending.questions.get(line.placement, ()), sending.signals.people.get(line.placement, ())
    return Person(line, shown, asked, changed, signals)
