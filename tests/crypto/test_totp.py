"""动态口令 agree with RFC 6238, fit half a minute early or late, and none fits twice."""

from datetime import UTC, datetime, timedelta

import pytest

from jianxi.crypto import totp
from tests.conftest import NOW

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The RFC's 12345678901234567890 in base32."""


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_vectors_of_the_rfc_come_out(seconds: int, code: str) -> None:
    step = totp.step_at(datetime.fromtimestamp(seconds, UTC))

    assert totp.code(SECRET, step, digits=8) == code


@pytest.mark.parametrize(("seconds", "fits"), [(-61, False), (-30, True), (0, True), (30, True), (61, False)])
def test_a_code_fits_half_a_minute_early_and_late(seconds: int, fits: bool) -> None:
    code = totp.code(SECRET, totp.step_at(NOW))

    assert (totp.fitting(SECRET, code, NOW + timedelta(seconds=seconds)) is not None) is fits


def test_a_code_that_was_taken_fits_no_more() -> None:
    step = totp.step_at(NOW)

    assert totp.fitting(SECRET, totp.code(SECRET, step), NOW, after=step) is None
    assert totp.fitting(SECRET, totp.code(SECRET, step + 1), NOW, after=step) == step + 1


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "１２３４５６", "000000000000"])
def test_what_is_no_code_fits_nothing(typed: str) -> None:
    assert totp.fitting(SECRET, typed, NOW) is None


def test_secrets_have_160_bits_and_differ() -> None:
    one, other = totp.new_secret(), totp.new_secret()

    assert len(one) == 32
    assert one != other


def test_the_address_names_issuer_and_account() -> None:
    told = totp.address(SECRET, "就业见习", "a b")

    assert told == f"otpauth://totp/a%20b?secret={SECRET}&issuer=%E5%B0%B1%E4%B8%9A%E8%A7%81%E4%B9%A0"
