"""What would be different if a roster (花名册) were sent now: from its last sending, or from the version that it corrects."""

from collections.abc import Mapping
from datetime import date

from jianxi.domain.roster_rows import ShownLine, row
from jianxi.domain.subsidy_rules import Lacking
from jianxi.queries import roster_checks, roster_computing, roster_lines, roster_questions
from jianxi.queries.roster_checks import Check
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_lines import Narrowed
from jianxi.queries.roster_questions import Question
from jianxi.queries.rosters import Roster

Asked = list[tuple[ShownLine, tuple[Question, ...]]]


async def computed(roster: Roster, today: date) -> tuple[Computed | None, tuple[str, ...]]:
    """What it would say now; or what nobody has entered."""
    try:
        asked = (roster.employer, roster.kind, roster.period, today)
        return await roster_computing.computed(*asked), ()
    except Lacking as lacking:
        return None, lacking.sentences


async def of_next(roster: Roster, now: Computed) -> Check | None:
    """None for the first sending of a first version."""
    before = await roster_checks.before(roster, roster.round + 1)
    return await roster_checks.since_sent(*before, now) if before else None


async def of_round(roster: Roster, round: int) -> Check | None:
    """How a sending differs from the one before it."""
    before = await roster_checks.before(roster, round)
    return await roster_checks.between(before, (roster.id, round)) if before else None


async def questions(roster: Roster) -> Asked:
    """Everybody of whom the office asked something, in the order of the lines of the newest sending."""
    found: Mapping[int, tuple[Question, ...]] = await roster_questions.of_roster(roster.id)
    if not found:
        return []
    asked = Narrowed(placements=tuple(found))
    lines = await roster_lines.page(roster.id, roster.round, offset=0, size=len(found), asked=asked)
    return [(row(line), found[line.placement]) for line in lines]
