"""Questions of the office about single lines of a 花名册 that was sent, and the employer's answers. They decide nothing."""

from datetime import datetime
from typing import Any

from jianxi.domain import notices, notices_of_rosters, periods
from jianxi.domain.notice_lines import Line
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.free_reasons import read_without_numbers
from jianxi.queries import notice_facts, rosters
from jianxi.queries.notice_facts import Concerned
from jianxi.queries.rosters import Roster
from jianxi.services import holds, log
from jianxi.services import notices as telling
from jianxi.services.roster_holds import told
from jianxi.tables.notices import Notice
from jianxi.tables.rosters import RosterLine, RosterQuestion
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun
ASK, ANSWER = "ask", "answer"
"""What the log calls it. They are no moves: the version that was shown stays good."""
NOT_NOW = "只有正在审核的花名册可以提问。"
ANSWERED = "这个问题已经回复，不能再回复。需要补充的，请联系主管部门。"
DECIDED = "这份花名册已经办结，不能再回复。"


async def ask(viewer: OfficialViewer, id: int, placement: int, question: str, now: datetime) -> int:
    """About one line of the newest sending, by the office that decides, while it decides; the question's id. The same
    question twice is one."""
    async with unit_of_work():
        await holds.roster(id)
        roster = await rosters.get(viewer, id, periods.today(now))
        if FLOW.find(RosterVerb.RETURN, roster.facts, viewer.role) is None:
            raise Refused(NOT_NOW)
        said = read_without_numbers(question, "问题")
        here: dict[str, Any] = {"roster": id, "placement": placement, "round": roster.round}
        if not await RosterLine.exists().where(_equal(RosterLine, here)):
            raise Missing
        of = RosterQuestion
        same = await of.select(of.id).where(_equal(of, here), of.question == said).first()
        if same is not None:
            return int(same["id"])
        asked = await insert(of(**here, question=said, asked_by=viewer.name, asked_at=now))
        await log.record(viewer, now, NOUN, id, ASK, facts=here)
        await _tell(viewer, roster, notices_of_rosters.ASKED, ASK, now)
        return asked


async def answer(viewer: EmployerViewer, id: int, question: int, text: str, now: datetime) -> None:
    """Once, while the office has the roster or has returned it."""
    async with unit_of_work():
        await holds.roster(id)
        roster = await rosters.get(viewer, id, periods.today(now))
        of = RosterQuestion
        mine = (of.id == question) & (of.roster == id)
        row = await of.select().where(mine).first()
        if row is None:
            raise Missing
        said = read_without_numbers(text, "回复")
        if row["answered_at"] is not None:
            if row["answer"] == said:
                return
            raise Refused(ANSWERED)
        if not roster.is_under_way:
            raise Refused(DECIDED)
        values: dict[Any, object] = {of.answer: said, of.answered_at: now}
        await of.update(values).where(mine)
        facts = {"placement": row["placement"], "round": row["round"]}
        await log.record(viewer, now, NOUN, id, ANSWER, facts=facts)
        await _tell(viewer, roster, notices_of_rosters.ANSWERED, ANSWER, now)


async def _tell(
    viewer: EmployerViewer | OfficialViewer, roster: Roster, line: Line, verb: str, now: datetime
) -> None:
    """The other side, once for all questions and answers that it has not looked at yet."""
    of = Notice
    unread = (of.noun == NOUN) & (of.record == roster.id) & (of.verb == verb) & of.read_at.is_null()
    if await of.exists().where(unread):
        return
    (found,) = await notice_facts.of(NOUN, roster.id)
    actor, acted_by = ("office", viewer.office) if isinstance(viewer, OfficialViewer) else ("employer", "")
    words = {**found.words, **notices_of_rosters.words(NOUN, told(roster)), "acted_by": acted_by}
    concerned, side = Concerned(words, found.ids), notices.side_of(line.audience)
    if (whom := telling.audience(line.audience, concerned)) is None:
        return
    text = notices.text(line, words, "", notices.whom_to_ask(actor, side, words))
    await telling.write([telling.row(whom, side, concerned, text, (NOUN, roster.id, verb, now))])


def _equal(table: Any, values: dict[str, Any]) -> Any:
    found = None
    for name, value in values.items():
        condition = getattr(table, name) == value
        found = condition if found is None else found & condition
    return found
