"""The written steps lead to the very columns that the code speaks of, on both databases, and run once."""

import pytest

from jianxi.domain.regions import read_csv
from jianxi.queries import regions
from jianxi.services import installation
from jianxi.tables.engine import TABLES, Engine

pytestmark = pytest.mark.anyio

COLUMNS = {
    "sqlite": "SELECT name, \"notnull\" = 0 AND pk = 0 AS is_null FROM pragma_table_info('{}')",
    "postgres": "SELECT column_name AS name, is_nullable = 'YES' AS is_null FROM information_schema.columns "
    "WHERE table_name = '{}' AND table_schema = 'public'",
}


async def test_every_table_has_the_columns_of_the_code(database: Engine) -> None:
    for table in TABLES:
        rows = await database.run(COLUMNS[database.engine_type].format(table._meta.tablename))
        found = {row["name"]: bool(row["is_null"]) for row in rows}
        written = {column._meta.name: column._meta.null for column in table._meta.columns}
        assert found == written, table._meta.tablename


async def test_steps_that_ran_do_not_run_again(database: Engine) -> None:
    assert await installation.pending() == []
    assert await installation.initialise() == []


async def test_all_regions_are_there_and_both_shizhong_are_told_apart(database: Engine) -> None:
    directory = await regions.directory()

    assert len(directory) == len(read_csv())
    assert directory.full_name("370103") == "济南市市中区"
    assert directory.full_name("370402") == "枣庄市市中区"
