"""Rows of a form exactly as a browser sent them, blank ones included: what is shown again after a message."""

from collections.abc import Mapping

from jianxi.forms.reading import Form, Raw

Row = Mapping[str, str]


def first(raw: Raw, name: str) -> str:
    return next(iter(raw.get(name, ())), "")


def typed_rows(model: type[Form], raw: Raw, prefix: str) -> tuple[Row, ...]:
    """Those named prefix-INDEX-field, in order of index, each field present."""
    indices = {_index(key, prefix) for key in raw}
    found = sorted(index for index in indices if index is not None)
    return tuple(
        {name: first(raw, f"{prefix}-{index}-{name}") for name in model.model_fields} for index in found
    )


def blank(model: type[Form]) -> Row:
    return dict.fromkeys(model.model_fields, "")


def is_filled(row: Row) -> bool:
    return any(text.strip() for text in row.values())


def _index(key: str, prefix: str) -> int | None:
    """Only numbers in their plain spelling, so that "01" does not stand for a second row 1."""
    start, _, rest = key.partition("-")
    index = rest.partition("-")[0]
    plain = index.isascii() and index.isdigit() and len(index) < 5 and str(int(index)) == index
    return int(index) if start == prefix and plain else None
