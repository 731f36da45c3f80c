"""Who sends and who looks stand in lines of their own, and nobody has two places in one."""

import asyncio

import pytest

from jianxi.storage.turns import AT_ONCE, Line, turn

pytestmark = pytest.mark.anyio


class Visitors:
    """Each stays inside until it is sent out."""

    def __init__(self) -> None:
        self.inside: list[str] = []
        self.out = asyncio.Event()

    async def come(self, line: Line, whose: str) -> None:
        async with turn(line, whose):
            self.inside.append(whose)
            await self.out.wait()

    async def settled(self) -> list[str]:
        for _ in range(20):
            await asyncio.sleep(0)
        return sorted(self.inside)


async def test_one_who_sends_twenty_files_keeps_nobody_from_sending_and_nobody_from_looking() -> None:
    visitors = Visitors()
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(visitors.come(Line.SENT, "employer:1"))
        group.create_task(visitors.come(Line.SENT, "employer:2"))
        group.create_task(visitors.come(Line.SENT, "employer:3"))
        group.create_task(visitors.come(Line.LOOKED_AT, "a file"))
        first = await visitors.settled()
        visitors.out.set()

    assert first == ["a file", "employer:1", "employer:2"]
    assert len(first) == sum(AT_ONCE.values())
    assert len(visitors.inside) == 23
