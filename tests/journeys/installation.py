"""An installation as a user makes one: the console command in another folder, and `jianxi serve` on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

COMMAND = Path(sys.executable).parent / "jianxi"
TODAY = "2026-11-20T10:00+08:00"
SECRET = "kept for these journeys only, 0123456789"
SECONDS_TO_START = 40
SECONDS_TO_END = 15


@dataclass(frozen=True)
class Installation:
    """A folder, a database's address, and the clock."""

    folder: Path
    database_url: str
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Ours and nothing of JIANXI_ that happens to be set outside."""
        outside = {key: value for key, value in os.environ.items() if not key.startswith("JIANXI_")}
        ours = {
            "JIANXI_DATABASE_URL": self.database_url,
            "JIANXI_NOW": TODAY,
            "JIANXI_SECRET_KEY": SECRET,
            "PYTHONUTF8": "1",
        }
        return {**outside, **ours, **self.settings}

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """`jianxi` with these arguments, run in the installation's folder."""
        return subprocess.run(
            [str(COMMAND), *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def done(self, *arguments: str) -> str:
        """What a command that must succeed says."""
        ended = self.run(*arguments)
        assert ended.returncode == 0, f"jianxi {' '.join(arguments)}: {ended.stdout}{ended.stderr}"
        return ended.stdout


@contextmanager
def serving(installation: Installation, port: int = 0) -> Iterator[str]:
    """Serves until the block ends, on a free port unless one is told; gives the address. Ended by its own process id."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    said = installation.folder / f"serve-{port}.log"
    with said.open("wb") as log:
        server = subprocess.Popen(
            [str(COMMAND), "serve", "--port", str(port)],
            cwd=installation.folder,
            env={**installation.environment(), "JIANXI_PUBLIC_URL": address},
            stdout=log,
            stderr=log,
        )
    try:
        _wait(address, server, said)
        yield address
    finally:
        _end(server)


def _wait(address: str, server: "subprocess.Popen[bytes]", said: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not _is_ready(address):
        if server.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"jianxi serve did not start: {said.read_text(errors='replace')}")
        time.sleep(0.05)


def _is_ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health/ready", timeout=2, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


def _end(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(timeout=SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
