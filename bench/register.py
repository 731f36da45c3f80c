"""Import of 生源信息库 from a workbook: rows a second, memory at its highest, how long others wait meanwhile.

Run as a program it imports one file into one database and tells its figures as JSON: memory is a process's own."""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench import databases
from bench.figures import ms, percentile, show
from bench.visitor import NOW
from jianxi.domain import citizen_id
from jianxi.exports import workbook
from jianxi.exports.register_sheet import FIELDS, TITLE
from jianxi.services import registers
from jianxi.tables.persons import Graduate

TICK = 0.005


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    rows: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory(prefix="jianxi-bench-") as folder:
        file = Path(folder) / "register.xlsx"
        columns = [workbook.Column(field.heading, field.width) for field in FIELDS]
        file.write_bytes(workbook.write(workbook.Table(TITLE, columns, _rows(options.rows))))
        for kind in options.databases:
            address = asyncio.run(databases.make(kind, places[kind]))
            rows += [
                _row(f"new · {kind}", _apart(address, file)),
                _row(f"again · {kind}", _apart(address, file)),
            ]
        size = file.stat().st_size
    headings = (
        "import",
        "seconds",
        "rows a second",
        "MB at most",
        "MB of the reader",
        "others wait p99 ms",
        "most ms",
    )
    show(f"Import of {options.rows:,} register rows ({size / 1e6:.1f} MB)", headings, rows)
    return True


def _row(name: str, figures: Mapping[str, Any]) -> tuple[object, ...]:
    rate = f"{figures['rows'] / figures['seconds']:,.0f}"
    memory = (f"{figures['own'] / 1024:,.0f}", f"{figures['reader'] / 1024:,.0f}")
    return (name, f"{figures['seconds']:.1f}", rate, *memory, ms(figures["p99"]), ms(figures["most"]))


def _rows(many: int) -> Iterator[list[str | date]]:
    for number in range(many):
        born = date(2003, 1 + number // 900 % 12, 1 + number // (900 * 12) % 28)
        yield [
            f"赵敏{'安宁平康'[number % 4]}",
            citizen_id.compose(f"37010{2 + number // 302_400}", born, number % 900 + 1),
            "女" if (number % 900 + 1) % 2 == 0 else "男",
            *("汉族", "群众", "山东大学", "机械工程", "本科", "2026"),
            date(2026, 6, 30),
            *(
                "济南市历下区",
                "济南市历下区",
                f"文化东路{number}号",
                f"zhao{number}@example.com",
                "13900139000",
            ),
        ]


def _apart(address: str, file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.register", address, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


async def _import(address: str, file: str) -> dict[str, object]:
    lags: list[float] = []
    async with databases.opened(address):
        waiting = asyncio.create_task(_wait(lags))
        started = time.perf_counter()
        data = await asyncio.to_thread(Path(file).read_bytes)
        outcome = await registers.import_workbook(None, data, NOW)
        seconds = time.perf_counter() - started
        waiting.cancel()
        kept = await Graduate.count()
    assert not outcome.faults, outcome.faults[:3]
    assert kept == outcome.total == outcome.added + outcome.same
    own, reader = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told = {"rows": outcome.total, "seconds": seconds, "own": own, "reader": reader}
    return {**told, "p99": percentile(lags, 0.99), "most": max(lags)}


async def _wait(lags: list[float]) -> None:
    """What another request would have waited for its turn."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        lags.append(time.perf_counter() - began - TICK)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_import(*sys.argv[1:3]))))
