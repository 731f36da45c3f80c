"""更正 and 删除 of a 花名册, each with its page before the act; and answers to what the office asks about a person."""

from datetime import datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.money import format_yuan
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.queries import rosters
from jianxi.queries.rosters import Roster
from jianxi.routes.employer import roster_pages
from jianxi.services import roster_questions
from jianxi.services import rosters as services
from jianxi.web import second_step
from jianxi.web.pages import redirect
from jianxi.web.refusals import on_page
from jianxi.web.requests import employer_of, form_of, now_of, record_id, today_of
from jianxi.web.second_step import Step

CORRECT, DISCARD = RosterVerb.CORRECT, RosterVerb.DISCARD
DOES = {
    CORRECT: (
        "生成新的一版，月份不变，报送材料带入新的一版，可以增减。",
        "新的一版按现在的记录和标准重新计算，报送后由主管部门审核。",
        "新的一版接受之前，仍以这一版为准；接受之后，以新的一版为准，差额可以是负数。",
    ),
    DISCARD: (
        "草稿和已上传的材料一并删除，不能恢复。",
        "上岗、离岗和留用记录不受影响，以后可以重新选择月份报送。",
    ),
}


async def ask_to_correct(request: Request) -> Response:
    """更正: the page before the act."""
    return await _ask(request, CORRECT)


async def correct(request: Request) -> Response:
    """确认更正, and on to the new version."""
    viewer, found = employer_of(request), await _found(request)

    async def deed(version: int, reason: str, now: datetime) -> int:
        return await services.correct(viewer, found.id, version, reason, now)

    back, answer = _page_of(request, found), partial(_corrected, request)
    return await second_step.carry_out(request, deed, partial(_fresh, request, CORRECT), "", back, "", answer)


def _corrected(request: Request, id: object) -> Response:
    to = request.app.url_path_for("employer:roster_submission", id=id)
    return redirect(request, str(to), "已生成新的一版，请核对并报送。")


async def ask_to_discard(request: Request) -> Response:
    """删除: the page before the act."""
    return await _ask(request, DISCARD)


async def discard(request: Request) -> Response:
    """确认删除."""
    viewer, found = employer_of(request), await _found(request)

    async def deed(version: int, _reason: str, now: datetime) -> None:
        await services.discard(viewer, found.id, version, now)

    to, told = str(request.app.url_path_for("employer:rosters")), f"已删除{found.title}的草稿。"
    back = _page_of(request, found)
    return await second_step.carry_out(request, deed, lambda: _fresh(request, DISCARD), told, back, to)


async def answer_question(request: Request) -> Response:
    """回复; what was typed stays when it is not taken."""
    id, question = record_id(request), record_id(request, "question")
    text = (await form_of(request)).one("answer")
    try:
        await roster_questions.answer(employer_of(request), id, question, text, now_of(request))
    except (Invalid, Told) as no:
        return await _unanswered(request, question, text, no)
    to = str(request.app.url_path_for("employer:roster", id=id))
    return redirect(request, to, "已回复，主管部门可以看到。")


async def _unanswered(request: Request, question: int, text: str, no: Invalid | Told) -> Response:
    typed: dict[str, Any] = {"typed": {question: text}}
    if isinstance(no, Told):
        return await roster_pages.page(request, typed | {"refusal": on_page(no)}, 409)
    errors = {f"answer-{question}": sentence for sentence in no.messages.values()}
    return await roster_pages.page(request, typed | {"errors": errors}, 422)


async def _ask(request: Request, verb: RosterVerb) -> Response:
    found = await _found(request)
    return await second_step.show(request, _step(found, verb), _page_of(request, found))


async def _fresh(request: Request, verb: RosterVerb) -> Step:
    return _step(await _found(request), verb)


async def _found(request: Request) -> Roster:
    return await rosters.get(employer_of(request), record_id(request), today_of(request))


def _step(roster: Roster, verb: RosterVerb) -> Step:
    label = labels.verb(FLOW.noun, verb)
    return Step(
        title=f"{label}{roster.title}",
        confirm=labels.confirm(FLOW.noun, verb),
        version=roster.version,
        objection=FLOW.objection(verb, roster.facts, Role.EMPLOYER),
        does=DOES[verb],
        reason=services.REASON if verb is CORRECT else "",
        facts=(
            ("编号", roster.number),
            ("月份", roster.months),
            ("状态", roster.shown.label),
            *(
                [("列入人数", f"{roster.people:,}人"), ("合计", f"{format_yuan(roster.total_fen)}元")]
                if roster.round
                else []
            ),
        ),
    )


def _page_of(request: Request, roster: Roster) -> str:
    return str(request.app.url_path_for("employer:roster", id=roster.id))


routes = [
    Route("/rosters/{id}/correction", ask_to_correct, name="roster_correction", methods=["GET"]),
    Route("/rosters/{id}/correction", correct, methods=["POST"]),
    Route("/rosters/{id}/discard", ask_to_discard, name="roster_discard", methods=["GET"]),
    Route("/rosters/{id}/discard", discard, methods=["POST"]),
    Route(
        "/rosters/{id}/questions/{question}/answer", answer_question, name="roster_answer", methods=["POST"]
    ),
]
