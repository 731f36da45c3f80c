"""单位注册, 应届毕业生注册 and the two ways to sign in."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, ValidationInfo, field_validator, model_validator

from jianxi.domain import passwords
from jianxi.domain.texts import Malformed, halfwidth
from jianxi.forms.passwords import Again
from jianxi.forms.reading import FieldError, Form
from jianxi.forms.types import (
    CitizenIdNumber,
    City,
    County,
    CreditCode,
    Line,
    Mobile,
    PersonName,
    UnitName,
    field,
)

_USERNAME = re.compile(r"[A-Za-z0-9._-]{4,32}")


def _username(typed: str) -> str:
    username = halfwidth(typed).strip()
    if not _USERNAME.fullmatch(username):
        raise Malformed("登录名应为4至32位字母、数字、点、下划线或短横线")
    return username


Username = Annotated[str, AfterValidator(_username)]


class NewAccount(Form):
    """What every registration asks for. The password is judged even where other fields are wrong: it is typed anew
    each time, and nobody wants to be told about it only at the second try."""

    username: Username = field("登录名")
    password: str = field("密码")
    password_again: Again = field("确认密码")

    @field_validator("password")
    @classmethod
    def _strong(cls, password: str, info: ValidationInfo) -> str:
        return passwords.check(password, info.data.get("username", ""))


class EmployerRegistration(NewAccount):
    """单位注册."""

    name: UnitName = field("单位名称")
    credit_code: CreditCode = field("统一社会信用代码")
    city: City = field("注册地（市）", choose=True)
    county: County = field("注册地（区县）", choose=True)
    contact: PersonName = field("联系人")
    phone: Mobile = field("联系手机")

    @model_validator(mode="after")
    def _check_place(self) -> Self:
        if self.county[:4] != self.city[:4]:
            raise FieldError("county", "注册地（区县）不在所选的市，请重新选择")
        return self


class GraduateRegistration(NewAccount):
    """应届毕业生注册: name, number and school must match the register."""

    name: PersonName = field("姓名")
    id_number: CitizenIdNumber = field("身份证号")
    school: Line = field("毕业院校")
    phone: Mobile = field("联系手机")


class SignIn(Form):
    """账号登录. Nothing is said about the form of what was typed: only whether it fits an account."""

    username: str = field("登录名")
    password: str = field("密码")


class IdentitySignIn(Form):
    """往届毕业生/社会青年登录."""

    name: PersonName = field("姓名")
    id_number: CitizenIdNumber = field("身份证号")
