"""Fills a database with the demo's data, as `jianxi demo` does, and looks at what is in it."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from jianxi.cli import demo_data
from jianxi.crypto import keys
from jianxi.queries import regions
from jianxi.tables import engine
from jianxi.tables.log import LogEntry
from tests.conftest import NOW, SECRET

Filled = tuple[Path, list[str]]
"""The file, and what is printed."""


async def fill(address: str) -> list[str]:
    keys.configure(SECRET)
    regions.forget()
    engine.use(engine.open_engine(address))
    await engine.start()
    lines = await demo_data.fill(NOW)
    await engine.stop()
    return lines


async def states_of(table: Any) -> set[str]:
    return {row["state"] for row in await table.select(table.state).distinct()}


async def verbs_by_noun() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in await LogEntry.select(LogEntry.noun, LogEntry.verb).distinct():
        found[row["noun"]].add(row["verb"])
    return found
