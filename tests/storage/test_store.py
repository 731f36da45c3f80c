"""The file store in a folder and in a bucket: what was put is got, nothing is lost silently, nothing lies in the clear."""

import os
from pathlib import Path

import obstore
import pytest

from jianxi.crypto import keys
from jianxi.storage import folder, naming, places, segments, store
from tests.conftest import SECRET

pytestmark = pytest.mark.anyio
CONTENT = "就业见习管理制度 张三 37010219900101123X".encode() * 50


async def keys_in_store() -> list[str]:
    return [each.key async for part in store.objects() for each in part]


@pytest.mark.usefixtures("file_store")
async def test_what_was_put_is_got_listed_and_deleted() -> None:
    before = await store.clock()
    await store.put("a" * 32, CONTENT)
    await store.put("b" * 32, b"")
    assert (await store.get("a" * 32), await store.get("b" * 32)) == (CONTENT, b"")
    listed = [each async for part in store.objects() for each in part]
    assert {(each.key, each.size) for each in listed} == {("a" * 32, len(CONTENT)), ("b" * 32, 0)}
    assert all(each.modified >= before for each in listed)
    await store.delete(["a" * 32, "c" * 32])
    assert await keys_in_store() == ["b" * 32]


@pytest.mark.usefixtures("file_store")
async def test_an_object_that_is_not_there_altered_or_of_another_key_is_lost() -> None:
    await store.put("a", CONTENT)
    sealed = bytes(obstore.get(places.opened(store._url), "a").bytes())
    obstore.put(places.opened(store._url), "b", sealed)
    obstore.put(places.opened(store._url), "a", sealed[:-1])
    for key in ("a", "b", "c"):
        with pytest.raises(store.Lost):
            await store.get(key)


@pytest.mark.usefixtures("file_store")
async def test_many_objects_are_listed_each_once() -> None:
    expected = {f"{number:032x}" for number in range(30)}
    for key in expected:
        await store.put(key, b"x")
    assert sorted(await keys_in_store()) == sorted(expected)


async def read(key: str, size: int) -> list[bytes]:
    return [part async for part in store.parts(key, size)]


@pytest.mark.usefixtures("file_store")
async def test_a_large_object_is_read_in_parts_and_tells_its_size() -> None:
    for size in (0, 1, segments.SEGMENT - 1, segments.SEGMENT, segments.SEGMENT + 1, 2 * segments.SEGMENT):
        content = os.urandom(size)
        await store.put("a", content)
        found = await read("a", size)
        assert (await store.size("a"), await store.get("a")) == (size, content)
        assert b"".join(found) == content
        assert max(map(len, found)) <= segments.SEGMENT
        with pytest.raises(store.Lost):
            await read("a", size + 1)


@pytest.mark.usefixtures("file_store")
async def test_segments_that_are_left_out_cut_off_put_elsewhere_or_altered_do_not_open() -> None:
    whole, step = os.urandom(3 * segments.SEGMENT), segments.SEALED
    await store.put("a", whole)
    lying = bytes(obstore.get(places.opened(store._url), "a").bytes())
    first, second, third = (lying[start : start + step] for start in range(0, len(lying), step))
    altered = third[:-1] + bytes([third[-1] ^ 1])
    for parts in ((first, second), (second, first, third), (first, third), (first, second, altered)):
        obstore.put(places.opened(store._url), "a", b"".join(parts))
        with pytest.raises(store.Lost):
            await store.get("a")
        with pytest.raises(store.Lost):
            await read("a", segments.SEGMENT * len(parts))


async def test_no_run_of_the_content_lies_in_the_folder(tmp_path: Path) -> None:
    keys.configure(SECRET)
    store.use(tmp_path.as_uri())
    await store.put("a", CONTENT)
    lying = (tmp_path / "a").read_bytes()
    assert not any(CONTENT[start : start + 8] in lying for start in range(len(CONTENT) - 8))
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


async def test_what_was_never_finished_is_listed_so_that_it_is_swept(tmp_path: Path) -> None:
    store.use(tmp_path.as_uri())
    half = naming.unfinished("a" * 32)
    (tmp_path / half).write_bytes(b"half")
    assert await keys_in_store() == [half]
    assert naming.is_ours(half)


def test_of_two_who_write_the_same_object_at_once_none_disturbs_the_other(tmp_path: Path) -> None:
    writing = [naming.unfinished("a") for _ in range(2)]
    (tmp_path / writing[0]).write_bytes(b"half of the first")
    folder.write(tmp_path, "a", b"the second")
    assert writing[0] != writing[1]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        writing[0]: b"half of the first",
        "a": b"the second",
    }


async def test_a_folder_that_cannot_be_used_is_away(tmp_path: Path) -> None:
    keys.configure(SECRET)
    (tmp_path / "file").write_text("no folder")
    for path in (tmp_path / "file", tmp_path / "not" / "made"):
        store.use(path.as_uri())
        with pytest.raises(store.Away):
            await store.put("a", CONTENT)
        with pytest.raises(store.Away):
            await keys_in_store()


async def test_a_folder_that_goes_is_away_and_not_made_anew(tmp_path: Path) -> None:
    keys.configure(SECRET)
    place = tmp_path / "disk"
    store.use(place.as_uri())
    await store.put("a", CONTENT)
    place.rename(tmp_path / "unmounted")
    for attempt in (store.put("b", CONTENT), store.get("a"), store.delete(["a"])):
        with pytest.raises(store.Away):
            await attempt
    assert not place.exists()


async def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    keys.configure(SECRET)
    store.use(tmp_path.as_uri())
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(store.Away, match="No space left"):
        await store.put("a", CONTENT)
    assert list(tmp_path.iterdir()) == []
