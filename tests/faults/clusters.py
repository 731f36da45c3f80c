"""A PostgreSQL of its own that is stopped and started: on the same port, with the same data."""

import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import postgres

SETTINGS = {
    "fsync": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "autovacuum": "off",
}
"""The machine does not fail here, so nothing needs to reach its disk; but a commit reaches the log before it is answered."""
FAST, IMMEDIATE = signal.SIGINT, signal.SIGQUIT


@dataclass
class Cluster:
    """Runs unless it was stopped."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"postgresql://jianxi@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        programs = postgres.binaries()
        assert programs is not None
        user = postgres._unprivileged()
        self.process = postgres._serve(programs, self.folder, self.port, user, SETTINGS)
        postgres._wait(programs, self.port, self.process)

    def stop(self, how: signal.Signals) -> None:
        """Fast ends the clients and writes everything down; immediate leaves at once and recovers from its log later."""
        if self.process is not None:
            self.process.send_signal(how)
            postgres._end(self.process)
            self.process = None


@contextmanager
def cluster() -> Iterator[Cluster]:
    programs = postgres.binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="jianxi-pg-"))
    found = Cluster(folder, postgres._free_port())
    try:
        postgres._create(programs, folder, postgres._unprivileged())
        found.start()
        yield found
    finally:
        found.stop(IMMEDIATE)
        shutil.rmtree(folder, ignore_errors=True)
