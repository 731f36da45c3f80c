"""Printed papers: a code for every submission of a base that there is already."""

import secrets
from datetime import datetime

from jianxi.domain import periods, reference_numbers
from jianxi.piccolo_migrations.building import create, index, on_sqlite
from jianxi.tables.engine import current

PAPER = """CREATE TABLE paper (
    id {id},
    code VARCHAR(16) NOT NULL CONSTRAINT paper_code_key UNIQUE,
    kind VARCHAR(16) NOT NULL,
    record INTEGER NOT NULL,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL
)"""
SUBMISSIONS = """SELECT base_version.id AS id, base_version.base AS base, base_version.round AS round,
    base_version.submitted_at AS submitted_at, employer.county AS county
    FROM base_version JOIN base ON base.id = base_version.base JOIN employer ON employer.id = base.employer
    ORDER BY base_version.id"""
COLUMNS = ("code", "kind", "record", "version", "number", "issued_at")


async def forwards() -> None:
    await create(PAPER)
    await index("paper_of_version", "paper (kind, record, version)", unique=True)
    for row in await current().run(SUBMISSIONS):
        await _issue(row["id"], row["base"], row["round"], row["county"], row["submitted_at"])


async def _issue(id: int, base: int, number: int, county: str, submitted_at: datetime) -> None:
    year = periods.today(submitted_at).year
    reference = reference_numbers.compose(county, year, id)
    code = "".join(secrets.choice(reference_numbers.ALPHABET) for _ in range(16))
    marks = ", ".join("?" if on_sqlite() else f"${place}" for place in range(1, len(COLUMNS) + 1))
    statement = f"INSERT INTO paper ({', '.join(COLUMNS)}) VALUES ({marks})"
    await current().run(statement, [code, "base", base, number, reference, submitted_at])
