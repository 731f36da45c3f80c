"""A bucket that does not answer as it should: a sentence, never a trace, and soon."""

import pytest

from jianxi.crypto import keys
from jianxi.storage import store
from tests.conftest import SECRET
from tests.s3 import ask

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def sealed() -> None:
    keys.configure(SECRET)


async def all_away() -> None:
    """Every verb says that the store is away, none that an object is lost."""
    for attempt in (store.put("a", b"x"), store.get("a"), store.delete(["a"]), store.clock()):
        with pytest.raises(store.Away) as told:
            await attempt
        assert "\n" not in str(told.value)
        assert "Debug source" not in str(told.value)
    with pytest.raises(store.Away):
        await anext(store.objects())


@pytest.mark.usefixtures("bucket")
async def test_a_bucket_that_is_not_there_is_away() -> None:
    store.use("s3://no-such-bucket")
    await all_away()


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize("url", ["s3://", "s3://two words", "nonsense://x"])
async def test_an_address_that_is_none_is_away(url: str) -> None:
    store.use(url)
    await all_away()


async def test_a_server_that_does_not_listen_is_away(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    store.use(bucket)
    await all_away()


async def test_wrong_keys_are_away(bucket: str, s3_port: int) -> None:
    store.use(bucket)
    ask(s3_port, "POST", "/moto-api/reset-auth", "0")
    try:
        await all_away()
    finally:
        ask(s3_port, "POST", "/moto-api/reset-auth", "inf")


async def test_objects_under_a_prefix_are_the_only_ones_seen(bucket: str) -> None:
    store.use(bucket)
    await store.put("a", b"x")
    store.use(bucket + "/jianxi/files")
    await store.put("b", b"y")
    assert [each.key async for part in store.objects() for each in part] == ["b"]
    assert await store.get("b") == b"y"
