"""What stands between a person and a 报名, whatever the position: intention, age or cohort, the one chance, a live one."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import eligibility
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationVerb
from jianxi.domain.eligibility import Graduate, Limits, Youth
from jianxi.domain.flow import NEW, Role
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import policies
from jianxi.tables.persons import Person

STATEMENT = """
SELECT p.kind, p.born, p.cohort, p.chance_used_at,
       (SELECT count(*) FROM intention i WHERE i.person = p.id) AS intentions,
       (SELECT a.state FROM application a WHERE a.person = p.id AND a.state IN ('waiting', 'accepted')) AS live
FROM person p WHERE p.id = {}
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands today; the names are those of `ApplicationFacts`."""

    has_intention: bool
    ineligibility: str | None
    chance_used: bool
    live: str | None


UNKNOWN = Standing(False, None, False, None)
"""Somebody who has not submitted an intention yet and so has no row."""


async def standing(person: int | None, today: date) -> Standing:
    rows = await Person.raw(STATEMENT, person) if person is not None else []
    if not rows:
        return UNKNOWN
    row = rows[0]
    limits = (await policies.snapshot("", today)).limits
    refusal = _ineligibility(row["kind"], row["born"], row["cohort"], today, limits)
    return Standing(row["intentions"] > 0, refusal, row["chance_used_at"] is not None, row["live"])


async def objection(viewer: PersonViewer, today: date) -> str:
    """Why this person could apply for no position today; "" when nothing is in the way."""
    found = await standing(viewer.person, today)
    try:
        FLOW.decide(ApplicationVerb.APPLY, facts(found, today), Role.PERSON)
    except Refused as no:
        return no.sentence
    return ""


def facts(
    found: Standing,
    today: date,
    *,
    base_is_approved: bool = True,
    position_is_published: bool = True,
    deadline: date | None = None,
    headcount: int = 1,
    accepted: int = 0,
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
        live=found.live,
    )


def _ineligibility(kind: str, born: date, cohort: int | None, today: date, limits: Limits) -> str | None:
    who = Youth(born) if kind == PersonKind.YOUTH or cohort is None else Graduate(cohort)
    sentence = eligibility.refusal(who, today, limits)
    return sentence if sentence is None or sentence.endswith("。") else f"{sentence}。"
