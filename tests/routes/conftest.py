"""Pages are asked for on SQLite: services, queries, the harness of authorization and the stories run on both databases."""

import os

import pytest


@pytest.fixture(params=["sqlite", "postgres"] if os.environ.get("WHOLE") else ["sqlite"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both with WHOLE set."""
    kind: str = request.param
    return kind
