"""What holds for every table of moves: every state reachable, every verb used, everything labelled."""

from typing import Any

import pytest

from jianxi.domain import (
    applications,
    bases,
    departures,
    filings,
    identity_cases,
    labels,
    placements,
    positions,
    retentions,
    rosters,
)
from jianxi.domain.deeds import DEEDS
from jianxi.domain.diagrams import FLOWS
from jianxi.domain.flow import GONE, NEW, Flow

VERBS = {
    "base": bases.BaseVerb,
    "filing": filings.FilingVerb,
    "position": positions.PositionVerb,
    "application": applications.ApplicationVerb,
    "placement": placements.PlacementVerb,
    "departure": departures.DepartureVerb,
    "retention": retentions.RetentionVerb,
    "roster": rosters.RosterVerb,
    "identity_case": identity_cases.CaseVerb,
}
DERIVED: dict[str, set[str]] = {"position": set(positions.DERIVED), "placement": set(placements.Duty)}

# The moves that ask for a reason, by PRODUCT.md section 2.
NEED_A_REASON: dict[str, set[str]] = {
    "base": {"reject", "suspend", "resume", "revoke"},
    "filing": {"return"},
    "position": {"reject"},
    "application": {"reject", "decline", "cancel"},
    "placement": {"reject"},
    "departure": {"request", "refuse", "record", "reject"},
    "retention": set(),
    "roster": {"return", "correct"},
    "identity_case": {"merge", "hand_over", "dismiss", "reopen"},
}

# The moves that nobody makes by hand: consequences of another record's move or of a date.
FOLLOW = {
    "application": {"void", "release", "restore"},
    "placement": {"cancel"},
    "departure": {"lapse"},
    "roster": {"begin"},
}

each_flow = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.noun)


@each_flow
def test_every_state_is_reachable(flow: Flow[Any]) -> None:
    reached = {NEW}

    for _ in flow.states:
        reached |= {
            target for move in flow.moves if move.sources & reached for target in move.possible_targets()
        }

    assert reached - {NEW, GONE} == set(flow.states)


@each_flow
def test_every_verb_has_a_move_and_every_move_a_verb(flow: Flow[Any]) -> None:
    assert {move.verb for move in flow.moves} == set(VERBS[flow.noun])


@each_flow
def test_every_state_and_verb_is_labelled_and_nothing_else_is(flow: Flow[Any]) -> None:
    assert set(labels.STATES[flow.noun]) == set(flow.states) | DERIVED.get(flow.noun, set())
    assert set(labels.VERBS[flow.noun]) == set(VERBS[flow.noun])
    assert set(DEEDS[flow.noun]) == set(VERBS[flow.noun])


@each_flow
def test_a_move_only_knows_states_of_its_flow(flow: Flow[Any]) -> None:
    for move in flow.moves:
        assert move.sources <= {NEW, *flow.states}
        assert move.possible_targets() <= {GONE, *flow.states}
        assert move.possible_targets()


@each_flow
def test_a_computed_doer_says_who_it_can_be(flow: Flow[Any]) -> None:
    for move in flow.moves:
        assert move.roles or not callable(move.by), move.verb


@each_flow
def test_a_reason_is_asked_for_where_the_specification_asks(flow: Flow[Any]) -> None:
    assert {move.verb for move in flow.moves if move.reason} == NEED_A_REASON[flow.noun]


@each_flow
def test_only_what_follows_from_another_record_or_a_date_is_nobodys_move(flow: Flow[Any]) -> None:
    consequences = {move.verb for move in flow.moves if not move.possible_doers()}

    assert consequences == FOLLOW.get(flow.noun, set())
