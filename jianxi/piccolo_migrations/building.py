"""What the steps are made of: tables, indexes and triggers that read alike on both databases."""

from collections.abc import Sequence

from jianxi.tables.engine import current


async def run(statement: str) -> None:
    await current().run(statement)


def on_sqlite() -> bool:
    return current().engine_type == "sqlite"


async def create(statement: str) -> None:
    """A table; {id} and {bytes} are the two types that the databases name differently.

    Without AUTOINCREMENT, SQLite gives the id of a deleted row to the next one, and with it its log."""
    if on_sqlite():
        await run(statement.format(id="INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", bytes="BLOB"))
    else:
        await run(statement.format(id="SERIAL PRIMARY KEY", bytes="BYTEA"))


async def index(name: str, columns: str, *, unique: bool = False, where: str = "") -> None:
    """`columns` as in 「application (person)」."""
    kind = "UNIQUE INDEX" if unique else "INDEX"
    await run(f"CREATE {kind} {name} ON {columns}" + (f" WHERE {where}" if where else ""))


async def refuse(name: str, table: str, events: Sequence[str], when: str) -> None:
    """A trigger that answers with its own name as the constraint's. `when` may ask other tables and NEW."""
    if on_sqlite():
        for event in events:
            await run(
                f"CREATE TRIGGER {name}_{event.split()[0].lower()} BEFORE {event} ON {table} "
                f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )
        return
    await run(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {when} THEN RAISE EXCEPTION '{name}' USING ERRCODE = '23514', CONSTRAINT = '{name}'; END IF; "
        "RETURN COALESCE(NEW, OLD); END $$"
    )
    await run(
        f"CREATE TRIGGER {name} BEFORE {' OR '.join(events)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
