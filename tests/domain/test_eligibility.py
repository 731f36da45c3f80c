"""Who may take part on a day, and what is said to those who may not."""

from datetime import date

import pytest

from jianxi.domain.eligibility import Graduate, Limits, Youth, refusal, sign_in_kind, sign_in_refusal
from jianxi.domain.viewers import PersonKind

LIMITS = Limits(youngest=16, not_reached=25, cohort=2026, window=3)
TODAY = date(2026, 11, 22)


def test_a_youth_under_16_is_told_from_when() -> None:
    sentence = refusal(Youth(date(2011, 3, 1)), TODAY, LIMITS)
    assert sentence == "您还没有年满16周岁，现在不能报名，自2027年3月1日年满16周岁起可以报名"


def test_a_youth_may_from_the_16th_birthday_to_the_day_before_the_25th() -> None:
    assert refusal(Youth(date(2010, 11, 22)), TODAY, LIMITS) is None
    assert refusal(Youth(date(2001, 11, 23)), TODAY, LIMITS) is None


def test_a_youth_of_25_is_told_since_when_and_what_else() -> None:
    sentence = refusal(Youth(date(2001, 11, 22)), TODAY, LIMITS)
    assert sentence is not None
    assert "2026年11月22日年满25周岁" in sentence
    assert "16~24周岁" in sentence


@pytest.mark.parametrize("cohort", [2023, 2024, 2025, 2026])
def test_a_graduate_of_the_current_and_three_earlier_cohorts_may_at_any_age(cohort: int) -> None:
    assert refusal(Graduate(cohort), TODAY, LIMITS) is None


def test_an_older_graduate_is_told_which_cohorts_may() -> None:
    sentence = refusal(Graduate(2022), TODAY, LIMITS)
    assert sentence is not None
    assert "2023届至2026届" in sentence


def test_a_cohort_still_to_come_is_told_from_when() -> None:
    sentence = refusal(Graduate(2027), TODAY, LIMITS)
    assert sentence == "您是2027届毕业生，现在还不能报名，自2027届列为应届毕业生之日起可以报名"


def test_an_employer_reads_of_the_person_and_the_start() -> None:
    sentence = refusal(Youth(date(2011, 3, 1)), TODAY, LIMITS, act="上岗", name="该见习人员")
    assert sentence == "该见习人员还没有年满16周岁，现在不能上岗，自2027年3月1日年满16周岁起可以上岗"


@pytest.mark.parametrize(
    ("born", "cohort", "kind"),
    [
        (date(1990, 1, 1), 2026, PersonKind.CURRENT_GRADUATE),
        (date(1990, 1, 1), 2023, PersonKind.EARLIER_GRADUATE),
        (date(2005, 1, 1), 2022, PersonKind.YOUTH),
        (date(2005, 1, 1), None, PersonKind.YOUTH),
        (date(1990, 1, 1), 2022, None),
        (date(2011, 1, 1), None, None),
    ],
)
def test_the_register_decides_first_and_then_the_age(
    born: date, cohort: int | None, kind: PersonKind | None
) -> None:
    assert sign_in_kind(born, cohort, TODAY, LIMITS) is kind


def test_the_refusal_at_sign_in_is_the_manuals_sentence() -> None:
    assert sign_in_refusal(LIMITS) == "年龄不符合要求（16~24周岁），无法参加就业见习"
