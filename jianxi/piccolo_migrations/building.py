"""What the steps are made of: tables with named checks, indexes and triggers that read alike on both databases."""

from collections.abc import Mapping, Sequence

from piccolo.table import Table

from jianxi.tables.engine import current


async def run(statement: str) -> None:
    await current().run(statement)


def on_sqlite() -> bool:
    return current().engine_type == "sqlite"


async def create(table: type[Table], checks: Mapping[str, str]) -> None:
    """The table with its checks inside, since SQLite cannot add one later; then the single-column indexes."""
    statement, *indexes = table.create_table().ddl
    # Without AUTOINCREMENT, SQLite gives the id of a deleted row to the next one, and with it its log.
    statement = statement.replace(
        "INTEGER PRIMARY KEY NOT NULL", "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    )
    named = "".join(f", CONSTRAINT {name} CHECK ({rule})" for name, rule in checks.items())
    await run(statement.removesuffix(")") + named + ")")
    for index in indexes:
        await run(index)


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
