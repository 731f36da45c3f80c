"""One-time links for a new password, second factors, what a session tells of its browser, regions that were merged."""

from jianxi.piccolo_migrations.building import create, index, on_sqlite, run

TABLES = (
    """CREATE TABLE reset_link (
    id {id},
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
    token_hash VARCHAR(64) NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL
)""",
    """CREATE TABLE second_factor (
    id {id},
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
    secret {bytes} NOT NULL,
    last_step INTEGER NOT NULL,
    confirmed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT second_factor_last_step CHECK (last_step >= 0)
)""",
    """CREATE TABLE recovery_code (
    id {id},
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
    code_hash VARCHAR(64) NOT NULL
)""",
    """CREATE TABLE half_open (
    id {id},
    token_hash VARCHAR(64) NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
    opened_at TIMESTAMPTZ NOT NULL,
    tries INTEGER NOT NULL,
    enrolment {bytes},
    CONSTRAINT half_open_tries CHECK (tries BETWEEN 0 AND 5)
)""",
    """CREATE TABLE arrival (
    id {id},
    account INTEGER REFERENCES account (id) ON DELETE RESTRICT,
    person INTEGER,
    at TIMESTAMPTZ NOT NULL,
    browser TEXT NOT NULL,
    address {bytes},
    CONSTRAINT arrival_of_somebody CHECK (account IS NOT NULL OR person IS NOT NULL)
)""",
    """CREATE TABLE merger (
    id {id},
    source VARCHAR(6) UNIQUE NOT NULL,
    target VARCHAR(6) NOT NULL,
    merged_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT merger_of_two CHECK (source <> target)
)""",
)
COLUMNS = (
    "account ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "account ADD COLUMN password_changed_at TIMESTAMPTZ",
    "session ADD COLUMN browser TEXT NOT NULL DEFAULT ''",
    "session ADD COLUMN address {bytes}",
    "session ADD COLUMN enrolment {bytes}",
)


async def forwards() -> None:
    for statement in TABLES:
        await create(statement)
    for column in COLUMNS:
        await run(f"ALTER TABLE {column.format(bytes='BLOB' if on_sqlite() else 'BYTEA')}")
    await index("reset_link_one", "reset_link (account)", unique=True)
    await index("reset_link_by_token", "reset_link (token_hash)", unique=True)
    await index("second_factor_one", "second_factor (account)", unique=True)
    await index("recovery_code_once", "recovery_code (account, code_hash)", unique=True)
    await index("half_open_by_token", "half_open (token_hash)", unique=True)
    await index("half_open_by_time", "half_open (opened_at)")
    await index("arrival_by_account", "arrival (account, id)")
    await index("arrival_by_person", "arrival (person, id)")
