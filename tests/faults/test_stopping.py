"""Told to stop, the server finishes what it has begun, takes nothing new and leaves the database tidy."""

import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from jianxi.domain import credit_code
from tests.faults.raw import answer, connected, head
from tests.faults.servers import Server, server
from tests.faults.waiting import until
from tests.faults.writers import TOKEN, found
from tests.hostile.forms_of_entry import EMPLOYER

STOPPED_WITHIN = 30
"""Seconds: a bound, not a measure."""
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.fixture
def serving(sqlite_template: Path, tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "database").write_bytes(sqlite_template.read_bytes())
    with server(tmp_path, f"sqlite:///{tmp_path / 'database'}") as found:
        yield found


def form_of(address: str) -> tuple[str, bytes]:
    """A unit's registration ready to send: the cookie it goes with, and the body."""
    with httpx.Client(base_url=address, trust_env=False, timeout=STOPPED_WITHIN) as client:
        token = found(TOKEN, client.get("/register/employer").text)
        own = {"credit_code": [credit_code.compose("370105", 5)], "username": ["inflight"], "csrf": [token]}
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    return cookie, urlencode(EMPLOYER | own, doseq=True).encode()


def refuses(port: int) -> bool:
    try:
        connected(port).close()
    except ConnectionRefusedError:
        return True
    return False


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_what_is_under_way_at_a_stop_is_finished_and_nothing_new_is_taken(
    serving: Server, tmp_path: Path, how: signal.Signals
) -> None:
    cookie, body = form_of(serving.address)
    assert serving.process is not None
    with closing(connected(serving.port)) as client:
        client.sendall(head("/register/employer", len(body), Cookie=cookie, Expect="100-continue"))
        assert client.recv(len(GO_ON)) == GO_ON

        serving.process.send_signal(how)
        until(lambda: refuses(serving.port), STOPPED_WITHIN, "nobody new is let in")
        client.sendall(body)

        assert answer(client) == 303
        assert serving.process.wait(STOPPED_WITHIN) == 0

    assert not (tmp_path / "database-wal").exists()


def test_an_idle_connection_does_not_hold_up_a_stop(serving: Server) -> None:
    with closing(connected(serving.port)) as client:
        client.sendall(b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert client.recv(64).startswith(b"HTTP/1.1 200")

        assert serving.ended(signal.SIGTERM, STOPPED_WITHIN) == 0


def test_a_worker_whose_parent_was_killed_ends_too(serving: Server) -> None:
    serving.kill(serving.parent)

    until(lambda: refuses(serving.port), STOPPED_WITHIN, "the port is free")
