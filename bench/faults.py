"""Faults: the server killed again and again while many write, each time the reckoning. --kills says how often."""

import argparse
import asyncio
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import databases
from bench.figures import show
from tests.faults import campaign
from tests.faults.servers import server
from tests.faults.town import settled

A_CAMPAIGN = 20
"""Kills before a fresh database: an old one has nothing left to decide."""


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    """Answers whether nothing was lost."""
    rows: list[tuple[object, ...]] = []
    for kind in options.databases:
        found = [
            asyncio.run(_campaign(kind, places[kind], min(A_CAMPAIGN, options.kills - done), done))
            for done in range(0, options.kills, A_CAMPAIGN)
        ]
        back = sorted(seconds for each in found for seconds in each.back)
        rows.append(
            (
                f"kill -9 · {kind}",
                sum(each.kills for each in found),
                sum(each.acknowledged for each in found),
                sum(len(each.lost) for each in found),
                f"{back[len(back) // 2]:.1f}",
                f"{back[-1]:.1f}",
            )
        )
    show(
        "The server killed while many write",
        ("fault", "kills", "acknowledged writes", "lost or half done", "back after s, median", "longest"),
        rows,
    )
    return not any(row[3] for row in rows)


async def _campaign(kind: str, place: str, kills: int, seed: int) -> campaign.Reckoning:
    address = await databases.make(kind, place)
    async with databases.opened(address):
        pass
    town = await settled(address)
    with tempfile.TemporaryDirectory() as folder, server(Path(folder), address) as serving:
        return await campaign.kills(serving, town, kills, seed)
