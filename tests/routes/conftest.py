"""Pages are asked for on SQLite: services, queries, the harness of authorization and the stories run on both databases."""

import pytest

from tests.sharing import databases


@pytest.fixture(params=databases("sqlite"))
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both with WHOLE set."""
    kind: str = request.param
    return kind
