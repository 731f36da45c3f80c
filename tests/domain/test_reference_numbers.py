"""Reference numbers with a check character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import reference_numbers
from jianxi.domain.texts import Malformed

serials = st.integers(0, reference_numbers.SERIALS - 1)


@given(serials)
def test_a_number_is_recognised_as_printed_and_bare(serial: int) -> None:
    number = reference_numbers.compose("370102", 2026, serial)
    assert number.startswith("JX3701-26-")
    assert reference_numbers.check(number) == number
    assert reference_numbers.check(number.replace("-", "").lower()) == number


@given(serials, serials)
def test_two_serials_have_two_numbers(one: int, other: int) -> None:
    numbers = {reference_numbers.compose("370100", 2026, serial) for serial in (one, other)}
    assert len(numbers) == len({one, other})


@given(serials, st.integers(2, 13), st.sampled_from(reference_numbers.ALPHABET))
def test_one_wrong_character_is_always_found(serial: int, place: int, symbol: str) -> None:
    bare = reference_numbers.compose("370102", 2026, serial).replace("-", "")
    wrong = bare[:place] + symbol + bare[place + 1 :]
    if wrong != bare:
        with pytest.raises(Malformed):
            reference_numbers.check(wrong)


@given(serials, st.integers(2, 12))
def test_two_exchanged_neighbours_are_always_found(serial: int, place: int) -> None:
    bare = reference_numbers.compose("370102", 2026, serial).replace("-", "")
    wrong = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
    if wrong != bare:
        with pytest.raises(Malformed):
            reference_numbers.check(wrong)


def test_letters_read_for_digits_are_mended() -> None:
    number = reference_numbers.compose("370100", 2026, 1)
    assert reference_numbers.check(number.replace("0", "O").replace("1", "I")) == number


@pytest.mark.parametrize("typed", ["", "JX", "3701-26-02H5T-8", "JX3701-26-02H5T"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Malformed, match="例如JX3701-26-"):
        reference_numbers.check(typed)
