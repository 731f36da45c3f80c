"""Every verb × state × role of every flow, against the tables of PRODUCT.md section 2 written out by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jianxi.domain.applications import ApplicationFacts
from jianxi.domain.bases import BaseFacts, BaseLevel
from jianxi.domain.chains import decode
from jianxi.domain.departures import DepartureFacts
from jianxi.domain.diagrams import FLOWS
from jianxi.domain.filings import FilingFacts
from jianxi.domain.flow import Flow, Role
from jianxi.domain.identity_cases import CaseFacts
from jianxi.domain.outcomes import Refused
from jianxi.domain.placements import Duty, PlacementFacts
from jianxi.domain.positions import PositionFacts
from jianxi.domain.retentions import RetentionFacts
from jianxi.domain.rosters import RosterFacts
from tests.domain.flow_tables import TABLES

TODAY = date(2026, 11, 23)
PERIOD = (date(2026, 9, 1), date(2027, 2, 28), TODAY)
LEVELS = {"county": BaseLevel.COUNTY, "city": BaseLevel.CITY}


def position(state: str, chain: str) -> PositionFacts:
    last = decode(chain)[-1]
    return PositionFacts(state, decode(chain), True, TODAY, TODAY, headcount=1, last_decided_by=last)


def departure(state: str, tags: str) -> DepartureFacts:
    own, level = tags.startswith("own"), LEVELS[tags.split()[1]]
    facts = DepartureFacts(state, level, *PERIOD, Duty.ON_DUTY, own, working_days_waited=5)
    return replace(facts, decided_from="waiting_office" if own else "waiting")


def application(state: str, level: str) -> ApplicationFacts:
    return ApplicationFacts(state, TODAY, True, True, TODAY, 1, 0, base_level=LEVELS[level])


def roster(state: str, tags: str) -> RosterFacts:
    return RosterFacts(state, LEVELS[tags.split()[-1]], begun_by_office=tags.startswith("asked"))


# Per flow: what the record's variants are called, and a record of that variant on which every guard holds.
VARIANTS: dict[str, tuple[tuple[str, ...], Callable[[str, str], Any]]] = {
    "base": (("county", "city"), lambda state, last: BaseFacts(state, Role(last))),
    "filing": (("",), lambda state, _: FilingFacts(state, bases=1)),
    "position": (("county,city", "county", "city"), position),
    "application": (("county", "city"), application),
    "placement": (("county", "city"), lambda state, level: PlacementFacts(state, LEVELS[level], *PERIOD)),
    "departure": (("own county", "own city", "recorded county", "recorded city"), departure),
    "retention": (("",), lambda state, _: RetentionFacts(state, Duty.ON_DUTY)),
    "roster": (("own county", "own city", "asked county"), roster),
    "identity_case": (("",), lambda state, _: CaseFacts(state)),
}
CASES = [(flow, variant) for flow in FLOWS for variant in VARIANTS[flow.noun][0]]
OUTSIDE_THE_CHAIN = {("position", "county"): "waiting_city", ("position", "city"): "waiting_county"}
each_case = pytest.mark.parametrize(("flow", "variant"), CASES, ids=lambda case: getattr(case, "noun", case))


def expected(noun: str, variant: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    for line in TABLES[noun].strip().splitlines():
        verb, sources, target, by, when = (cell.strip() for cell in f"{line} ".split("|"))
        role = variant.split()[-1] if by == "office" else by
        if not when or set(when.split()) & set(variant.split()):
            yield from (((verb, "" if s == "-" else s, role), target) for s in sources.split())


def outcome(flow: Flow[Any], verb: str, facts: Any, role: Role) -> str | None:
    try:
        target = flow.decide(verb, facts, role, "原因").target
    except Refused:
        return None
    return "-" if target == "gone" else target


@each_case
def test_only_the_moves_of_the_specification_change_anything(flow: Flow[Any], variant: str) -> None:
    table = dict(expected(flow.noun, variant))
    outside = OUTSIDE_THE_CHAIN.get((flow.noun, variant))

    made = {
        (move.verb, state, str(role)): outcome(flow, move.verb, VARIANTS[flow.noun][1](state, variant), role)
        for move in flow.moves
        for state in {"", *flow.states} - {outside}
        for role in Role
    }

    assert {key: target for key, target in made.items() if target is not None} == table


@each_case
def test_the_buttons_are_the_moves_that_would_be_made(flow: Flow[Any], variant: str) -> None:
    verbs = dict.fromkeys(move.verb for move in flow.moves)
    for state in ("", *flow.states):
        facts = VARIANTS[flow.noun][1](state, variant)
        for role in Role:
            made = tuple(verb for verb in verbs if outcome(flow, verb, facts, role) is not None)

            assert flow.offered(facts, role) == made
