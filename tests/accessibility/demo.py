"""The demo served on its own, and everybody who can sign in there, as browsers without scripts."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from jianxi.cli.demo_data.employers import UNITS
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.queries.demo import ROLES
from tests.journeys.installation import COMMAND, TODAY, free_port

SECONDS_TO_START = 90
ANYBODY = "anybody"


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """Its address. Ended by its own process id."""
    port = free_port()
    outside = {name: value for name, value in os.environ.items() if not name.startswith("JIANXI_")}
    with (folder / "demo.log").open("wb") as log:
        started = subprocess.Popen(
            [str(COMMAND), "demo", "--port", str(port)],
            cwd=folder,
            env=outside | {"JIANXI_NOW": TODAY, "PYTHONUTF8": "1"},
            stdout=log,
            stderr=log,
        )
    try:
        yield _ready(f"http://127.0.0.1:{port}", started, folder / "demo.log")
    finally:
        started.terminate()
        started.wait(timeout=20)


def _ready(address: str, started: "subprocess.Popen[bytes]", log: Path) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and started.poll() is None:
        try:
            if httpx.get(f"{address}/health/ready", trust_env=False).status_code == 200:
                return address
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"the demo did not start: {log.read_text(errors='replace')[-2000:]}")


def people() -> list[str]:
    """Anybody, each role of the banner, and one unit for each way that an application for a base may have gone."""
    fates = {unit.fate: unit.username for unit in UNITS if unit.fate != "approved"}
    return [ANYBODY, *(role.value for role in ROLES), *fates.values()]


def enter(address: str, who: str) -> httpx.Client:
    """Signed in, with the cookies of it."""
    client = httpx.Client(base_url=address, trust_env=False, timeout=20, headers={"Accept": "text/html"})
    if who != ANYBODY:
        by_banner = who in {role.value for role in ROLES}
        sent = {"role": who} if by_banner else {"username": who, "password": PASSWORD}
        answer = post(client, "/demo/sign-in" if by_banner else "/login", sent)
        assert answer.status_code == 303, f"{who}: {answer.status_code}"
    return client


def post(client: httpx.Client, path: str, sent: dict[str, str], seen_on: str = "/help") -> httpx.Response:
    page = client.get(seen_on).text
    token = page.split('name="csrf" value="', 1)[1].split('"', 1)[0]
    return client.post(
        path, data={"csrf": token, **sent}, headers={"Origin": str(client.base_url).rstrip("/")}
    )
