"""就业见习意向填表: a graduate's basic facts come from the register, a youth types them."""

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from jianxi.domain.codes import DEGREES, INDUSTRIES, NATIONS, POLITICS
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import Form
from jianxi.forms.types import (
    County,
    Day,
    Fen,
    Line,
    Mail,
    Mobile,
    field,
    line,
    one_of,
    optional,
    text,
    today_of,
    whole,
)


class Wishes(Form):
    """意向信息."""

    jobs: Annotated[list[Annotated[str, line(40)]], Field(min_length=1, max_length=3)] = field("意向岗位")
    industry: Annotated[str, one_of(INDUSTRIES)] | None = optional("意向行业")
    places: Annotated[list[County], Field(min_length=1, max_length=3)] = field("意向地区", choose=True)
    months: Annotated[int, whole(1, 60)] | None = optional("期望见习期限（月）")
    allowance: Fen | None = optional("期望月生活费（元）")
    available_on: Day | None = optional("可到岗日期")
    skills: Annotated[str, text(1, 500)] | None = optional("技能与证书")
    about: Annotated[str, text(1, 1000)] | None = optional("自我介绍")

    @field_validator("available_on", mode="after")
    @classmethod
    def _available_later(cls, day: date | None, info: ValidationInfo) -> date | None:
        if day is not None and day < today_of(info):
            raise Malformed("可到岗日期不能早于今天，请改为今天或以后的日期")
        return day


class GraduateIntention(Wishes):
    """A graduate's form: contact facts are prefilled and editable, the rest is shown."""

    household: Annotated[str, line(200)] = field("户籍所在地")
    address: Annotated[str, line(200)] = field("通讯地址")
    mail: Mail | None = optional("联系邮箱")
    phone: Mobile = field("联系手机")


class YouthIntention(GraduateIntention):
    """A youth's form: everything but what the ID number says is typed."""

    nation: Annotated[str, one_of(NATIONS)] = field("民族", choose=True)
    politics: Annotated[str, one_of(POLITICS)] | None = optional("政治面貌")
    degree: Annotated[str, one_of(DEGREES)] = field("学历", choose=True)
    school: Line | None = optional("毕业院校")
    major: Line | None = optional("专业")
    unemployed: Annotated[str, one_of(("on",))] = field("目前未就业", tick=True)
    unemployment_number: Annotated[str, line(40)] | None = optional("失业登记号")
