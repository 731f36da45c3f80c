"""Races about 花名册: who decides first, and what is changed meanwhile. Nobody is paid twice, or by what no longer holds."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from jianxi.domain.outcomes import Stale
from jianxi.domain.periods import Period, month_of
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm
from jianxi.queries import invariants
from jianxi.services import departure_review, departures, placement_review, placements, roster_review, rosters
from jianxi.tables.rosters import Roster
from tests import cast
from tests.races import lived, trainees
from tests.races.stage import Stage, at_once, one_wins
from tests.races.trainees import LEAVES, ON_DUTY
from tests.rosters import roster, seen
from tests.signed import certificate_sent
from tests.traineeships import Trainee

THEN = datetime(2027, 2, 10, 2, 0, tzinfo=UTC)
WINTER = Period(date(2026, 12, 1), date(2027, 1, 31))
DECEMBER = month_of(WINTER.first)
PERIOD = RosterKind.PERIOD
RAISED = read(RaiseForm, {"starts_on": ["2027-01-01"], "allowance": ["3000"]}, THEN.date())


@dataclass(frozen=True, slots=True)
class Scene:
    """Somebody of a unit that has no rosters yet; `roster` is its first."""

    trainee: Trainee
    city: OfficialViewer
    other: OfficialViewer
    """Of the same office."""
    roster: int = 0


async def two_officials(of: Stage) -> bool:
    """Two officials of one office accept at once: one does, and the other is told who it was."""
    here = await _sent(of)
    said = await at_once(of, _accepted(here), roster_review.accept(here.other, here.roster, 2, THEN))
    return (
        one_wins(said) and any(isinstance(each, Stale) for each in said) and await _became(here, "accepted")
    )


async def acceptance_against_return(of: Stage) -> bool:
    here = await _sent(of)
    back = roster_review.send_back(here.other, here.roster, 2, "请补充考勤表", THEN)
    said = await at_once(of, _accepted(here), back)
    return one_wins(said) and await _became(here, "accepted" if said[0] is None else "returned")


async def sent_twice(of: Stage) -> bool:
    """确认报送 is pressed twice, and once more in another window: it is sent once, whole."""
    here = await _prepared(of)
    unit, id = here.trainee.unit, await roster(here.trainee.unit, "draft", period=WINTER, now=THEN)
    said = await at_once(of, *(rosters.submit(unit, id, 1, THEN) for _ in range(3)))
    told = all(each is None or isinstance(each, Stale) for each in said)
    return told and None in said and await _became(replace(here, roster=id), "sent", 1)


async def one_month_in_two(of: Stage) -> bool:
    """December, and December with January: one of the two is sent."""
    here = await _prepared(of)
    unit = here.trainee.unit
    ids = [await rosters.prepare(unit, PERIOD, months, THEN) for months in (DECEMBER, WINTER)]
    said = await at_once(of, *(rosters.submit(unit, id, 1, THEN) for id in ids))
    first = ids[said.index(None)] if None in said else ids[0]
    return one_wins(said) and await _became(replace(here, roster=first), "sent", 1)


async def acceptance_against_reopening(of: Stage) -> bool:
    """撤销审核 of whom it pays: what is under review is not accepted, and who was accepted is not reviewed again."""
    here = await _sent(of)
    reopened = placement_review.reopen(here.city, here.trainee.placement, 3, THEN)
    said = await at_once(of, _accepted(here), reopened)
    return one_wins(said) and await _became(here, "accepted" if said[0] is None else "sent")


async def acceptance_against_departure(of: Stage) -> bool:
    """撤销审核 of a 离岗 by which somebody is paid to that day."""
    here = await _prepared(of)
    left = await _left(here)
    here = replace(here, roster=await roster(here.trainee.unit, period=WINTER, now=THEN))
    said = await at_once(of, _accepted(here), departure_review.reopen(here.city, left, 3, THEN))
    return one_wins(said) and await _became(here, "accepted" if said[0] is None else "sent")


async def acceptance_against_raise(of: Stage) -> bool:
    """生活费调整 takes nothing from anybody, and both are done, in whatever order."""
    here = await _sent(of)
    unit, placement = here.trainee.unit, here.trainee.placement
    more = placements.raise_allowance(unit, placement, 3, RAISED, THEN)
    said = await at_once(of, _accepted(here), more)
    return said == [None, None] and await _became(here, "accepted")


async def two_corrections(of: Stage) -> bool:
    """The unit and the office both ask for a 更正: there is one."""
    here = await _sent(of)
    await _accepted(here)
    said = await at_once(
        of,
        rosters.correct(here.trainee.unit, here.roster, 3, "考勤有误", THEN),
        rosters.correct(here.city, here.roster, 3, "请核对考勤", THEN),
    )
    many = await Roster.count().where(Roster.corrects == here.roster)
    return one_wins(said) and many == 1 and await _became(here, "accepted")


OF_ROSTERS: Mapping[str, Callable[[Stage], Awaitable[bool]]] = {
    "two officials and one 花名册": two_officials,
    "接受 against 退回": acceptance_against_return,
    "报送 against itself": sent_twice,
    "one month in two 花名册": one_month_in_two,
    "接受 against 撤销上岗审核": acceptance_against_reopening,
    "接受 against 撤销审核 of a 离岗": acceptance_against_departure,
    "接受 against 生活费调整": acceptance_against_raise,
    "更正 against 更正": two_corrections,
}


async def _prepared(of: Stage) -> Scene:
    """Of a unit of its own, approved."""
    place = await lived.place()
    found = await trainees.approved(replace(of, place=place))
    return Scene(found, place.city, await cast.official(cast.JINAN))


async def _sent(of: Stage) -> Scene:
    """已报送, version 2."""
    here = await _prepared(of)
    return replace(here, roster=await roster(here.trainee.unit, period=WINTER, now=THEN))


def _accepted(here: Scene) -> Awaitable[None]:
    return roster_review.accept(here.city, here.roster, 2, THEN)


async def _left(here: Scene) -> int:
    """An approved 离岗 in December, version 3."""
    found = here.trainee
    id = await departures.record(found.unit, found.placement, 3, LEAVES, ON_DUTY)
    await certificate_sent(found, id, ON_DUTY)
    await departure_review.approve(here.city, id, 2, None, ON_DUTY)
    return id


async def _became(here: Scene, state: str, rounds: int = 1) -> bool:
    """In that state after so many sendings, and nothing wrong with it or with whom it is about."""
    found = await seen(here.trainee.unit, here.roster, THEN)
    wrong = await invariants.among("roster", here.roster, here.roster)
    return (found.state, found.round) == (state, rounds) and not wrong and await trainees.kept(here.trainee)
