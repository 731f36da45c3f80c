"""Sign-in under pressure: tries, waits and allow-listed addresses."""

from jianxi.piccolo_migrations.building import create, index

STATEMENTS = (
    """CREATE TABLE sign_in_try (
    id {id},
    at TIMESTAMPTZ NOT NULL,
    family VARCHAR(10) NOT NULL,
    address VARCHAR(64) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    against VARCHAR(64) NOT NULL,
    answer VARCHAR(64) NOT NULL,
    area VARCHAR(64) NOT NULL,
    outcome VARCHAR(8) NOT NULL,
    CONSTRAINT sign_in_try_family CHECK (family IN ('identity', 'account', 'employer')),
    CONSTRAINT sign_in_try_outcome CHECK (outcome IN ('wrong', 'let_in', 'again', 'right'))
)""",
    """CREATE TABLE sign_in_failure (
    id {id},
    family VARCHAR(10) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    against VARCHAR(64) UNIQUE NOT NULL,
    wrong INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    until TIMESTAMPTZ,
    last_at TIMESTAMPTZ NOT NULL
)""",
    """CREATE TABLE sign_in_hour (
    id {id},
    hour TIMESTAMPTZ UNIQUE NOT NULL,
    tries INTEGER NOT NULL
)""",
    """CREATE TABLE listed_network (
    id {id},
    network VARCHAR(43) NOT NULL,
    what TEXT NOT NULL,
    region VARCHAR(6) NOT NULL,
    until_on DATE NOT NULL,
    added_by TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    version INTEGER NOT NULL
)""",
)


async def forwards() -> None:
    for statement in STATEMENTS:
        await create(statement)
    await index("sign_in_try_by_address", "sign_in_try (address, at)")
    await index("sign_in_try_by_against", "sign_in_try (against, at)")
    await index("sign_in_try_by_area", "sign_in_try (area, at)")
    await index("sign_in_try_by_time", "sign_in_try (family, at)")
    await index("sign_in_failure_by_subject", "sign_in_failure (subject)")
    await index("sign_in_failure_by_time", "sign_in_failure (family, last_at)")
    await index("listed_network_once", "listed_network (region, network)", unique=True)
