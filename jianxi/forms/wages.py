"""最低工资标准 as typed: one figure for chosen counties, and a row of the workbook."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from jianxi.domain import policy
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.texts import Malformed
from jianxi.forms.parameters import DatedForm, EffectiveDay, Source
from jianxi.forms.reading import Form
from jianxi.forms.types import field, line, optional

WAGE = "月最低工资（元）"


def _wage(typed: Any) -> int:
    if not isinstance(typed, str):
        raise Malformed("填写的内容无法识别，请重新填写")
    return int(policy.parse_value(MINIMUM_WAGE, typed))


Wage = Annotated[int, BeforeValidator(_wage)]


class NewWages(DatedForm):
    """One figure for one or several counties."""

    counties: list[str] = field("区县", choose=True)
    value: Wage = field(WAGE)


class WageRow(Form):
    """A row of the workbook. Which county it speaks of is found by code, by name, or by both where they agree."""

    code: Annotated[str, line(20)] | None = optional("行政区划代码")
    county: Annotated[str, line(60)] | None = optional("区县")
    value: Wage = field(WAGE)
    effective_from: EffectiveDay = field("起始日期")
    source: Source = field("依据")
