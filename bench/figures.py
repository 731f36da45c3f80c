"""How figures are told: percentiles of seconds, and a table on the terminal."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width


def percentile(seconds: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of them does not pass."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f}"


def lined_up(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """Columns under their headings: the first to the left, the others to the right."""
    texts = [list(headings), *([str(cell) for cell in row] for row in rows)]
    widths = [max(_width(row[place]) for row in texts) for place in range(len(headings))]
    for row in texts:
        first = row[0] + " " * (widths[0] - _width(row[0]))
        others = [
            " " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True)
        ]
        yield "  ".join([first, *others]).rstrip()


def show(title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    print(f"\n{title}")
    for line in lined_up(headings, rows):
        print(f"  {line}", flush=True)


def _width(text: str) -> int:
    """A Chinese character takes two places."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
