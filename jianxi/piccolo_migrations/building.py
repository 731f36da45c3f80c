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


async def refuse(name: str, table: str, events: Sequence[str], when: str, first: str = "") -> None:
    """A trigger that answers with its own name as the constraint's. `when` may ask other tables and NEW. PostgreSQL
    runs the statement `first` before it asks, to lock what is asked about; SQLite has one writer at a time."""
    if on_sqlite():
        for event in events:
            await run(
                f"CREATE TRIGGER {name}_{event.split()[0].lower()} BEFORE {event} ON {table} "
                f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )
        return
    await run(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {first}{';' if first else ''} "
        f"IF {when} THEN RAISE EXCEPTION '{name}' USING ERRCODE = '23514', CONSTRAINT = '{name}'; END IF; "
        "RETURN COALESCE(NEW, OLD); END $$"
    )
    await run(
        f"CREATE TRIGGER {name} BEFORE {' OR '.join(events)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


async def afterwards(name: str, table: str, event: str, when: str, statement: str) -> None:
    """A trigger that runs a statement for each row after the event. `when` may ask NEW and OLD alone."""
    start, each = f"CREATE TRIGGER {name} AFTER {event} ON {table}", f"FOR EACH ROW WHEN ({when})"
    if on_sqlite():
        await run(f"{start} {each} BEGIN {statement}; END")
        return
    await run(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {statement}; RETURN NULL; END $$"
    )
    await run(f"{start} {each} EXECUTE FUNCTION {name}()")
