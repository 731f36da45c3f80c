"""States are compared by the tables of moves, queries and services; every state and action has its word."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from jianxi import templating
from jianxi.domain import labels
from jianxi.domain.deeds import DEEDS
from jianxi.domain.diagrams import FLOWS
from jianxi.domain.flow import NEW
from tests.architecture import source

ROOMS = ("routes", "forms", "documents", "exports", "cli", "web")
WORDS = {state for flow in FLOWS for state in flow.states if state != NEW}


def _speaks_of_a_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
        return node.attr == "state" or owner.endswith("State")
    return isinstance(node, ast.Constant) and node.value in WORDS


def _is_whichever(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "state"


def _compares_a_state(node: ast.Compare) -> bool:
    """Two states that somebody else chose may be the same one: a tab and the filter, say."""
    compared = [node.left, *node.comparators]
    listed = [each for side in compared for each in getattr(side, "elts", [side])]
    return any(map(_speaks_of_a_state, listed)) and not all(map(_is_whichever, listed))


def _comparisons(path: Path) -> Iterator[int]:
    for node in ast.walk(source.tree_of(path)):
        if isinstance(node, ast.Compare) and _compares_a_state(node):
            yield node.lineno
        elif isinstance(node, ast.MatchValue) and _speaks_of_a_state(node.value):
            yield node.value.lineno


def _names_a_state(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getattr):
        return node.attr == "state"
    if isinstance(node, nodes.Getitem):
        return isinstance(node.arg, nodes.Const) and node.arg.value == "state"
    return isinstance(node, nodes.Name) and node.name == "state"


def _template_comparisons(path: Path) -> Iterator[int]:
    template = templating.environment().parse(path.read_text(encoding="utf-8"))
    for compare in template.find_all(nodes.Compare):
        sides = [compare.expr, *(operand.expr for operand in compare.ops)]
        listed = [each for side in sides for each in (side, *side.iter_child_nodes())]
        constants = {each.value for each in listed if isinstance(each, nodes.Const)}
        if any(_names_a_state(side) for side in sides) or constants & WORDS:
            yield compare.lineno


def test_no_state_is_compared_where_people_and_files_are_served() -> None:
    found = [
        f"{source.name_of(path)}:{line}"
        for room in ROOMS
        for path in source.python_files(f"jianxi/{room}")
        if path.parent.name
        != "demo_data"  # Its words are fates that the demo gives, not what a record is in.
        for line in _comparisons(path)
    ]

    assert found == []


def test_no_state_is_compared_in_a_template() -> None:
    found = [
        f"{source.name_of(path)}:{line}"
        for path in source.templates()
        for line in _template_comparisons(path)
    ]

    assert found == []


@pytest.mark.parametrize("noun", [flow.noun for flow in FLOWS])
def test_every_state_and_every_action_has_its_word(noun: str) -> None:
    flow = next(flow for flow in FLOWS if flow.noun == noun)
    states = [str(state) for state in flow.states if state not in labels.STATES[noun]]
    verbs = [str(move.verb) for move in flow.moves if move.verb not in labels.VERBS[noun]]

    assert (states, verbs) == ([], [])


@pytest.mark.parametrize("noun", [flow.noun for flow in FLOWS])
def test_every_action_has_a_deed_for_timelines(noun: str) -> None:
    flow = next(flow for flow in FLOWS if flow.noun == noun)

    assert [move.verb for move in flow.moves if move.verb not in DEEDS[noun]] == []


@pytest.mark.parametrize("noun", [flow.noun for flow in FLOWS])
def test_no_action_has_a_word_that_the_table_of_moves_does_not_know(noun: str) -> None:
    flow = next(flow for flow in FLOWS if flow.noun == noun)
    verbs = {str(move.verb) for move in flow.moves}

    assert set(labels.VERBS[noun]) - verbs == set()
    assert set(DEEDS[noun]) - verbs == set()
