"""留用登记: what its days must agree with, and what does not count for the retention rate."""

from datetime import date

import pytest

from jianxi.domain.retention_checks import Contract, faults, shortfalls

START, END = date(2026, 9, 1), date(2027, 2, 28)
D = date

# contract from, to, insured on, field at fault, a piece of its sentence
CASES = [
    (D(2026, 9, 2), D(2026, 9, 3), None, "", ""),
    (D(2026, 9, 1), D(2028, 8, 31), None, "contract_from", "上岗日期（2026年9月1日）之后"),
    (D(2026, 8, 31), D(2028, 8, 31), None, "contract_from", "之后"),
    (D(2027, 3, 1), D(2028, 2, 29), D(2027, 3, 1), "", ""),
    (D(2028, 2, 29), D(2029, 2, 28), None, "", ""),
    (D(2028, 3, 1), D(2029, 2, 28), None, "contract_from", "最晚为2028年2月29日（见习结束后12个月）"),
    (D(2026, 12, 1), D(2026, 12, 1), None, "contract_to", "起始日期（2026年12月1日）之后"),
    (D(2026, 12, 1), D(2026, 11, 30), None, "contract_to", "之后"),
    (D(2026, 12, 1), D(2076, 11, 30), None, "", ""),
    (D(2026, 12, 1), D(2076, 12, 1), None, "contract_to", "超过50年"),
    (D(2026, 12, 1), D(2028, 11, 30), D(2026, 8, 31), "insured_on", "不能早于上岗日期"),
    (D(2026, 12, 1), D(2028, 11, 30), D(2026, 9, 1), "", ""),
    (D(2026, 12, 1), D(2028, 11, 30), D(2028, 11, 30), "", ""),
    (D(2026, 12, 1), D(2028, 11, 30), D(2028, 12, 1), "insured_on", "不能晚于劳动合同终止日期"),
]


@pytest.mark.parametrize(("first", "last", "insured", "field", "piece"), CASES)
def test_a_contract_begins_after_the_start_and_its_days_are_in_order(
    first: date, last: date, insured: date | None, field: str, piece: str
) -> None:
    found = faults(Contract(first, last, insured), START, END)

    assert set(found) == ({field} if field else set())
    assert piece in found.get(field, "")


def test_everything_wrong_is_told_at_once() -> None:
    found = faults(Contract(D(2026, 9, 1), D(2026, 8, 1), D(2026, 7, 1)), START, END)

    assert list(found) == ["contract_from", "contract_to", "insured_on"]


@pytest.mark.parametrize(
    ("contract", "told"),
    [
        (Contract(D(2026, 12, 1), D(2027, 11, 30), D(2026, 12, 1)), ()),
        (Contract(D(2026, 12, 1), D(2027, 11, 29), D(2026, 12, 1)), ("劳动合同不满一年",)),
        (Contract(D(2028, 2, 29), D(2029, 2, 28), None), ("没有填写社会保险参保日期",)),
    ],
)
def test_less_than_a_year_or_no_insurance_does_not_count_yet(
    contract: Contract, told: tuple[str, ...]
) -> None:
    assert shortfalls(contract) == told
