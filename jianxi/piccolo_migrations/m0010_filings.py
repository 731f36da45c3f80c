"""报省厅备案: filings and the bases in each of their sendings."""

from jianxi.piccolo_migrations.building import create, index

FILING = """CREATE TABLE filing (
    id {id},
    city VARCHAR(6) NOT NULL,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    round INTEGER NOT NULL,
    number TEXT NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    sent_by TEXT NOT NULL,
    decided_at TIMESTAMPTZ,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT filing_state CHECK (state IN ('sent', 'received', 'returned')),
    CONSTRAINT filing_version CHECK (version >= 1),
    CONSTRAINT filing_round CHECK (round >= 1)
)"""
FILED = """CREATE TABLE filed_base (
    id {id},
    filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    base INTEGER NOT NULL REFERENCES base (id) ON DELETE RESTRICT,
    content {bytes} NOT NULL
)"""


async def forwards() -> None:
    await create(FILING)
    await create(FILED)
    await index("filing_by_city", "filing (city, state, id)")
    await index("filed_base_once", "filed_base (filing, round, base)", unique=True)
    await index("filed_base_by_base", "filed_base (base)")
