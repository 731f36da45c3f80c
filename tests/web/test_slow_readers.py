"""Who takes a file slowly, or what breaks on the way: little is in memory meanwhile, and nothing broken looks whole."""

import asyncio
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.types import Message, Scope

from jianxi.crypto import keys
from jianxi.storage import segments, store
from jianxi.web import files
from tests.conftest import SECRET
from tests.web.test_files import FILE

pytestmark = pytest.mark.anyio
SCOPE: Scope = {"type": "http", "method": "GET", "headers": [], "path": "/", "query_string": b""}
SIZE = 12 * segments.SEGMENT
READERS = 20
LARGE = replace(FILE, size=SIZE)


@pytest.fixture(autouse=True)
async def kept(tmp_path: Path) -> None:
    keys.configure(SECRET)
    store.use(tmp_path.as_uri())
    await store.put(FILE.key, bytes(SIZE))


class Reader:
    """Takes one part, then waits until it may go on."""

    def __init__(self) -> None:
        self.waits, self.goes_on = asyncio.Event(), asyncio.Event()
        self.read, self.ended = 0, False

    async def receive(self) -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(self, message: Message) -> None:
        self.read += len(message.get("body", b""))
        self.ended = message["type"] == "http.response.body" and not message.get("more_body")
        if self.read:
            self.waits.set()
            await self.goes_on.wait()

    async def begin(self) -> None:
        response = await files.attachment(Request(SCOPE), LARGE)
        await response(SCOPE, self.receive, self.send)


async def test_many_who_read_slowly_hold_a_part_each_and_get_all_of_it() -> None:
    readers = [Reader() for _ in range(READERS)]
    tracemalloc.start()
    try:
        reading = [asyncio.create_task(reader.begin()) for reader in readers]
        await asyncio.gather(*(reader.waits.wait() for reader in readers))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    for reader in readers:
        reader.goes_on.set()
    await asyncio.gather(*reading)
    assert held < READERS * SIZE / 4
    assert [(reader.read, reader.ended) for reader in readers] == [(SIZE, True)] * READERS


async def test_what_turns_out_broken_on_the_way_never_ends_as_if_it_were_whole(tmp_path: Path) -> None:
    lying = bytearray((tmp_path / FILE.key).read_bytes())
    lying[-1] ^= 1
    (tmp_path / FILE.key).write_bytes(lying)
    reader = Reader()
    reader.goes_on.set()
    with pytest.raises(store.Lost):
        await reader.begin()
    assert (reader.read, reader.ended) == (SIZE - segments.SEGMENT, False)


async def test_what_is_broken_from_the_beginning_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    lying = bytearray((tmp_path / FILE.key).read_bytes())
    lying[100] ^= 1
    (tmp_path / FILE.key).write_bytes(lying)
    with pytest.raises(store.Lost):
        await files.attachment(Request(SCOPE), LARGE)
