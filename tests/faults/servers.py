"""`jianxi serve` as a process of its own, which a test kills, stops and looks at by its ids."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.faults.waiting import until
from tests.journeys.installation import COMMAND, SECRET, TODAY, free_port

SECONDS_TO_START = 30
"""On a machine that does much else; only the return after a fault has a requirement."""


@dataclass
class Server:
    """One address, whichever processes serve it."""

    folder: Path
    database_url: str
    port: int = field(default_factory=free_port)
    command: tuple[str, ...] = (str(COMMAND), "serve")
    settings: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / f"serve-{self.port}.log"

    def start(self) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("JIANXI_")}
        environment |= {
            "JIANXI_DATABASE_URL": self.database_url,
            "JIANXI_PUBLIC_URL": self.address,
            "JIANXI_SECRET_KEY": SECRET,
            "JIANXI_NOW": TODAY,
            "JIANXI_TRUSTED_PROXIES": "127.0.0.1",
            "PYTHONUTF8": "1",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.command, "--port", str(self.port)],
                cwd=self.folder,
                env=environment | self.settings,
                stdout=log,
                stderr=log,
            )

    @property
    def parent(self) -> int:
        assert self.process is not None
        return self.process.pid

    def worker(self) -> int:
        """The process that answers; 0 while there is none."""
        children = Path(f"/proc/{self.parent}/task/{self.parent}/children")
        found = children.read_text().split() if children.exists() else []
        return int(found[0]) if found else 0

    def is_ready(self) -> bool:
        return self.health("ready") == 200

    def health(self, what: str) -> int:
        """The status of /health/live or /health/ready; 0 where nobody answers."""
        try:
            return httpx.get(f"{self.address}/health/{what}", timeout=10, trust_env=False).status_code
        except httpx.TransportError:
            return 0

    def wait(self, within: float = SECONDS_TO_START) -> float:
        """Seconds until it serves."""

        def is_there() -> bool:
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text(errors="replace")
            return self.is_ready()

        return until(is_there, within, "the server is ready")

    def kill(self, *processes: int) -> None:
        for process in processes:
            os.kill(process, signal.SIGKILL)

    def ended(self, how: signal.Signals, within: float) -> int:
        """Told to stop; the exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(within)

    def remove(self) -> None:
        """Whatever is left of it."""
        if self.process is None or self.process.poll() is not None:
            return
        self.kill(*filter(None, (self.worker(), self.parent)))
        self.process.wait()


@contextmanager
def server(folder: Path, database_url: str, **more: object) -> Iterator[Server]:
    """Ready, and gone afterwards also when the test fails."""
    found = Server(folder, database_url, **more)  # type: ignore[arg-type]
    try:
        found.start()
        found.wait()
        yield found
    finally:
        found.remove()


def is_alive(process: int) -> bool:
    """A process that has ended and was not yet collected is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def crowding() -> float:
    """How much longer everything takes because others use the machine: 1 on one that is ours."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def open_files(process: int) -> int:
    return len(os.listdir(f"/proc/{process}/fd"))


def most_memory(process: int) -> int:
    """Bytes: the most that it ever held."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
