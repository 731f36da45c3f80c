"""`python -m bench [search|writes|races|register|pages|faults|model|attack|pdf|files|codes|rosters|all]`: runs the measures and prints their tables."""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version

from pysqlite3 import dbapi2 as sqlite

from bench import databases
from tests import postgres

MEASURES = (
    "search",
    "writes",
    "pages",
    "register",
    "races",
    "faults",
    "model",
    "attack",
    "pdf",
    "files",
    "codes",
    "rosters",
)
PACKAGES = ("starlette", "piccolo", "jinja2", "asyncpg", "granian")
Measure = Callable[[argparse.Namespace, Mapping[str, str]], bool]


def main() -> int:
    """1 when a measure found what must never be: a broken rule, a list whose statements grow."""
    options = _options()
    _notes()
    chosen = MEASURES if options.measure == "all" else (options.measure,)
    with databases.places(options.databases) as places:
        kept = [_measure(name)(options, places) for name in chosen]
    return 0 if all(kept) else 1


def _measure(name: str) -> Measure:
    """Each measure is the module of its name, with one function `measure`."""
    found: Measure = import_module(f"bench.{name}").measure
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("measure", nargs="?", default="all", choices=(*MEASURES, "all"))
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only on this one")
    parser.add_argument("--asks", type=int, default=200, help="requests a figure (search, pages)")
    parser.add_argument("--largest", type=int, default=100_000, help="most published positions (search)")
    parser.add_argument("--changes", type=int, default=1_000, help="changes of state a turn (writes)")
    parser.add_argument("--rounds", type=int, default=200, help="rounds of each race")
    parser.add_argument("--race", default="", help="only races whose name has this in it")
    parser.add_argument("--examples", type=int, default=400, help="examples of the model")
    parser.add_argument("--kills", type=int, default=40, help="kills of the server on each database (faults)")
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the register to import")
    parser.add_argument("--papers", type=int, default=500, help="papers after which memory is told (pdf)")
    parser.add_argument("--people", type=int, default=10_000, help="people of one roster (rosters)")
    parser.add_argument("--guesses", type=int, default=100_000, help="tries to sign in (attack)")
    options = parser.parse_args()
    options.databases = (options.database,) if options.database else ("sqlite", "postgres")
    return options


def _notes() -> None:
    """Where the figures come from: they mean little without."""
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {platform.machine()} · {_processor()}")
    print(f"{os.cpu_count()} cores, load before {load} · {platform.system()} {platform.release()}")
    print(f"Python {platform.python_version()} · SQLite {sqlite.sqlite_version} · {_postgres()} · {packages}")
    print(
        "The application runs in this process and is asked without a network; its log is written to nowhere."
    )
    print("SQLite: WAL, synchronous=FULL. PostgreSQL: fsync and synchronous_commit on, on the same machine.")


def _processor() -> str:
    try:
        with open("/proc/cpuinfo") as lines:
            return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"


def _postgres() -> str:
    programs = postgres.binaries()
    if programs is None:
        return "no PostgreSQL"
    command = [str(programs / "postgres"), "--version"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return f"PostgreSQL {told.split()[2]}"


if __name__ == "__main__":
    sys.exit(main())
