"""What must hold of every installation at every moment, asked of a live one in chunks: it holds nobody's writing up."""

from collections.abc import AsyncIterator, Iterable

from piccolo.querystring import QueryString

from jianxi.queries.invariants_departures import OF_DEPARTURES
from jianxi.queries.invariants_files import OF_FILES
from jianxi.queries.invariants_filings import OF_FILINGS
from jianxi.queries.invariants_log import OF_LOG
from jianxi.queries.invariants_papers import OF_PAPERS
from jianxi.queries.invariants_people import OF_PEOPLE
from jianxi.queries.invariants_placements import OF_PLACEMENTS
from jianxi.queries.invariants_records import OF_RECORDS
from jianxi.queries.invariants_retentions import OF_RETENTIONS
from jianxi.queries.invariants_rosters import OF_ROSTERS
from jianxi.queries.invariants_rule import Invariant, Violation
from jianxi.queries.invariants_signed import OF_SIGNED
from jianxi.tables.engine import current

ALL: tuple[Invariant, ...] = (
    *OF_RECORDS,
    *OF_FILES,
    *OF_FILINGS,
    *OF_LOG,
    *OF_PAPERS,
    *OF_PEOPLE,
    *OF_PLACEMENTS,
    *OF_DEPARTURES,
    *OF_RETENTIONS,
    *OF_ROSTERS,
    *OF_SIGNED,
)
CHUNK = 2_000
"""Ids a statement: some milliseconds each."""


async def violations(invariants: Iterable[Invariant] = ALL) -> list[Violation]:
    """Everything that does not hold."""
    return [violation for each in invariants async for part in scan(each) for violation in part]


async def among(table: str, first: int, last: int) -> list[Violation]:
    """What does not hold of the records of one table from one id to another."""
    return [
        violation for each in ALL if each.table == table for violation in await _found(each, first - 1, last)
    ]


async def scan(invariant: Invariant) -> AsyncIterator[list[Violation]]:
    """What does not hold, chunk by chunk; a chunk without a fault is an empty list, so that progress can be shown."""
    for low in range(0, await _last(invariant), CHUNK):
        yield await _found(invariant, low, low + CHUNK)


async def chunks(invariant: Invariant) -> int:
    """How many lists `scan` will yield."""
    return -(-await _last(invariant) // CHUNK)


async def _found(invariant: Invariant, low: int, high: int) -> list[Violation]:
    rows = await current().run_querystring(QueryString(invariant.query, low, high))
    if invariant.looked_into is not None:
        return [Violation(invariant, row["id"]) for row in rows if await invariant.looked_into(row)]
    return [Violation(invariant, row["id"]) for row in rows if invariant.broken(row)]


async def _last(invariant: Invariant) -> int:
    """The highest id there is. Of a record that is gone the log may know a higher one."""
    table = invariant.table
    logged = f"SELECT max(record) FROM log_entry WHERE noun = '{table}'"
    rows = await current().run(f"SELECT (SELECT max(id) FROM {table}) AS here, ({logged}) AS logged")
    return max(rows[0]["here"] or 0, rows[0]["logged"] or 0)
