"""A real server of the S3 protocol, started by the tests on a free port and ended by its process; a bucket for each."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

import pytest

from jianxi.crypto import keys
from jianxi.storage import store
from tests.conftest import SECRET

ACCESS = {
    "AWS_ACCESS_KEY_ID": "tests",
    "AWS_SECRET_ACCESS_KEY": "nothing is kept in it for long",
    "AWS_REGION": "us-east-1",
}
_numbers = count(1)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def ask(port: int, method: str, path: str, body: str = "") -> int:
    """The status with which it answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body, {"Content-Length": str(len(body))})
        return connection.getresponse().status
    finally:
        connection.close()


def start(port: int) -> "subprocess.Popen[bytes]":
    """Answers as soon as it listens."""
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            ask(port, "GET", "/moto-api/")
        except OSError:
            time.sleep(0.1)
        else:
            return server
    raise RuntimeError("the S3 server did not begin to listen")


@pytest.fixture(scope="session")
def s3_port() -> Iterator[int]:
    """One server for all tests of a process."""
    port = _free_port()
    server = start(port)
    yield port
    server.terminate()
    server.wait(10)


def access(port: int) -> dict[str, str]:
    """The variables by which a process finds the server."""
    return ACCESS | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}


@pytest.fixture
def bucket(s3_port: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new bucket, with the variables set by which it is found."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in access(s3_port).items():
        monkeypatch.setenv(name, value)
    name = f"jianxi-{os.getpid()}-{next(_numbers)}"
    assert ask(s3_port, "PUT", f"/{name}") == 200
    return f"s3://{name}"


@pytest.fixture(params=["folder", "s3"])
def file_store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is empty and in use, of each kind in turn."""
    keys.configure(SECRET)
    of_s3 = request.param == "s3"
    url: str = request.getfixturevalue("bucket") if of_s3 else (tmp_path / "objects").as_uri()
    store.use(url)
    return url
