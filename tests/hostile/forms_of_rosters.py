"""补贴经费花名册 at the employer's desk: each call makes the roster that the form is about, of a month of its own."""

from datetime import date
from typing import Any

from jianxi.domain.periods import Period, month_of
from jianxi.domain.rosters import RosterKind
from jianxi.queries import roster_promises
from jianxi.queries.roster_computing import computed
from jianxi.services import roster_questions, rosters
from jianxi.tables.rosters import Roster, RosterLine
from tests.cast import LIXIA, position
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.rosters import roster, wage
from tests.traineeships import trainee

Filled = tuple[str, Fields]
RANGE = ("kind", "from", "to")
STEP = ("v", "back")
REASON = (*STEP, "reason")
SENDING = ("v", "act", "drop", "promised")
ANSWER = ("answer",)


async def begin(town: Town, _: int) -> Filled:
    month = f"{(await _month()).first:%Y-%m}"
    return "/employer/rosters", {"kind": ["period"], "from": [month], "to": [month]}


async def sending(town: Town, _: int) -> Filled:
    month = await _served(town)
    id = await rosters.prepare(town.unit, RosterKind.PERIOD, month, MOMENT)
    found = await computed(town.unit.employer, RosterKind.PERIOD, month, MOMENT.date())
    said = (await roster_promises.of(found)).text
    return f"/employer/rosters/{id}/submission", {"v": ["1"], "act": ["send"], "promised": [said]}


async def discard(town: Town, _: int) -> Filled:
    id = await rosters.prepare(town.unit, RosterKind.PERIOD, await _month(), MOMENT)
    return f"/employer/rosters/{id}/discard", {"v": ["1"]}


async def correction(town: Town, _: int) -> Filled:
    """Of one that was accepted long ago: what it said does not matter here."""
    month = await _month()
    known: dict[str, Any] = {
        "employer": town.unit.employer,
        "kind": "period",
        "county": LIXIA,
        "level": "county",
    }
    known |= {
        "first_day": month.first,
        "last_day": month.last,
        "state": "accepted",
        "counts": True,
        "round": 1,
    }
    since: dict[str, Any] = {"begun_at": MOMENT, "begun_by": "employer", "state_since": MOMENT}
    id = await save(Roster(**known, **since))
    return f"/employer/rosters/{id}/correction", {"v": ["1"], "reason": ["漏报一人"]}


async def answer(town: Town, number: int) -> Filled:
    id = await roster(town.unit, period=await _served(town))
    line = await RosterLine.select(RosterLine.placement).where(RosterLine.roster == id).first()
    assert line is not None
    asked = await roster_questions.ask(town.county, id, line["placement"], f"第{number}次提问", MOMENT)
    return f"/employer/rosters/{id}/questions/{asked}/answer", {"answer": ["已核对，按实际天数"]}


async def _served(town: Town) -> Period:
    """A month in which somebody served."""
    month = await _month()
    await wage("2200", since=month.first)
    days: dict[str, Any] = {"starts_on": month.first, "ends_on": month.last}
    await trainee(unit=town.unit, position=await position(town.base), **days)
    return month


async def _month() -> Period:
    """The next one that no roster has; since 2019 there is a rate."""
    number = await Roster.count()
    return month_of(date(2019 + number // 12 % 7, 1 + number % 12, 1))


FORMS = (
    ("rosters", begin, RANGE),
    ("roster_submission", sending, SENDING),
    ("roster_discard", discard, STEP),
    ("roster_correction", correction, REASON),
    ("roster_answer", answer, ANSWER),
)
"""By the name of the route."""
