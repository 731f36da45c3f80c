"""What a paper says as JSON and back: exactly as it was, or not at all; its numbers, its length, what it is worth."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jianxi.domain import agreements, certificates, filings, reference_numbers
from jianxi.domain.agreements import Agreement, length
from jianxi.domain.certificates import Certificate
from jianxi.domain.entries import canonical
from jianxi.domain.paper_contents import NotAContent, plain, typed
from jianxi.domain.periods import Period
from jianxi.domain.traineeship_papers import agreement_standing, certificate_standing
from tests.documents.contents import AGREEMENT, CERTIFICATE


@pytest.mark.parametrize("content", [AGREEMENT, CERTIFICATE])
def test_a_content_comes_back_from_json_as_it_was(content: Agreement | Certificate) -> None:
    text = canonical(plain(content))

    assert typed(type(content), json.loads(text)) == content
    assert canonical(plain(typed(type(content), json.loads(text)))) == text


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "2"},
        {"version": True},
        {"allowance_fen": 2600.0},
        {"starts_on": "2026-02-30"},
        {"starts_on": None},
        {"insurances": {}},
        {"insurances": [{"kind": "工伤保险"}]},
        {"unit": "济南"},
        {"more": "1"},
    ],
)
def test_what_is_of_another_shape_is_no_content(changed: dict[str, Any]) -> None:
    values = {**plain(AGREEMENT), **changed}

    with pytest.raises(NotAContent):
        typed(Agreement, values)
    with pytest.raises(NotAContent):
        typed(
            Agreement,
            {name: value for name, value in plain(AGREEMENT).items() if name not in changed} | {"x": 1},
        )


def test_numbers_of_all_kinds_never_meet() -> None:
    assert agreements.number("370102", 2026, 1) == "JX3701-26-X0001-8"
    assert certificates.number("370102", 2026, 1) == "JX3701-26-J0001-P"
    ids = (1, 30, 923_520, 923_521, 2_770_563, 2_147_483_647)
    first = {kind: {of("370102", 2026, id)[10] for id in ids} for kind, of in _NUMBERED.items()}
    assert first["agreement"] <= set("XYZ") and first["certificate"] <= set("JKMNPQRTVW")
    assert filings.number("370100", 2026, 1)[10] == "B"
    for of in _NUMBERED.values():
        for id in ids:
            assert reference_numbers.check(of("370102", 2026, id)) == of("370102", 2026, id)


_NUMBERED = {"agreement": agreements.number, "certificate": certificates.number}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 12, 1), date(2027, 5, 31), "6个月"),
        (date(2026, 11, 30), date(2027, 2, 28), "3个月"),
        (date(2026, 12, 1), date(2027, 6, 12), "6个月零12天"),
        (date(2026, 12, 1), date(2026, 12, 9), "9天"),
        (date(2028, 2, 29), date(2029, 2, 28), "12个月"),
    ],
)
def test_a_period_is_spoken_of_in_months_and_days(first: date, last: date, words: str) -> None:
    assert length(Period(first, last)) == words


def test_a_guardian_signs_until_the_day_before_the_eighteenth_birthday() -> None:
    born_on = [date(2008, 11, 20), date(2008, 11, 21)]
    young = [replace(AGREEMENT, trainee=replace(AGREEMENT.trainee, born=born)) for born in born_on]

    assert [each.needs_guardian for each in young] == [False, True]


def test_an_agreement_is_worth_what_became_of_its_version_and_its_placement() -> None:
    cases = {
        (1, 1, "unsigned", False): "有效版本，未审核",
        (1, 1, "waiting", False): "有效版本，未审核",
        (1, 2, "waiting", False): "已被第2版取代",
        (1, 2, "approved", False): "已被第2版取代",
        (2, 2, "approved", False): "审核通过",
        (2, 2, "approved", True): "审核通过，见习已提前结束",
        (1, 1, "rejected", False): "有效版本，审核不通过",
        (1, 2, "cancelled", False): "已取消",
    }
    for (version, in_force, state, has_left), words in cases.items():
        assert agreement_standing(version, in_force, state, has_left=has_left) == words


def test_a_certificate_is_worth_what_became_of_its_version_and_its_departure() -> None:
    cases = {
        (1, 1, "waiting_certificate", ""): "有效版本，未审核",
        (1, 1, "waiting", ""): "有效版本，未审核",
        (1, 3, "waiting", ""): "已被第3版取代",
        (3, 3, "approved", "waiting"): "审核通过",
        (3, 3, "rejected", "waiting"): "有效版本，审核不通过",
        (1, 1, "recalled", ""): "已撤回",
        (1, 1, "waiting_office", ""): "有效版本，未审核",
        (1, 1, "approved", "waiting_office"): "未经审核，这次离岗由主管部门直接办理",
    }
    for placed, words in cases.items():
        assert certificate_standing(*placed) == words
