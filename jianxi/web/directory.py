"""The regions that pages name and choosers offer, kept as the database has them while the service runs."""

import asyncio

from jianxi import templating
from jianxi.queries import regions
from jianxi.web.logs import log, trace

SECONDS = regions.KEPT_SECONDS


async def learn(province: str) -> None:
    """Once, anew."""
    templating.use_directory(await regions.refreshed(), province)


async def follow(province: str) -> None:
    """Again and again, until cancelled. What cannot be read now is read the next time; the pages keep what they know."""
    while True:
        await asyncio.sleep(SECONDS)
        try:
            await learn(province)
        except Exception as error:  # noqa: BLE001
            log.warning("regions not read", **trace(error))
