"""生源信息库: one row of the workbook or of the correction form. Titles are the workbook's column headings."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ValidationInfo, field_validator, model_validator

from jianxi.domain.codes import NATIONS, SEXES
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import FieldError, Form
from jianxi.forms.types import (
    CitizenIdNumber,
    Day,
    Line,
    Mail,
    Mobile,
    PersonName,
    a_year,
    field,
    line,
    one_of,
    optional,
    today_of,
)


def _cohort(value: Any) -> Any:
    """ "2026届" and "2026年" are common in schools' workbooks."""
    return value.strip().removesuffix("届").removesuffix("年") if isinstance(value, str) else value


class GraduateRow(Form):
    """A graduate as the schools report. 生源地 is a region's name or code; the service looks it up."""

    name: PersonName = field("姓名")
    id_number: CitizenIdNumber = field("身份证号")
    sex: Annotated[str, one_of(SEXES)] = field("性别", choose=True)
    nation: Annotated[str, one_of(NATIONS)] | None = optional("民族")
    politics: Annotated[str, line(20)] | None = optional("政治面貌")
    school: Line = field("毕业院校")
    major: Line | None = optional("专业")
    degree: Annotated[str, line(20)] = field("学历")
    cohort: Annotated[int, a_year(1990, 2100), BeforeValidator(_cohort)] = field("毕业年份")
    graduated_on: Day | None = optional("毕业时间")
    origin: Line = field("生源地")
    household: Annotated[str, line(200)] | None = optional("户籍所在地")
    address: Annotated[str, line(200)] | None = optional("通讯地址")
    mail: Mail | None = optional("联系邮箱")
    phone: Mobile | None = optional("联系手机")

    @field_validator("cohort", mode="after")
    @classmethod
    def _not_far_ahead(cls, cohort: int, info: ValidationInfo) -> int:
        if cohort > today_of(info).year + 6:
            raise Malformed("毕业年份过晚，请核对")
        return cohort

    @model_validator(mode="after")
    def _agrees_with_the_number(self) -> Self:
        if self.sex != self.id_number.sex:
            raise FieldError("sex", f"性别与身份证号不一致，身份证号为{self.id_number.sex}")
        return self
