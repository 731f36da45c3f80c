"""Creating and upgrading the database: runs the steps that it has not seen, each once."""

from importlib import import_module
from types import ModuleType

from jianxi.crypto import keys
from jianxi.messages import senders
from jianxi.queries import regions
from jianxi.settings import Settings
from jianxi.storage import store
from jianxi.tables.engine import current, open_engine, use
from jianxi.tables.unit_of_work import unit_of_work

STEPS = (
    "m0001_first_part",
    "m0002_sign_in",
    "m0003_accounts",
    "m0004_bases",
    "m0006_applications",
    "m0007_identity_cases",
    "m0008_files",
    "m0009_papers",
    "m0010_filings",
    "m0011_base_parts",
    "m0012_placements",
    "m0013_departures",
    "m0014_notices",
    "m0015_rosters",
    "m0016_jobs",
    "m0017_statistics",
    "m0018_signals",
)
"""Modules of `jianxi.piccolo_migrations`, in the order in which they run."""

STEPS_LOCK = 0x6A69616E7869
"""The number of the advisory lock on PostgreSQL: "jianxi" in ASCII."""


def connect(settings: Settings) -> None:
    """Give this process its keys, its province, its database and its senders; nothing is opened yet."""
    old = settings.secret_key_old
    keys.configure(settings.secret_key.get_secret_value(), old.get_secret_value() if old else None)
    regions.use_province(settings.province)
    use(open_engine(settings.database_url))
    store.use(settings.storage_url)
    senders.use(settings.mail_url, settings.sms_url, development=settings.env == "development")


async def initialise() -> list[str]:
    """Bring the database up to date in one transaction; answers the steps that ran, none if it was."""
    async with unit_of_work():
        if current().engine_type == "postgres":
            # Processes that start at once: one goes first, before there is a table to lock; the others find it done.
            await current().run(f"SELECT pg_advisory_xact_lock({STEPS_LOCK})")
        await current().run(
            "CREATE TABLE IF NOT EXISTS migration_step (name TEXT PRIMARY KEY, ran_at TEXT NOT NULL)"
        )
        missing = await _missing()
        for name in missing:
            step: ModuleType = import_module(f"jianxi.piccolo_migrations.{name}")
            await step.forwards()
            await current().run(
                f"INSERT INTO migration_step (name, ran_at) VALUES ('{name}', CAST(CURRENT_TIMESTAMP AS TEXT))"
            )
    return missing


async def pending() -> list[str]:
    """The steps that this version of the program needs and the database lacks."""
    if not await _has_steps():
        return list(STEPS)
    return await _missing()


async def _missing() -> list[str]:
    ran = {row["name"] for row in await current().run("SELECT name FROM migration_step")}
    return [name for name in STEPS if name not in ran]


async def _has_steps() -> bool:
    catalogue = "sqlite_master" if current().engine_type == "sqlite" else "pg_tables"
    column = "name" if current().engine_type == "sqlite" else "tablename"
    return bool(await current().run(f"SELECT 1 FROM {catalogue} WHERE {column} = 'migration_step'"))
