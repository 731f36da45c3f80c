"""见习岗位."""

from datetime import date
from typing import Annotated, Self

from pydantic import ValidationInfo, field_validator, model_validator

from jianxi.domain.codes import CATEGORIES, REQUIRED_DEGREES
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import FieldError, Form
from jianxi.forms.types import (
    City,
    County,
    Day,
    Fen,
    Line,
    PersonName,
    Telephone,
    field,
    line,
    one_of,
    optional,
    text,
    today_of,
    whole,
)


class PositionForm(Form):
    """A position as the employer writes it. The dated bounds of 见习期限 are a parameter, which the service checks."""

    title: Annotated[str, line(60)] = field("职位名称")
    category: Annotated[str, one_of(CATEGORIES)] = field("岗位类别", choose=True)
    headcount: Annotated[int, whole(1, 500)] = field("见习人数")
    degree: Annotated[str, one_of(REQUIRED_DEGREES)] = field("学历要求", choose=True)
    major: Line | None = optional("专业要求")
    months: Annotated[int, whole(1, 60)] = field("见习期限（月）")
    allowance: Fen = field("月生活费（元）")
    benefits: Annotated[str, line(200)] | None = optional("其他待遇")
    work_city: City = field("工作地点（市）", choose=True)
    work_county: County = field("工作地点（区县）", choose=True)
    work_address: Annotated[str, line(200)] = field("详细地址")
    duties: Annotated[str, text(1, 2000)] = field("岗位职责")
    requirements: Annotated[str, text(1, 2000)] | None = optional("任职要求")
    mentor: PersonName = field("指导教师")
    deadline: Day = field("报名截止日期")
    contact: PersonName = field("联系人")
    phone: Telephone = field("联系电话")

    @field_validator("allowance", mode="after")
    @classmethod
    def _pays_something(cls, fen: int) -> int:
        if fen <= 0:
            raise Malformed("月生活费应大于0元，请核对")
        return fen

    @field_validator("deadline", mode="after")
    @classmethod
    def _ends_later(cls, deadline: date, info: ValidationInfo) -> date:
        if deadline < today_of(info):
            raise Malformed("报名截止日期不能早于今天，请改为以后的日期")
        if deadline.year > today_of(info).year + 2:
            raise Malformed("报名截止日期过远，请核对年份")
        return deadline

    @model_validator(mode="after")
    def _check_place(self) -> Self:
        if self.work_county[:4] != self.work_city[:4]:
            raise FieldError("work_county", "工作地点（区县）不在所选的市，请重新选择")
        return self
