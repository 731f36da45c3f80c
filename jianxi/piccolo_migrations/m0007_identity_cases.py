"""身份冲突: cases for the county offices."""

from jianxi.piccolo_migrations.building import create, index

TABLE = """CREATE TABLE identity_case (
    id {id},
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    graduate INTEGER NOT NULL REFERENCES graduate (id) ON DELETE RESTRICT,
    person_name TEXT NOT NULL,
    graduate_name TEXT NOT NULL,
    region VARCHAR(6) NOT NULL,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    decided_at TIMESTAMPTZ,
    reason TEXT NOT NULL,
    CONSTRAINT identity_case_state CHECK (state IN ('pending', 'merged', 'handed_over', 'dismissed')),
    CONSTRAINT identity_case_version CHECK (version >= 1)
)"""


async def forwards() -> None:
    await create(TABLE)
    pair = "identity_case (person, graduate)"
    await index("identity_case_open", pair, unique=True, where="state IN ('pending', 'dismissed')")
    await index("identity_case_by_region", "identity_case (region, state, id)")
