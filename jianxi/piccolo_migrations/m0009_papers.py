"""Printed papers: a code for every submission of a base that there is already."""

from jianxi.piccolo_migrations.building import create, index

PAPER = """CREATE TABLE paper (
    id {id},
    code VARCHAR(16) NOT NULL CONSTRAINT paper_code_key UNIQUE,
    kind VARCHAR(16) NOT NULL,
    record INTEGER NOT NULL,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL
)"""


async def forwards() -> None:
    await create(PAPER)
    await index("paper_of_version", "paper (kind, record, version)", unique=True)
