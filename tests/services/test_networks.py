"""移除 of a listed network: once, by whoever is first."""

import asyncio

import pytest

from jianxi.domain.outcomes import Missing, Stale
from jianxi.domain.periods import today
from jianxi.forms.networks import NewNetwork
from jianxi.forms.reading import read
from jianxi.services import networks
from jianxi.tables.log import LogEntry
from tests.cast import LIXIA, official
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
FAIR = {"network": ["203.0.113.0/24"], "what": ["济南大学招聘会"], "until_on": ["2026-11-27"]}


async def test_one_network_is_removed_and_logged_once() -> None:
    office = await official(LIXIA)
    id = await networks.add(office, read(NewNetwork, FAIR, today(NOW)), NOW)

    said = await asyncio.gather(
        *(networks.remove(office, id, 1, NOW) for _ in range(4)), return_exceptions=True
    )

    removals = await LogEntry.count().where(LogEntry.noun == "network", LogEntry.verb == "remove")
    assert removals == said.count(None) == 1
    assert all(isinstance(each, Stale | Missing) for each in said if each is not None)
