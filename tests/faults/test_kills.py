"""kill −9 while many write: what was acknowledged is there, every record is whole, the service is back at once."""

from pathlib import Path

import pytest

from tests.faults import campaign
from tests.faults.servers import crowding, server
from tests.faults.town import settled

pytestmark = pytest.mark.anyio

KILLS = 20
BACK_WITHIN = 5
"""Seconds."""


async def test_a_killed_server_loses_nothing_that_it_acknowledged(database_url: str, tmp_path: Path) -> None:
    town = await settled(database_url)

    with server(tmp_path, database_url) as serving:
        found = await campaign.kills(serving, town, KILLS, seed=2026)

    assert found.lost == []
    assert max(found.back) <= BACK_WITHIN * crowding()
    assert (found.kills, found.acknowledged >= 3 * KILLS) == (KILLS, True)
