"""见习基地申请: all parts but 附件, which are attached one by one."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from jianxi.domain.codes import INDUSTRIES, NATURES, REQUIRED_DEGREES, SEXES
from jianxi.domain.labels import LEVELS as LEVEL_WORDS
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import FieldError, Form
from jianxi.forms.types import (
    AccountNumber,
    Day,
    Line,
    Mail,
    Mobile,
    PersonName,
    Telephone,
    a_year,
    field,
    line,
    one_of,
    optional,
    text,
    today_of,
    whole,
)

LEVELS = {str(level): word for level, word in LEVEL_WORDS.items()}
"""申请级别: 区县级, 市级."""


class Need(Form):
    """One row of 近年专业及人数需求."""

    year: Annotated[int, a_year(2000, 2100)] = field("年度")
    major: Line = field("专业")
    degree: Annotated[str, one_of(REQUIRED_DEGREES)] = field("学历", choose=True)
    wanted: Annotated[int, whole(1, 10_000)] = field("需求人数")
    to_retain: Annotated[int, whole(0, 10_000)] | None = optional("拟留用人数")
    remark: Annotated[str, line(200)] | None = optional("备注")

    @model_validator(mode="after")
    def _retain_no_more_than_wanted(self) -> Self:
        if (self.to_retain or 0) > self.wanted:
            raise FieldError("to_retain", "拟留用人数不能多于需求人数，请核对")
        return self


class Mentor(Form):
    """One row of 见习指导师资队伍情况."""

    name: PersonName = field("姓名")
    sex: Annotated[str, one_of(SEXES)] = field("性别", choose=True)
    age: Annotated[int, whole(16, 100)] = field("年龄")
    degree: Annotated[str, one_of(REQUIRED_DEGREES[1:])] = field("学历", choose=True)
    major: Line | None = optional("专业")
    post: Line = field("职务/职称")
    years: Annotated[int, whole(0, 80)] = field("从业年限")
    capacity: Annotated[int, whole(1, 1000)] = field("可带人数")
    phone: Telephone | None = optional("联系电话")


class BaseForm(Form):
    """见习基地申请 as submitted."""

    nature: Annotated[str, one_of(NATURES)] = field("单位性质", choose=True)
    industry: Annotated[str, one_of(INDUSTRIES)] = field("所属行业", choose=True)
    address: Annotated[str, line(200)] = field("详细地址")
    founded_on: Day = field("成立日期")
    capital: Annotated[int, whole(0)] | None = optional("注册资本（万元）")
    legal_representative: PersonName = field("法定代表人")
    staff: Annotated[int, whole(1, 10_000_000)] = field("职工人数")
    contact: PersonName = field("联系人")
    phone: Mobile = field("联系手机")
    office_phone: Telephone | None = optional("办公电话")
    mail: Mail | None = optional("电子邮箱")
    account_name: Line | None = optional("开户名称")
    bank: Line | None = optional("开户银行")
    account_number: AccountNumber | None = optional("银行账号")
    wanted_level: Annotated[str, one_of(LEVELS)] = field("申请级别", choose=True)
    yearly_posts: Annotated[int, whole(1, 100_000)] = field("每年可提供岗位数")
    introduction: Annotated[str, text(20, 2000)] = field("单位简介")
    needs: Annotated[list[Need], Field(min_length=1, max_length=100)] = field("近年专业及人数需求")
    mentors: Annotated[list[Mentor], Field(min_length=1, max_length=100)] = field("见习指导师资队伍情况")

    @field_validator("founded_on", mode="after")
    @classmethod
    def _founded_already(cls, founded_on: date, info: ValidationInfo) -> date:
        if founded_on > today_of(info):
            raise Malformed("成立日期不能晚于今天，请核对")
        if founded_on < date(1800, 1, 1):
            raise Malformed("成立日期过早，请核对年份")
        return founded_on
