"""Head and lines of a roster (花名册) as canonical text and back: this is what is sealed, and what the digest is taken of."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

from jianxi.domain import subsidy_texts
from jianxi.domain.periods import Period
from jianxi.domain.roster_parts import Behind, Columns, Head, Line, Unit
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidy_texts import Plain, plain

_UNIT = tuple(field.name for field in fields(Unit))
_COLUMNS = tuple(field.name for field in fields(Columns))
_DAYS = ("graduated_on", "last_day")


def of_head(head: Head) -> str:
    content = {
        "unit": {name: getattr(head.unit, name) for name in _UNIT},
        "kind": head.kind.value,
        "first": head.period.first.isoformat(),
        "last": head.period.last.isoformat(),
        "rules": plain(head.rules),
        "figure": plain(head.figure),
        "behind": [
            [each.placement, each.name, each.day.isoformat(), plain(each.service)] for each in head.behind
        ],
    }
    return subsidy_texts.text(content)


def to_head(text: str) -> Head:
    """The reverse of `of_head`."""
    kept: Plain = json.loads(text)
    return Head(
        Unit(**kept["unit"]),
        RosterKind(kept["kind"]),
        Period(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"])),
        subsidy_texts.rules_of(kept["rules"]),
        subsidy_texts.figure_of(kept["figure"]) if kept["figure"] else None,
        tuple(_behind(*each) for each in kept["behind"]),
    )


def of_line(line: Line) -> str:
    content = {
        "place": line.place,
        "placement": line.placement,
        "person": line.person,
        "columns": {name: plain(getattr(line.columns, name)) for name in _COLUMNS},
        "service": plain(line.service),
        "months": [plain(month) for month in line.months],
    }
    return subsidy_texts.text(content)


def to_line(text: str) -> Line:
    """The reverse of `of_line`."""
    kept: Plain = json.loads(text)
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
