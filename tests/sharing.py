"""What the checks share out so that they end in time (docs/decisions/time-of-the-checks.md). With WHOLE set, everything is
asked of everything."""

import os
from collections.abc import Sequence

import pytest
from _pytest.mark.structures import MarkDecorator

WHOLE = bool(os.environ.get("WHOLE"))
BOTH = ("sqlite", "postgres")


def databases(*kinds: str) -> Sequence[str]:
    """These, or both."""
    return BOTH if WHOLE else kinds


def asked_on(*kinds: str) -> MarkDecorator:
    """A test that is asked of these databases, or of both."""
    return pytest.mark.parametrize("database_kind", databases(*kinds), indirect=True)


def step(often: int) -> int:
    """One out of so many, or all."""
    return 1 if WHOLE else often
