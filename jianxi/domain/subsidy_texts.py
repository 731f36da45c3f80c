"""补贴经费 as canonical text and back: what a frozen roster keeps of its rules, services and amounts. The same values give
the same text, letter for letter, so that a digest can be taken of it."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from jianxi.domain.allowances import Raise
from jianxi.domain.subsidies import (
    Contract,
    InForce,
    Method,
    MonthAmount,
    Part,
    RetentionFigure,
    Rules,
    Service,
    Standing,
    Timeline,
)
from jianxi.domain.subsidy_rules import shared

Plain = Mapping[str, Any]
_AS_IT_IS = frozenset({int, str, bool, type(None)})
_NAMES: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Contract, InForce, MonthAmount, Part, Raise, RetentionFigure, Rules, Service, Timeline)
}


def plain(value: object) -> Any:
    """Any of the types of 补贴经费 as what JSON knows: names to values, days as 2025-09-30."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if type(value) in _NAMES:
        held = [(name, getattr(value, name)) for name in _NAMES[type(value)]]
        # Most of what is written is numbers and texts of months: a call for each would take half the time.
        return {name: each if type(each) in _AS_IT_IS else plain(each) for name, each in held}
    raise TypeError(f"{type(value).__name__} has no text")


def text(content: Any) -> str:
    """The one spelling of a plain content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def rules_of(kept: Plain) -> Rules:
    lines = {name: _timeline(kept[name]) for name in _NAMES[Rules] if name not in ("county", "place")}
    return shared(Rules(kept["county"], kept["place"], **lines))


def service_of(kept: Plain) -> Service:
    contract = kept["contract"]
    return Service(
        **{
            **kept,
            "starts_on": date.fromisoformat(kept["starts_on"]),
            "ends_on": date.fromisoformat(kept["ends_on"]),
            "raises": tuple(
                Raise(date.fromisoformat(each["starts_on"]), each["allowance_fen"]) for each in kept["raises"]
            ),
            "left_on": _day(kept["left_on"]),
            "leaving_on": _day(kept["leaving_on"]),
            "contract": _contract(contract) if contract else None,
        }
    )


def amount_of(kept: Plain) -> MonthAmount:
    days = {name: date.fromisoformat(kept[name]) for name in ("month", "first", "last", "rate_since")}
    return MonthAmount(
        **{
            **kept,
            **days,
            "method": Method(kept["method"]),
            "standing": Standing(kept["standing"]),
            "parts": tuple(
                Part(**{**each, "since": date.fromisoformat(each["since"])}) for each in kept["parts"]
            ),
            "allowance_day": _day(kept["allowance_day"]),
        }
    )


def figure_of(kept: Plain) -> RetentionFigure:
    return RetentionFigure(
        **{**kept, "retained": tuple(kept["retained"]), "completed": tuple(kept["completed"])}
    )


def _timeline(kept: Plain) -> Timeline:
    stretches = (
        InForce(**{**each, "since": date.fromisoformat(each["since"])}) for each in kept["stretches"]
    )
    return Timeline(kept["key"], tuple(stretches))


def _contract(kept: Plain) -> Contract:
    return Contract(
        kept["retention"],
        date.fromisoformat(kept["first_day"]),
        date.fromisoformat(kept["last_day"]),
        _day(kept["insured_on"]),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
