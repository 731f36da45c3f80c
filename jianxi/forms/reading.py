"""Reads untrusted fields into a form's model, or says by field what is wrong and what to do."""

import types
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from jianxi.domain.outcomes import Invalid

Raw = Mapping[str, Sequence[str]]
"""What a browser sends: every value of every name, as typed."""

M = TypeVar("M", bound="Form")


class Form(BaseModel):
    """A form. Field names are the HTML names, titles are the labels of PRODUCT.md 11; unknown fields are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=False)


class FieldError(ValueError):
    """A fault found by looking at several fields, to be shown at one of them."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def read(model: type[M], raw: Raw, today: date) -> M:
    """The typed form, or `Invalid` with a message for each field at fault (rows: "needs-0-major")."""
    try:
        return model.model_validate(arranged(model, raw), context={"today": today})
    except ValidationError as error:
        raise Invalid(_messages(model, error)) from None


def labels(model: type[Form]) -> dict[str, str]:
    """Field name to label."""
    return {name: field.title or name for name, field in model.model_fields.items()}


def row_model(field: FieldInfo) -> type[Form] | None:
    """The form of a row where the field holds rows that a person adds and removes."""
    if get_origin(field.annotation) is not list:
        return None
    inner = get_args(field.annotation)[0]
    return inner if isinstance(inner, type) and issubclass(inner, Form) else None


def arranged(model: type[Form], raw: Raw) -> dict[str, Any]:
    """Blank is absent, lists are lists, "needs-0-major" is the field major of the first row of needs."""
    values: dict[str, Any] = {}
    for name, rows, holds_many in _shapes(model):
        if rows is not None:
            values[name] = [arranged(rows, row) for row in row_values(raw, name)]
        elif holds_many:
            values[name] = [text for text in raw.get(name, ()) if text.strip()]
        elif (text := next(iter(raw.get(name, ())), "")).strip():
            values[name] = text
    return values


@cache
def _shapes(model: type[Form]) -> tuple[tuple[str, type[Form] | None, bool], ...]:
    """Each field's name, the form of its rows, whether it is a list. A workbook asks once a row."""
    fields = model.model_fields.items()
    return tuple((name, row_model(field), _holds_many(field)) for name, field in fields)


def row_values(raw: Raw, prefix: str) -> list[dict[str, Sequence[str]]]:
    """The rows named prefix-INDEX-field in order of index; rows left wholly blank are dropped."""
    rows: dict[int, dict[str, Sequence[str]]] = {}
    for key, texts in raw.items():
        start, _, rest = key.partition("-")
        index, _, name = rest.partition("-")
        if start == prefix and name and index.isascii() and index.isdigit() and len(index) < 5:
            rows.setdefault(int(index), {})[name] = texts
    return [rows[index] for index in sorted(rows) if any(text.strip() for text in _flat(rows[index]))]


def _flat(row: Mapping[str, Sequence[str]]) -> list[str]:
    return [text for texts in row.values() for text in texts]


def _holds_many(field: FieldInfo) -> bool:
    return get_origin(_without_none(field.annotation)) in (list, tuple)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        return next(inner for inner in get_args(annotation) if inner is not type(None))
    return annotation


def _messages(model: type[Form], error: ValidationError) -> dict[str, str]:
    found: dict[str, str] = {}
    for fault in error.errors():
        cause = fault.get("ctx", {}).get("error")
        if isinstance(cause, FieldError):
            # Several fields of a row: the fault stands at the row, and its own field is one of that.
            found.setdefault("-".join([*(str(part) for part in fault["loc"]), cause.field]), str(cause))
            continue
        name = "-".join(str(part) for part in _place(fault))
        found.setdefault(name, _sentence(_field_at(model, fault), fault))
    return found


def _place(fault: ErrorDetails) -> tuple[int | str, ...]:
    """Where the fault stands, down to the field; positions inside a list of plain values are of no use to a person."""
    place = fault["loc"]
    return place if len(place) != 2 else place[:1]


def _field_at(model: type[Form], fault: ErrorDetails) -> FieldInfo | None:
    field: FieldInfo | None = None
    for part in fault["loc"]:
        if isinstance(part, str) and part in model.model_fields:
            field = model.model_fields[part]
            model = row_model(field) or model
    return field


def _sentence(field: FieldInfo | None, fault: ErrorDetails) -> str:
    label = (field.title if field else None) or ""
    extra = field.json_schema_extra if field else None
    verb = extra["verb"] if isinstance(extra, dict) else "填写"
    if fault["type"] == "missing":
        return f"请{verb}{label}"
    if fault["type"] == "too_short":
        return f"请至少{verb}{fault['ctx']['min_length']}项{label}"
    if fault["type"] == "too_long":
        return f"{label}最多{fault['ctx']['max_length']}项，您提交了{fault['ctx']['actual_length']}项"
    cause = fault.get("ctx", {}).get("error")
    sentence = str(cause) if cause else "填写的内容无法识别，请重新填写"
    return sentence if not label or label in sentence else f"{label}：{sentence}"
