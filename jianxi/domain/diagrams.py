"""Prints docs/flows.md: every table of moves as a table and as a diagram."""

from collections.abc import Iterator
from typing import Any

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
from jianxi.domain.flow import GONE, NEW, Flow, Move, Role

FLOWS: tuple[Flow[Any], ...] = (
    bases.FLOW,
    filings.FLOW,
    positions.FLOW,
    applications.FLOW,
    placements.FLOW,
    departures.FLOW,
    retentions.FLOW,
    rosters.FLOW,
    identity_cases.FLOW,
)
"""All flows, in the order of a record's life."""

TITLES = {
    "base": "见习基地 base",
    "filing": "报省厅备案 filing",
    "position": "见习岗位 position",
    "application": "报名 application",
    "placement": "上岗 placement",
    "departure": "离岗 departure",
    "retention": "留用 retention",
    "roster": "花名册 roster",
    "identity_case": "身份冲突 identity case",
}

HEAD = """# Flows

Generated from the tables of moves in `jianxi/domain/`; do not edit. Regenerate with

    python -m jianxi.domain.diagrams > docs/flows.md

"by" names who may make the move at all; where a chain or a level decides,
the table lists every level that can be meant.
A move by nobody is a consequence of another record's move or of a date.
"""

COLUMNS = ("label", "verb", "from", "to", "by", "reason", "guards")


def _ordered(flow: Flow[Any], states: frozenset[str]) -> list[str]:
    """In the order of the noun's states, with "not there yet" first and "gone" last."""
    return [state for state in (NEW, *flow.states, GONE) if state in states]


def _word(noun: str, state: str) -> str:
    if state in (NEW, GONE):
        return "–"
    return labels.state(noun, state)


def _row(flow: Flow[Any], move: Move[Any]) -> str:
    doers = [labels.role(role) for role in Role if role in move.possible_doers()]
    cells = (
        labels.verb(flow.noun, move.verb),
        f"`{move.verb}`",
        ", ".join(_word(flow.noun, state) for state in _ordered(flow, move.sources)),
        " or ".join(_word(flow.noun, state) for state in _ordered(flow, move.possible_targets())),
        ", ".join(doers) or "nobody",
        "yes" if move.reason else "",
        "; ".join(guard.name for guard in move.guards),
    )
    return f"| {' | '.join(cells)} |"


def _node(state: str) -> str:
    return "[*]" if state in (NEW, GONE) else state


def _edges(flow: Flow[Any]) -> Iterator[str]:
    for move in flow.moves:
        for source in _ordered(flow, move.sources):
            for target in _ordered(flow, move.possible_targets()):
                yield f"    {_node(source)} --> {_node(target)}: {labels.verb(flow.noun, move.verb)}"


def _derived(flow: Flow[Any]) -> str:
    """The states that are shown but never stored."""
    words = [word for key, word in labels.STATES[flow.noun].items() if key not in flow.states]
    return f"\nDerived, never stored: {'、'.join(words)}.\n" if words else ""


def _section(flow: Flow[Any]) -> str:
    table = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    table += [_row(flow, move) for move in flow.moves]
    names = [f'    state "{labels.state(flow.noun, state)}" as {state}' for state in flow.states]
    diagram = ["```mermaid", "stateDiagram-v2", *names, *dict.fromkeys(_edges(flow)), "```"]
    lines = [f"## {TITLES[flow.noun]}", "", *table, _derived(flow), *diagram]
    return "\n".join(lines) + "\n"


def render() -> str:
    """The whole document, ending with a newline."""
    return "\n".join([HEAD, *(_section(flow) for flow in FLOWS)])


if __name__ == "__main__":
    print(render(), end="")
