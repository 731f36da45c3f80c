"""Questions of the office about single lines of a 花名册 that was sent, and the employer's answers. They decide nothing."""

from datetime import datetime
from typing import Any

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import rosters
from jianxi.services import holds, log
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
        of = RosterQuestion
        said = read_free_reason(question, "问题")
        here: dict[str, Any] = {"roster": id, "placement": placement, "round": roster.round}
        if not await RosterLine.exists().where(_equal(RosterLine, here)):
            raise Missing
        same = await of.select(of.id).where(_equal(of, here), of.question == said).first()
        if same is not None:
            return int(same["id"])
        row = of(**here, question=said, asked_by=viewer.name, asked_at=now)
        question_id = await insert(row)
        await log.record(viewer, now, NOUN, id, ASK, facts=here)
        return question_id


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
        said = read_free_reason(text, "回复")
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


def _equal(table: Any, values: dict[str, Any]) -> Any:
    found = None
    for name, value in values.items():
        condition = getattr(table, name) == value
        found = condition if found is None else found & condition
    return found
