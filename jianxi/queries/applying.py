"""What stands between a person and a 报名, whatever the position: intention, age or cohort, the one chance, a live one."""

from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain import application_notes, eligibility
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationVerb
from jianxi.domain.eligibility import Graduate, Limits, Youth
from jianxi.domain.flow import NEW, Role
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import identity_cases, policies
from jianxi.queries.applications import Application
from jianxi.queries.policies import Policies
from jianxi.queries.positions import Position
from jianxi.queries.sessions import Claim
from jianxi.tables.persons import Person

STATEMENT = """
SELECT p.kind, p.born, p.cohort, p.chance_used_at,
       (SELECT count(*) FROM intention i WHERE i.person = p.id) AS intentions,
       a.id, a.state, a.position, o.title, o.unit_name
FROM person p
LEFT JOIN application a ON a.person = p.id AND a.state IN ('waiting', 'accepted')
LEFT JOIN "position" o ON o.id = a.position
WHERE p.id = {}
"""
"""One row: the database itself allows one live application a person."""


@dataclass(frozen=True, slots=True)
class Live:
    """The person's live application."""

    id: int
    state: str
    position: int
    title: str
    unit_name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands today; most names are those of `ApplicationFacts`."""

    has_intention: bool
    ineligibility: str | None
    chance_used: bool
    live: Live | None


@dataclass(frozen=True, slots=True)
class Way:
    """What a person can do at the positions of a list."""

    verb: str
    """The action that is open today: 报名, or 改报 for somebody who waits; "" when there is none."""
    objection: str
    """Why there is none, from when there would be and what to do."""
    live: Live | None
    has_intention: bool
    is_contested: bool = False
    """The ID number is held by somebody of another name: an office has to look at it first."""


UNKNOWN = Standing(False, None, False, None)
"""Somebody who has not submitted an intention yet and so has no row."""


async def standing(person: int | None, today: date, rules: Policies | None = None) -> Standing:
    """`rules`: the province's 参数 of today, where they were read already."""
    rows = await Person.raw(STATEMENT, person) if person is not None else []
    if not rows:
        return UNKNOWN
    row = rows[0]
    limits = (rules or await policies.snapshot("", today)).limits
    refusal = _ineligibility(row["kind"], row["born"], row["cohort"], today, limits)
    live = Live(**{name: row[name] for name in Live.__dataclass_fields__}) if row["id"] is not None else None
    return Standing(row["intentions"] > 0, refusal, row["chance_used_at"] is not None, live)


async def way(
    viewer: PersonViewer, today: date, claim: Claim | None = None, rules: Policies | None = None
) -> Way:
    """What is open to this person today, whatever the position. `claim` is what a provisional session stands on."""
    contest = await identity_cases.contest(claim) if claim is not None else None
    if contest is not None:
        objection = application_notes.contested(contest.office, settled=contest.is_settled)
        return Way("", objection, None, has_intention=False, is_contested=True)
    found = await standing(viewer.person, today, rules)
    objection, verb = elsewhere(found, today), ApplicationVerb.APPLY
    if not objection and found.live is not None:
        as_it_is = replace(facts(UNKNOWN, today), state=found.live.state)
        if ApplicationVerb.SWITCH in FLOW.offered(as_it_is, Role.PERSON):
            verb = ApplicationVerb.SWITCH
        else:
            objection = FLOW.objection(verb, facts(found, today), Role.PERSON)
    return Way("" if objection else verb.value, objection, found.live, found.has_intention)


def elsewhere(found: Standing, today: date) -> str:
    """Why this person could apply for no position today even without the live application; "" when they could."""
    return FLOW.objection(ApplicationVerb.APPLY, facts(replace(found, live=None), today), Role.PERSON)


def switch_objection(found: Standing, mine: Application, wanted: Position | None, today: date) -> str:
    """Why 改报 from one's own application to the wanted position (None: not published now) is not possible; "" if it is."""
    leaving = replace(as_left(found, mine), is_here=wanted is not None and wanted.id == mine.position)
    free = replace(found, live=None)
    there = facts(free, today, position_is_published=False) if wanted is None else at(free, wanted, today)
    return FLOW.objection(ApplicationVerb.SWITCH, leaving, Role.PERSON) or FLOW.objection(
        ApplicationVerb.APPLY, there, Role.PERSON
    )


def as_left(found: Standing, mine: Application) -> ApplicationFacts:
    """Of one's own application, with what is going on for the person besides."""
    return replace(mine.facts, live=found.live.state if found.live else None)


def at(found: Standing, position: Position, today: date) -> ApplicationFacts:
    """For a published position as it was read."""
    return facts(
        found,
        today,
        base_is_approved=position.facts.base_is_approved,
        deadline=position.deadline,
        headcount=position.headcount,
        accepted=position.accepted,
        position=position.id,
    )


def facts(
    found: Standing,
    today: date,
    *,
    base_is_approved: bool = True,
    position_is_published: bool = True,
    deadline: date | None = None,
    headcount: int = 1,
    accepted: int = 0,
    position: int | None = None,
) -> ApplicationFacts:
    """For a position as given, or for one that takes anybody."""
    return ApplicationFacts(
        state=NEW,
        today=today,
        base_is_approved=base_is_approved,
        position_is_published=position_is_published,
        deadline=deadline or today,
        headcount=headcount,
        accepted=accepted,
        has_intention=found.has_intention,
        ineligibility=found.ineligibility,
        chance_used=found.chance_used,
        live=found.live.state if found.live else None,
        is_here=found.live is not None and found.live.position == position,
    )


def _ineligibility(kind: str, born: date, cohort: int | None, today: date, limits: Limits) -> str | None:
    who = Youth(born) if kind == PersonKind.YOUTH or cohort is None else Graduate(cohort)
    sentence = eligibility.refusal(who, today, limits)
    return sentence if sentence is None or sentence.endswith("。") else f"{sentence}。"
