"""变更申请 of a base, its contacts beside the approved content, and why it is suspended or revoked."""

from jianxi.piccolo_migrations.building import on_sqlite, run

BASE = (
    "approved_round INTEGER NOT NULL DEFAULT 0 "
    "CONSTRAINT base_approved_round CHECK (approved_round BETWEEN 0 AND round)",
    # Both databases take a check on a table that exists only with a new column, and it may speak of others.
    "amendment_state VARCHAR(16) NOT NULL DEFAULT '' CONSTRAINT base_amendment_state "
    "CHECK (amendment_state IN ('', 'waiting_county', 'waiting_city', 'rejected')) "
    "CONSTRAINT base_amends_what_stands CHECK (amendment_state = '' OR state IN ('approved', 'suspended'))",
    "amendment_level VARCHAR(8) NOT NULL DEFAULT '' CONSTRAINT base_amendment_level "
    "CHECK (amendment_level IN ('', 'county', 'city'))",
    "amendment_rejection TEXT NOT NULL DEFAULT ''",
    "stopped_reason TEXT NOT NULL DEFAULT ''",
    "contacts {bytes}",
)
VERSION = (
    "amends INTEGER NOT NULL DEFAULT 0",
    "level VARCHAR(8) NOT NULL DEFAULT '' "
    "CONSTRAINT base_version_level CHECK (level IN ('', 'county', 'city'))",
)


async def forwards() -> None:
    """What is approved already is in force as it was approved."""
    bytes = "BLOB" if on_sqlite() else "BYTEA"
    for column in BASE:
        await run(f"ALTER TABLE base ADD COLUMN {column.replace('{bytes}', bytes)}")
    for column in VERSION:
        await run(f"ALTER TABLE base_version ADD COLUMN {column}")
    await run("UPDATE base SET approved_round = round WHERE state = 'approved'")
    await run(
        "UPDATE base_version SET level = (SELECT level FROM base WHERE base.id = base_version.base) "
        "WHERE round = (SELECT approved_round FROM base WHERE base.id = base_version.base)"
    )
