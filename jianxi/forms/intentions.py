"""就业见习意向填表: a graduate's basic facts come from the register, a youth types them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from jianxi.domain import phones, regions
from jianxi.domain.codes import DEGREES, INDUSTRIES, NATIONS, POLITICS
from jianxi.domain.texts import Malformed, clean_text
from jianxi.forms.reading import Form, Raw, read
from jianxi.forms.types import (
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

MASKS = {
    "household": phones.mask_address,
    "address": phones.mask_address,
    "mail": phones.mask_mail,
    "phone": phones.mask_phone,
}
"""How a stored contact is shown to somebody signed in by name and ID number alone; left so it means unchanged."""
STARS = "***"
"""The shortest row of stars that a mask leaves, in a mail address; the others have one more."""


def _wide_or_county(typed: Any) -> str:
    """A county, or a city for the whole of it."""
    code = regions.parse_code(str(typed))
    if regions.level_of(code) is regions.Level.PROVINCE:
        raise Malformed("请从列表中选择一项")
    return code


Place = Annotated[str, BeforeValidator(_wide_or_county)]


class Wishes(Form):
    """意向信息."""

    jobs: Annotated[list[Annotated[str, line(40)]], Field(min_length=1, max_length=3)] = field("意向岗位")
    industry: Annotated[str, one_of(INDUSTRIES)] | None = optional("意向行业")
    places: Annotated[list[Place], Field(min_length=1, max_length=3)] = field("意向地区", choose=True)
    months: Annotated[int, whole(1, 60)] | None = optional("期望见习期限（月）")
    allowance: Fen | None = optional("期望月生活费（元）")
    available_on: Day | None = optional("可到岗日期")
    skills: Annotated[str, text(1, 500)] | None = optional("技能与证书")
    about: Annotated[str, text(1, 1000)] | None = optional("自我介绍")

    @field_validator("jobs", "places", mode="after")
    @classmethod
    def _once_each(cls, values: list[str]) -> list[str]:
        return list(dict.fromkeys(values))

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

    @field_validator("household", "address", "mail", mode="after")
    @classmethod
    def _not_half_masked(cls, typed: str | None) -> str | None:
        if typed is not None and STARS in typed:
            raise Malformed("请填写完整的内容，不要保留星号")
        return typed


class YouthIntention(GraduateIntention):
    """A youth's form: everything but what the ID number says is typed."""

    nation: Annotated[str, one_of(NATIONS)] = field("民族", choose=True)
    politics: Annotated[str, one_of(POLITICS)] | None = optional("政治面貌")
    degree: Annotated[str, one_of(DEGREES)] = field("学历", choose=True)
    school: Line | None = optional("毕业院校")
    major: Line | None = optional("专业")
    unemployed: Annotated[str, one_of(("yes",))] = field("目前未就业", tick=True)
    unemployment_number: Annotated[str, line(40)] | None = optional("失业登记号")


def read_intention(
    raw: Raw, today: date, *, youth: bool, stored: Mapping[str, str], masked: bool
) -> GraduateIntention:
    """The typed form; a contact that was left as it was shown masked is the stored one. Raises `Invalid`."""
    given = dict(raw)
    if masked:
        for name, text in shown_contacts(stored, masked=True).items():
            if text and _typed(raw, name) == text:
                given[name] = [stored[name]]
    return read(YouthIntention if youth else GraduateIntention, given, today)


def shown_contacts(stored: Mapping[str, str], *, masked: bool) -> dict[str, str]:
    """The contacts as the form is filled with them."""
    mask = MASKS if masked else dict.fromkeys(MASKS, str)
    return {name: mask[name](stored[name]) if stored[name] else "" for name in MASKS}


def _typed(raw: Raw, name: str) -> str:
    try:
        return clean_text(next(iter(raw.get(name, ())), ""))
    except Malformed:
        return ""
