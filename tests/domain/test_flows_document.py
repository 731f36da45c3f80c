"""docs/flows.md is what the tables of moves say today."""

from pathlib import Path

from jianxi.domain.diagrams import FLOWS, render

DOCUMENT = Path(__file__).parents[2] / "docs" / "flows.md"
COMMAND = "python -m jianxi.domain.diagrams > docs/flows.md"


def test_the_document_is_current() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")

    assert written == render(), f"docs/flows.md is out of date; regenerate it with: {COMMAND}"


def test_every_flow_has_a_diagram() -> None:
    assert render().count("stateDiagram-v2") == len(FLOWS)


def test_a_removed_position_ends_its_diagram() -> None:
    assert "waiting_county --> [*]: 删除" in render()
