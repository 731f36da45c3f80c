"""放宽登录限制的地址: a network, what it is and until when."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo, field_validator

from jianxi.domain import networks
from jianxi.domain.texts import Malformed
from jianxi.forms.reading import Form
from jianxi.forms.types import Day, field, line, today_of

LONGEST = timedelta(days=366)


def _network(typed: object) -> str:
    if not isinstance(typed, str):
        raise Malformed("填写的内容无法识别，请重新填写")
    return networks.parse(typed)


class NewNetwork(Form):
    """登记."""

    network: Annotated[str, BeforeValidator(_network)] = field("地址或网段")
    what: Annotated[str, line(60)] = field("学校或招聘会")
    until_on: Day = field("放宽至")

    @field_validator("until_on")
    @classmethod
    def _soon(cls, until: date, info: ValidationInfo) -> date:
        today = today_of(info)
        if until < today:
            raise Malformed("放宽至的日期已过，请填写今天或以后的日期")
        if until > today + LONGEST:
            raise Malformed(f"放宽最长一年，请填写{today + LONGEST}及以前的日期，到期后可重新登记")
        return until
