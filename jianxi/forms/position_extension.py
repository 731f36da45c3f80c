"""延长报名 of a 见习岗位."""

from datetime import date

from pydantic import ValidationInfo, field_validator

from jianxi.domain.texts import Malformed
from jianxi.forms.reading import Form
from jianxi.forms.types import Day, field, today_of


class ExtensionForm(Form):
    """The new day. Whether it is later than the old one is for the service, which knows the old one."""

    deadline: Day = field("新的报名截止日期")

    @field_validator("deadline", mode="after")
    @classmethod
    def _not_too_far(cls, deadline: date, info: ValidationInfo) -> date:
        if deadline.year > today_of(info).year + 2:
            raise Malformed("新的报名截止日期过远，请核对年份")
        return deadline
