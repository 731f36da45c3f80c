"""Clients that vanish, dribble or never end: others are answered meanwhile, and what they held is free again."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.faults.raw import answer, connected, head, pour
from tests.faults.servers import Server, most_memory, open_files, server
from tests.faults.waiting import until

MANY = 300
"""More than the requests that a server of before took at once."""
ROUGH = 100
GROWTH = 64 * 1024 * 1024
ENDLESS = 64 * 1024 * 1024
RELEASED_WITHIN = 20
"""Seconds: a bound, not a measure."""


@pytest.fixture(scope="module")
def impatient(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("clients")
    (folder / "database").write_bytes(sqlite_template.read_bytes())
    command = (sys.executable, str(Path(__file__).with_name("impatient.py")))
    with server(folder, f"sqlite:///{folder / 'database'}", command=command) as found:
        yield found


@pytest.fixture(autouse=True)
def nothing_is_held(impatient: Server) -> Iterator[None]:
    """After each test the server has as many files open as before."""
    before = open_files(impatient.worker())
    yield
    until(lambda: open_files(impatient.worker()) <= before + 2, RELEASED_WITHIN, "all connections are closed")
    assert impatient.is_ready()


def test_slow_heads_hold_up_nobody_and_are_let_go(impatient: Server) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(closing(connected(impatient.port))) for _ in range(MANY)]
        for client in clients:
            client.sendall(b"GET / HTTP/1.1\r\nHost")

        assert impatient.is_ready()

        assert {answer(client) for client in clients} <= {0, 408}


def test_slow_bodies_hold_up_nobody_and_are_told(impatient: Server) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(closing(connected(impatient.port))) for _ in range(ROUGH)]
        for client in clients:
            client.sendall(head("/login", 1_000) + b"u")

        assert impatient.is_ready()

        assert {answer(client) for client in clients} == {408}


def test_clients_that_leave_in_the_middle_of_a_body_leave_nothing(impatient: Server) -> None:
    for _ in range(ROUGH):
        with closing(connected(impatient.port)) as client:
            client.sendall(head("/login", 1_000) + b"username=a")


def test_clients_that_leave_before_the_answer_leave_nothing(impatient: Server) -> None:
    for _ in range(ROUGH):
        with closing(connected(impatient.port)) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")


def test_bodies_without_end_are_cut_off_and_not_kept(impatient: Server) -> None:
    before = most_memory(impatient.worker())
    for _ in range(10):
        with closing(connected(impatient.port)) as client:
            assert pour(client, ENDLESS) < ENDLESS

    assert most_memory(impatient.worker()) - before < GROWTH


def test_a_body_that_nobody_asked_for_is_not_read(impatient: Server) -> None:
    before = most_memory(impatient.worker())
    with closing(connected(impatient.port)) as client:
        client.sendall(
            b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000\r\n\r\n"
            + b"a" * 1000
        )

        assert answer(client) == 200

    assert most_memory(impatient.worker()) - before < GROWTH
