"""撤销报名, 改报 and 放弃录用: each shows first what it would do."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import endings, labels
from jianxi.domain.applications import FLOW, ApplicationVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import Anyone
from jianxi.queries import applications, applying, positions
from jianxi.queries.applications import Application
from jianxi.queries.applying import Standing
from jianxi.queries.positions import Position
from jianxi.routes.applicant import application_words as words
from jianxi.services import application_endings
from jianxi.services import applications as services
from jianxi.web import second_step
from jianxi.web.pages import redirect
from jianxi.web.requests import Fields, form_of, person_of, query_of, record_id, today_of, whole_number
from jianxi.web.second_step import Step

V = ApplicationVerb


async def confirm_withdrawal(request: Request) -> Response:
    return await second_step.show(request, await _withdrawal(request), _list(request))


async def withdraw(request: Request) -> Response:
    """确认撤销报名."""
    mine, fresh = await _mine(request), partial(_withdrawal, request)

    async def deed(version: int, _: str, now: datetime) -> None:
        await services.withdraw(person_of(request), mine.id, version, now)

    return await second_step.carry_out(request, deed, fresh, words.withdrawn(mine), _list(request))


async def confirm_declination(request: Request) -> Response:
    return await second_step.show(request, await _declination(request), _list(request))


async def decline(request: Request) -> Response:
    """确认放弃录用."""
    mine, fresh = await _mine(request), partial(_declination, request)

    async def deed(version: int, reason: str, now: datetime) -> None:
        await application_endings.decline(person_of(request), mine.id, version, reason, now)

    return await second_step.carry_out(request, deed, fresh, words.declined(mine), _list(request))


async def confirm_switch(request: Request) -> Response:
    """Without another position there is one to be chosen first."""
    mine, id = await _mine(request), whole_number(query_of(request).one("position"))
    if id is None:
        return redirect(request, _search(request))
    wanted = await positions.get(Anyone(), id, today_of(request))
    return await second_step.show(request, await _switch(request, mine, wanted), _search(request))


async def switch(request: Request) -> Response:
    """确认改报."""
    mine, id = await _mine(request), _position(await form_of(request))
    told = words.switched(mine, await _published(request, id))

    async def deed(version: int, _: str, now: datetime) -> None:
        await services.switch(person_of(request), mine.id, version, id, now)

    async def fresh() -> Step:
        return await _switch(request, await _mine(request), await _published(request, id))

    return await second_step.carry_out(request, deed, fresh, told, _search(request), _list(request))


async def _withdrawal(request: Request) -> Step:
    mine = await _mine(request)
    found = await _standing(request)
    does = (words.no_review(mine), words.way_back(mine), _freedom(request, found))
    return _step(request, V.WITHDRAW, mine, found, does)


async def _declination(request: Request) -> Step:
    mine = await _mine(request)
    found = await _standing(request)
    # Whoever gives up before the start has the chance again, used as it may be by the approval.
    free = replace(found, chance_used=False)
    does = (words.seat_given_back(mine), words.CHANCE_KEPT, _freedom(request, free))
    return replace(_step(request, V.DECLINE, mine, found, does), reason=endings.REASONS[V.DECLINE])


async def _switch(request: Request, mine: Application, wanted: Position | None) -> Step:
    """改报 to the wanted one; None for one that is published no more."""
    found = await _standing(request)
    objection = applying.switch_objection(found, mine, wanted, today_of(request))
    if wanted is None:
        return replace(_step(request, V.SWITCH, mine, found), objection=objection)
    does = (words.both(mine, wanted), words.way_back(mine), words.room(wanted))
    return replace(
        _step(request, V.SWITCH, mine, found, does),
        title=f"{labels.verb(FLOW.noun, V.SWITCH)}“{wanted.title}”",
        objection=objection,
        facts=words.both_facts(mine, wanted),
        given=(("position", str(wanted.id)),),
    )


def _step(
    request: Request, verb: ApplicationVerb, mine: Application, found: Standing, does: tuple[str, ...] = ()
) -> Step:
    another = found.live is not None and found.live.id != mine.id
    return Step(
        title=f"{labels.verb(FLOW.noun, verb)}“{mine.title}”",
        confirm=labels.confirm(FLOW.noun, verb),
        version=mine.version,
        objection=FLOW.objection(verb, applying.as_left(found, mine), Role.PERSON),
        does=does,
        facts=words.facts(mine),
        instead=("查看我现在的报名", _list(request)) if another else None,
    )


async def _mine(request: Request) -> Application:
    return await applications.get(person_of(request), record_id(request), today_of(request))


async def _standing(request: Request) -> Standing:
    return await applying.standing(person_of(request).person, today_of(request))


def _freedom(request: Request, found: Standing) -> str:
    """Whether this person could apply elsewhere today."""
    return words.freedom(applying.elsewhere(found, today_of(request)))


async def _published(request: Request, id: int) -> Position | None:
    try:
        return await positions.get(Anyone(), id, today_of(request))
    except Missing:
        return None


def _position(fields: Fields) -> int:
    """Of 改报: the other position. What is no number is no position."""
    id = whole_number(fields.one("position"))
    if id is None:
        raise Missing
    return id


def _list(request: Request) -> str:
    return str(request.app.url_path_for("applicant:applications"))


def _search(request: Request) -> str:
    return str(request.app.url_path_for("applicant:positions"))


_OWN = "/applications/{id}"
routes = [
    Route(f"{_OWN}/withdrawal", confirm_withdrawal, name="application_withdrawal", methods=["GET"]),
    Route(f"{_OWN}/withdrawal", withdraw, methods=["POST"]),
    Route(f"{_OWN}/declination", confirm_declination, name="application_declination", methods=["GET"]),
    Route(f"{_OWN}/declination", decline, methods=["POST"]),
    Route(f"{_OWN}/switch", confirm_switch, name="application_switch", methods=["GET"]),
    Route(f"{_OWN}/switch", switch, methods=["POST"]),
]
