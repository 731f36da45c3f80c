"""离岗登记, 申请终止见习, and the day that is confirmed in 离岗审核."""

from typing import Annotated

from pydantic import model_validator

from jianxi.domain.departure_reasons import BY_EMPLOYER, BY_PERSON, NOTE_LENGTH, OTHER
from jianxi.forms.reading import FieldError, Form
from jianxi.forms.types import Day, field, one_of, optional, text

_NOTE = "原因说明"
Note = Annotated[str, text(0, NOTE_LENGTH)]


class DepartureForm(Form):
    """离岗登记 by the employer. The day may be left out with 未上岗, which has a day of its own."""

    last_day: Day | None = optional("离岗日期")
    reason: Annotated[str, one_of(BY_EMPLOYER)] = field("离岗原因", choose=True)
    note: Note | None = optional(_NOTE)

    @model_validator(mode="after")
    def _other_is_explained(self) -> "DepartureForm":
        _explained(self.reason, self.note)
        return self


class LastDayForm(Form):
    """离岗日期 that is confirmed for a person's own request; the reason stays the person's."""

    last_day: Day = field("离岗日期")


class RequestForm(Form):
    """申请终止见习 by the person."""

    reason: Annotated[str, one_of(BY_PERSON)] = field("离岗原因", choose=True)
    note: Note | None = optional(_NOTE)
    wanted_on: Day = field("期望离岗日期")

    @model_validator(mode="after")
    def _other_is_explained(self) -> "RequestForm":
        _explained(self.reason, self.note)
        return self


def _explained(reason: str, note: str | None) -> None:
    if reason == OTHER and not note:
        raise FieldError("note", f"选择“其他”时，请填写{_NOTE}")
