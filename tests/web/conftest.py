"""Keys for the tests that need no database."""

import pytest

from jianxi.crypto import keys


@pytest.fixture(autouse=True)
def keyring() -> None:
    keys.configure("a secret of the tests that is long enough to be one", None)
