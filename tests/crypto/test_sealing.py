"""Sealed values can be read only whole, for their purpose, and by whoever has the secret that sealed them."""

import pytest

from jianxi.crypto import keys
from jianxi.crypto.sealing import (
    Unreadable,
    blind_index,
    indexes,
    needs_resealing,
    seal,
    unseal,
)

NUMBER = "370102200506010013"
SECRET, OTHER = "one secret that is long enough ok", "another secret that is long enough"


@pytest.fixture(autouse=True)
def _keys() -> None:
    keys.configure(SECRET)


def test_what_is_sealed_is_read_back_and_not_seen() -> None:
    sealed = seal("赵敏·阿依古丽 𬭎", "person.address")

    assert unseal(sealed, "person.address") == "赵敏·阿依古丽 𬭎"
    assert "赵敏".encode() not in sealed


def test_the_same_text_never_looks_the_same() -> None:
    assert seal(NUMBER, "person.id") != seal(NUMBER, "person.id")


def test_a_value_for_another_purpose_is_not_read() -> None:
    with pytest.raises(Unreadable):
        unseal(seal(NUMBER, "person.id"), "person.phone")


@pytest.mark.parametrize("place", [0, 1, 4, 5, 16, 17, -1])
def test_an_altered_byte_anywhere_is_noticed(place: int) -> None:
    altered = bytearray(seal(NUMBER, "person.id"))
    altered[place] ^= 1

    with pytest.raises(Unreadable):
        unseal(bytes(altered), "person.id")


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x01" + b"0" * 16, b"\x02" + b"0" * 60])
def test_what_was_never_sealed_is_not_read(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unseal(data, "person.id")


def test_after_a_change_of_secret_old_values_are_read_with_the_old_one() -> None:
    before, index = seal(NUMBER, "person.id"), blind_index(NUMBER)

    keys.configure(OTHER, old=SECRET)

    assert unseal(before, "person.id") == NUMBER
    assert needs_resealing(before)
    assert not needs_resealing(seal(NUMBER, "person.id"))
    assert indexes(NUMBER) == (blind_index(NUMBER), index)


def test_without_the_old_secret_old_values_stay_closed() -> None:
    before = seal(NUMBER, "person.id")

    keys.configure(OTHER)

    with pytest.raises(Unreadable):
        unseal(before, "person.id")


def test_the_blind_index_is_the_same_each_time_and_needs_the_secret() -> None:
    index = blind_index(NUMBER)
    keys.configure(OTHER)

    assert len(index) == 64
    assert index != blind_index(NUMBER)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        keys.configure("short")
