"""修改密码, and the password that a one-time link sets."""

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from jianxi.domain.texts import Malformed
from jianxi.forms.reading import Form
from jianxi.forms.types import field


def _same(again: str, info: ValidationInfo) -> str:
    if again != info.data.get("password", again):
        raise Malformed("两次输入的密码不一致，请重新填写确认密码")
    return again


Again = Annotated[str, AfterValidator(_same)]
"""The field `password` once more, right after it."""


class NewPassword(Form):
    """Twice the same. Whether it is strong enough hangs on the user name, and so is for the service to say."""

    password: str = field("新密码")
    password_again: Again = field("确认密码")


class PasswordChange(NewPassword):
    """修改密码."""

    old_password: str = field("原密码")
