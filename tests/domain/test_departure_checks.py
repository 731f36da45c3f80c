"""离岗日期 and 期望离岗日期, case by case; what may be chosen as 离岗原因."""

from datetime import date

import pytest

from jianxi.domain import departure_reasons
from jianxi.domain.departure_checks import outside, recorded_day
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import Period
from jianxi.forms.departures import DepartureForm, RequestForm
from jianxi.forms.reading import read

FIRST, LAST = date(2028, 1, 30), date(2028, 2, 29)
PERIOD = Period(FIRST, LAST)

# today | reason | typed | the day that is written | a piece of what is said, "" when it may stand
RECORDED = """
    2028-02-10 | ill        | 2028-02-10 | 2028-02-10 |
    2028-02-10 | ill        | 2028-02-11 | 2028-02-11 | 不能晚于今天（2028年2月10日）
    2028-02-10 | ill        | 2028-01-30 | 2028-01-30 |
    2028-02-10 | ill        | 2028-01-29 | 2028-01-29 | 没有来上岗的，请在离岗原因中选择“未上岗”
    2028-02-10 | ill        | 2027-02-10 | 2027-02-10 | 2028年1月30日至2028年2月29日
    2028-02-10 | ill        |            | 2028-02-10 | 请填写离岗日期
    2028-01-30 | absent     | 2028-01-30 | 2028-01-30 |
    2028-03-05 | ill        | 2028-02-29 | 2028-02-29 |
    2028-03-05 | ill        | 2028-03-01 | 2028-03-01 | 应在见习期间
    2028-03-05 | ill        | 2028-03-06 | 2028-03-06 | 不能晚于今天
    2028-02-10 | never_came |            | 2028-01-29 |
    2028-02-10 | never_came | 2028-01-29 | 2028-01-29 |
    2028-02-10 | never_came | 2028-02-09 | 2028-01-29 | 请清空或改为这一天
    2028-03-05 | never_came | 2028-04-01 | 2028-01-29 | 上岗日期的前一天（2028年1月29日）
"""
# 期望离岗日期 and the day confirmed by employer or office may lie ahead, but never outside the period.
ANY_SIDE = [(FIRST, True), (LAST, True), (date(2028, 1, 29), False), (date(2028, 3, 1), False)]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def test_a_recorded_day_is_of_the_period_and_not_ahead() -> None:
    for line in RECORDED.strip().splitlines():
        today, reason, typed, written, words = (cell.strip() for cell in f"{line} ".split("|"))
        day, said = recorded_day(reason, _day(typed), PERIOD, date.fromisoformat(today))

        assert (day, bool(said)) == (_day(written), bool(words)), line
        assert words in said


def test_a_day_that_is_wished_or_confirmed_is_of_the_period() -> None:
    for day, may_stand in ANY_SIDE:
        for label in ("期望离岗日期", "离岗日期"):
            assert (outside(day, PERIOD, label) == "") is may_stand
    # Only 离岗登记 asks for the reason, and can be told to choose another.
    assert "未上岗" not in outside(date(2028, 1, 29), PERIOD, "离岗日期")


def test_each_side_has_its_reasons_and_the_last_one_wants_words() -> None:
    employer, person = departure_reasons.choices(Role.EMPLOYER), departure_reasons.choices(Role.PERSON)

    assert list(employer)[-1] == list(person)[-1] == "other"
    assert "never_came" in employer and "never_came" not in person
    assert {"absent", "breach", "damage"} <= set(employer) - set(person)
    assert set(person) <= set(employer)
    assert departure_reasons.told("ill", "住院") == "患病：住院"


@pytest.mark.parametrize("model", [DepartureForm, RequestForm])
def test_a_form_asks_for_what_is_missing(model: type[DepartureForm] | type[RequestForm]) -> None:
    day = {"last_day": ["2028-02-01"], "wanted_on": ["2028-02-01"]}
    for raw, field in (
        ({**day}, "reason"),
        ({**day, "reason": ["expired"]}, "reason"),
        ({**day, "reason": ["other"], "note": [" "]}, "note"),
        ({**day, "reason": ["ill"], "note": ["长" * 501]}, "note"),
    ):
        with pytest.raises(Invalid) as caught:
            read(model, raw, date(2028, 2, 10))
        assert list(caught.value.messages) == [field]
