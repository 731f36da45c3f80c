"""Passwords are kept as argon2id, and an unknown account answers like a wrong password."""

import pytest

from jianxi.crypto.passwords import hash_password, verify_password

pytestmark = pytest.mark.anyio


async def test_only_the_password_itself_fits() -> None:
    kept = await hash_password("见习-Long-enough-26")

    assert await verify_password(kept, "见习-Long-enough-26")
    assert not await verify_password(kept, "见习-Long-enough-27")


async def test_the_cost_is_the_one_that_was_chosen() -> None:
    assert (await hash_password("x")).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_an_unknown_account_and_a_broken_hash_fit_nothing() -> None:
    assert not await verify_password(None, "nobody has this password")
    assert not await verify_password("broken", "x")
