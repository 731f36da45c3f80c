"""Chromium 69, started and ended."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.journeys.installation import free_port
from tests.journeys.old_browser.protocol import Line, call

SCRIPT = Path(__file__).parents[3] / "scripts" / "old_browser.sh"
FLAGS = ("--headless", "--no-sandbox", "--no-zygote", "--disable-gpu", "--lang=zh-CN")
SECONDS_TO_START = 20


@dataclass(frozen=True, slots=True)
class OldBrowser:
    """`line` leads to the browser itself."""

    port: int
    line: Line

    def tab(self) -> str:
        """The address of a new page, with cookies of its own."""
        context = self.line.ask("Target.createBrowserContext")["browserContextId"]
        target = self.line.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        return f"ws://127.0.0.1:{self.port}/devtools/page/{target}"


def program() -> str:
    """Its path. Without it the tests fail with one sentence: nobody else would notice that an old browser is left out."""
    found = subprocess.run([SCRIPT], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr.strip().splitlines()[-1], pytrace=False)
    return found.stdout.strip()


@contextmanager
def chromium_69() -> Iterator[OldBrowser]:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="chromium-69-") as folder:
        own = (f"--remote-debugging-port={port}", f"--user-data-dir={folder}", "about:blank")
        started = subprocess.Popen(
            [program(), *FLAGS, *own], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            with call(_address(port, started)) as line:
                yield OldBrowser(port, line)
        finally:
            started.kill()
            started.wait()


def _address(port: int, started: "subprocess.Popen[bytes]") -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert started.poll() is None, (
            "Chromium 69 did not start: it needs the libraries of Debian's chromium"
        )
        try:
            told = httpx.get(f"http://127.0.0.1:{port}/json/version", trust_env=False).json()
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            assert told["Browser"].startswith("HeadlessChrome/69."), told["Browser"]
            return str(told["webSocketDebuggerUrl"])
    raise AssertionError("Chromium 69 did not answer")
