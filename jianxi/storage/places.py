"""The folder or the bucket that an address names, opened; and what it means when one fails."""

from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

FAILURES = (BaseError, OSError, ValueError)


def folder_of(url: str) -> Path | None:
    """None for a bucket."""
    parts = urlsplit(url)
    return Path(unquote(parts.path)) if parts.scheme == "file" else None


@lru_cache(maxsize=1)
def opened(url: str) -> LocalStore | S3Store:
    """Somebody waits for the answer, so that a bucket is tried for seconds and not for obstore's three minutes. An
    address without TLS has to be written out, and what is sent is sealed. Objects are deleted one by one, because not
    every S3-like store knows the request for many."""
    if not url:
        raise RuntimeError("no file store is in use: call use(url) first")
    lies_in = folder_of(url)
    if lies_in is not None:
        lies_in.mkdir(mode=0o700, exist_ok=True)
        return LocalStore(lies_in)
    return S3Store.from_url(
        url,
        client_options={"connect_timeout": "3s", "timeout": "30s", "allow_http": True},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=10)},
        disable_bulk_delete=True,
    )


def has_gone(url: str, error: FileNotFoundError) -> bool:
    """Whether it is not the object that is missing but the whole folder or bucket."""
    lies_in = folder_of(url)
    return "NoSuchBucket" in str(error) if lies_in is None else not lies_in.is_dir()


def told(error: Exception) -> str:
    """The cause in one line, without what obstore adds for debugging."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.partition("Debug source")[0].split())[:300]
