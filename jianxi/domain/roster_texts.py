"""Head and lines of a roster (花名册) as canonical text and back: this is what is sealed, and what the digest is taken of.

Each says in which format it is written. What was sent is never written anew: a release that writes otherwise takes the next
number, and keeps the reader of every number before."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from jianxi.domain import subsidy_texts
from jianxi.domain.periods import Period
from jianxi.domain.roster_evidence import Evidence
from jianxi.domain.roster_parts import Attached, Behind, Columns, Head, Line, Unit
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidy_texts import Plain, plain

FORMAT = 1
"""In which head and lines are written now."""
_UNIT = tuple(field.name for field in fields(Unit))
_COLUMNS = tuple(field.name for field in fields(Columns))
_DAYS = ("graduated_on", "last_day")


def of_head(head: Head) -> str:
    content = {
        "format": FORMAT,
        "unit": {name: getattr(head.unit, name) for name in _UNIT},
        "kind": head.kind.value,
        "first": head.period.first.isoformat(),
        "last": head.period.last.isoformat(),
        "rules": plain(head.rules),
        "figure": plain(head.figure),
        "behind": [
            [each.placement, each.name, each.day.isoformat(), plain(each.service)] for each in head.behind
        ],
        "evidence": [[each.kind.value, each.digest, each.pages] for each in head.evidence],
    }
    return subsidy_texts.text(content)


def to_head(text: str) -> Head:
    """The reverse of `of_head`, also of what an earlier release wrote. `ValueError` for a format that this one does not
    know."""
    kept: Plain = json.loads(text)
    return _reader(_HEADS, kept)(kept)


def _head(kept: Plain) -> Head:
    return Head(
        Unit(**kept["unit"]),
        RosterKind(kept["kind"]),
        Period(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"])),
        subsidy_texts.rules_of(kept["rules"]),
        subsidy_texts.figure_of(kept["figure"]) if kept["figure"] else None,
        tuple(_behind(*each) for each in kept["behind"]),
        tuple(Attached(Evidence(kind), digest, pages) for kind, digest, pages in kept["evidence"]),
    )


def of_line(line: Line) -> str:
    content = {
        "format": FORMAT,
        "place": line.place,
        "placement": line.placement,
        "person": line.person,
        "columns": {name: plain(getattr(line.columns, name)) for name in _COLUMNS},
        "service": plain(line.service),
        "months": [plain(month) for month in line.months],
    }
    return subsidy_texts.text(content)


def to_line(text: str) -> Line:
    """The reverse of `of_line`, as `to_head` is of `of_head`."""
    kept: Plain = json.loads(text)
    return _reader(_LINES, kept)(kept)


def _line(kept: Plain) -> Line:
    return Line(
        kept["place"],
        kept["placement"],
        kept["person"],
        _columns(kept["columns"]),
        subsidy_texts.service_of(kept["service"]),
        tuple(subsidy_texts.amount_of(month) for month in kept["months"]),
    )


def _behind(placement: int, name: str, day: str, service: Plain | None) -> Behind:
    kept = subsidy_texts.service_of(service) if service else None
    return Behind(placement, name, date.fromisoformat(day), kept)


def _columns(kept: dict[str, Any]) -> Columns:
    days = {name: date.fromisoformat(kept[name]) if kept[name] else None for name in _DAYS}
    return Columns(**{**kept, **days})


_HEADS: Mapping[int, Callable[[Plain], Head]] = {1: _head}
_LINES: Mapping[int, Callable[[Plain], Line]] = {1: _line}
_Read = TypeVar("_Read")


def _reader(known: Mapping[int, Callable[[Plain], _Read]], kept: Plain) -> Callable[[Plain], _Read]:
    try:
        return known[kept["format"]]
    except KeyError:
        raise ValueError(f"format {kept.get('format')} is of no release up to this one") from None
