"""Signed tokens hold for their purpose and their time; a session's CSRF secret is its own."""

import pytest

from jianxi.crypto import keys
from jianxi.crypto.tokens import BadToken, csrf_secret, read, sign

SECRET, OTHER = "one secret that is long enough ok", "another secret that is long enough"


@pytest.fixture(autouse=True)
def _keys() -> None:
    keys.configure(SECRET)


def test_what_was_signed_is_read_back() -> None:
    assert read(sign({"ids": [1, 2]}, "bulk"), "bulk", 60) == {"ids": [1, 2]}


def test_a_token_of_another_purpose_is_refused() -> None:
    with pytest.raises(BadToken):
        read(sign(1, "bulk"), "reset", 60)


def test_a_token_that_is_too_old_is_refused() -> None:
    with pytest.raises(BadToken):
        read(sign(1, "bulk"), "bulk", -1)


def test_an_altered_token_is_refused() -> None:
    with pytest.raises(BadToken):
        read("x" + sign(1, "bulk"), "bulk", 60)


def test_tokens_outlive_a_change_of_secret() -> None:
    token = sign(1, "bulk")
    keys.configure(OTHER, old=SECRET)

    assert read(token, "bulk", 60) == 1
    assert read(sign(2, "bulk"), "bulk", 60) == 2


def test_each_session_has_its_own_csrf_secret() -> None:
    assert csrf_secret("one") == csrf_secret("one") != csrf_secret("other")
