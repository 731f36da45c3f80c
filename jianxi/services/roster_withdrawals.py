"""撤回更正: the office takes back a 更正 that it asked for and that the employer has never sent."""

from datetime import datetime

from jianxi.domain import notices, notices_of_rosters, periods
from jianxi.domain.outcomes import Refused
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import notice_facts, rosters
from jianxi.queries.notice_facts import Concerned
from jianxi.queries.rosters import Roster
from jianxi.services import holds
from jianxi.services import notices as telling
from jianxi.services.roster_holds import held, told
from jianxi.services.rosters import take_away
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun
VERB = "withdraw"
"""How the notice calls it."""
NONE_OPEN = "这份花名册没有正在办理的更正，不需要撤回。"


async def withdraw(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """`id` and `version` of the accepted roster, which the office sees; its 更正 is deleted with its evidence."""
    async with unit_of_work():
        accepted = await held(viewer, id, version, now)
        if accepted.correction is None:
            raise Refused(NONE_OPEN)
        await holds.roster(accepted.correction)
        draft = await rosters.correction_of(viewer, accepted, periods.today(now))
        if draft is None:
            raise Refused(NONE_OPEN)
        made = FLOW.decide(RosterVerb.DISCARD, draft.facts, viewer.role)
        await take_away(viewer, draft, made, now)
        await _tell(viewer, accepted, now)


async def _tell(viewer: OfficialViewer, roster: Roster, now: datetime) -> None:
    line = notices_of_rosters.WITHDRAWN
    (found,) = await notice_facts.of(NOUN, roster.id)
    words = {**found.words, **notices_of_rosters.words(NOUN, told(roster)), "acted_by": viewer.office}
    of, side = Concerned(words, found.ids), notices.side_of(line.audience)
    if (whom := telling.audience(line.audience, of)) is None:
        return
    text = notices.text(line, words, "", notices.whom_to_ask("office", side, words))
    await telling.write([telling.row(whom, side, of, text, (NOUN, roster.id, VERB, now))])
