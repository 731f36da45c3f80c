"""录用上岗登记 and 修改登记, and 生活费调整."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from jianxi.domain.codes import INSURANCES
from jianxi.domain.registrations import MOST_ROWS, Cover, Registration
from jianxi.domain.texts import Malformed, halfwidth
from jianxi.forms.reading import Form
from jianxi.forms.types import Day, Fen, Line, PersonName, field, line, one_of, optional

YEARS = (2000, 2100)


def _of_our_time(day: date) -> date:
    """Dates further off are slips of the keyboard, and a calendar ends somewhere."""
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise Malformed(f"年份应在{YEARS[0]}至{YEARS[1]}之间，请核对")
    return day


def _more_than_nothing(fen: int) -> int:
    if fen <= 0:
        raise Malformed("应大于0元，请核对")
    return fen


NearDay = Annotated[Day, AfterValidator(_of_our_time)]
Allowance = Annotated[Fen, AfterValidator(_more_than_nothing)]
Narrow = BeforeValidator(lambda value: halfwidth(value) if isinstance(value, str) else value)


class InsuranceRow(Form):
    """One row of 保险. Which kinds go without company and number is for the domain, which sees the rows together."""

    kind: Annotated[str, one_of(INSURANCES)] = field("保险类型", choose=True)
    company: Line | None = optional("保险公司")
    policy_number: Annotated[str, line(60), Narrow] | None = optional("保单号")
    first_day: NearDay = field("保险起始日期")
    last_day: NearDay = field("保险终止日期")


class RegistrationForm(Form):
    """As typed. What the dates must keep to depends on the person, the position and the parameters (domain)."""

    starts_on: NearDay = field("上岗日期")
    ends_on: NearDay = field("见习结束日期")
    allowance: Allowance = field("见习期间生活费（元/月）")
    insurance: Annotated[list[InsuranceRow], Field(min_length=1, max_length=MOST_ROWS)] = field("保险")
    mentor: PersonName = field("指导教师")
    ticked: list[str] = Field(default_factory=list)
    """Marks of the warnings that were ticked."""

    def asked(self) -> Registration:
        rows = tuple(
            Cover(row.kind, row.company or "", row.policy_number or "", row.first_day, row.last_day)
            for row in self.insurance
        )
        return Registration(self.starts_on, self.ends_on, self.allowance, self.mentor, rows)


class RaiseForm(Form):
    """生活费调整: from a day on, so much a month."""

    starts_on: NearDay = field("调整起始日期")
    allowance: Allowance = field("调整后生活费（元/月）")
