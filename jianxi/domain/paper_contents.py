"""What a paper says as plain values for JSON, and back again exactly typed: printed once, it can be printed ever after."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Content = TypeVar("Content")


class NotAContent(ValueError):
    """A kept content has other fields or other types than the paper it is for."""


def plain(content: object) -> dict[str, object]:
    """Of a dataclass of texts, whole numbers, truths, dates, tuples and such dataclasses."""
    return {each.name: _plain(getattr(content, each.name)) for each in fields(content)}  # type: ignore[arg-type]


def _plain(value: object) -> object:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def typed(of: type[Content], values: object) -> Content:
    """The dataclass again; raises `NotAContent` where a field is missing, is one too many or has another type."""
    hints = get_type_hints(of)
    if not isinstance(values, Mapping) or set(values) != set(hints):
        raise NotAContent(f"{of.__name__} has the fields {', '.join(hints)}")
    return of(**{name: _typed(hint, values[name], name) for name, hint in hints.items()})


def _typed(hint: Any, value: object, name: str) -> object:
    if is_dataclass(hint):
        return typed(hint, value)  # type: ignore[arg-type]
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_typed(get_args(hint)[0], each, name) for each in value)
    if hint is date and isinstance(value, str):
        return _day(value, name)
    if type(value) is hint:
        return value
    raise NotAContent(f"{name} is of another type")


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAContent(f"{name} is no date") from None
