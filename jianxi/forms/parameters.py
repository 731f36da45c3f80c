"""The form of a new value of a parameter 参数, typed by its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from jianxi.domain import policy
from jianxi.domain.outcomes import Invalid
from jianxi.domain.policy import Kind, Parameter, Value
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import Form, Raw, read
from jianxi.forms.typed_rows import first
from jianxi.forms.types import Day, field, line, today_of

EARLIEST = date(2000, 1, 1)
AHEAD = timedelta(days=3660)
LONGEST_SOURCE = 200


def _within_reach(day: date, info: ValidationInfo) -> date:
    if day < EARLIEST:
        raise Malformed(f"不能早于{EARLIEST}，请核对")
    if day > today_of(info) + AHEAD:
        raise Malformed("不能晚于今后十年，请核对")
    return day


def _said(source: str) -> str:
    """A pasted character that nobody can see is no ground."""
    if not source:
        raise Malformed("请填写依据，例如文号")
    return source


EffectiveDay = Annotated[Day, AfterValidator(_within_reach)]
Source = Annotated[str, line(LONGEST_SOURCE), AfterValidator(_said)]


class DatedForm(Form):
    """起始日期 and 依据, which every new value has."""

    effective_from: EffectiveDay = field("起始日期")
    source: Source = field("依据")


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value to be entered, and on what ground."""

    value: Value
    effective_from: date
    source: str


def read_value(parameter: Parameter, raw: Raw, today: date) -> NewValue:
    """Raises `Invalid` with a message for each field at fault."""
    messages: dict[str, str] = {}
    value: Value = 0
    try:
        value = typed_value(parameter, first(raw, "value"))
    except Malformed as no:
        messages["value"] = no.sentence
    try:
        dated = read(DatedForm, raw, today)
    except Invalid as invalid:
        raise Invalid({**messages, **invalid.messages}) from None
    if messages:
        raise Invalid(messages)
    return NewValue(value, dated.effective_from, dated.source)


def typed_value(parameter: Parameter, text: str) -> Value:
    """Raises `Malformed`."""
    if not text.strip():
        verb = "选择" if parameter.kind in (Kind.SWITCH, Kind.CHOICE) else "填写"
        raise Malformed(f"请{verb}新值")
    return policy.parse_value(parameter, text)


def typed(raw: Raw) -> Mapping[str, str]:
    """The fields as they came, to be shown again."""
    return {name: first(raw, name) for name in ("value", "effective_from", "source")}
