"""报省厅备案: filings, their sendings, and the bases in each."""

from jianxi.piccolo_migrations.building import create, index

FILING = """CREATE TABLE filing (
    id {id},
    city VARCHAR(6) NOT NULL,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    round INTEGER NOT NULL,
    filed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT filing_state CHECK (state IN ('sent', 'received', 'returned')),
    CONSTRAINT filing_version CHECK (version >= 1),
    CONSTRAINT filing_round CHECK (round >= 1)
)"""
ROUND = """CREATE TABLE filing_round (
    id {id},
    filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    bases INTEGER NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    sent_by TEXT NOT NULL,
    decided_at TIMESTAMPTZ,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT filing_round_round CHECK (round >= 1),
    CONSTRAINT filing_round_bases CHECK (bases >= 1),
    CONSTRAINT filing_round_decided CHECK ((decided_at IS NULL) = (decided_by = ''))
)"""
FILED = """CREATE TABLE filed_base (
    id {id},
    filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    base INTEGER NOT NULL REFERENCES base (id) ON DELETE RESTRICT,
    standing VARCHAR(16) NOT NULL,
    since INTEGER NOT NULL,
    content {bytes} NOT NULL,
    CONSTRAINT filed_base_place CHECK (place >= 1)
)"""


async def forwards() -> None:
    await create(FILING)
    await create(ROUND)
    await create(FILED)
    await index("filing_by_city", "filing (city, state, id)")
    await index("filing_round_once", "filing_round (filing, round)", unique=True)
    await index("filed_base_once", "filed_base (filing, round, base)", unique=True)
    await index("filed_base_place_once", "filed_base (filing, round, place)", unique=True)
    await index("filed_base_by_base", "filed_base (base)")
