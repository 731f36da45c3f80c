"""What the scan finds after something was broken; nothing of it is kept."""

from contextlib import suppress

from jianxi.queries import invariants
from jianxi.tables.engine import current
from jianxi.tables.unit_of_work import unit_of_work
from tests.cli.faults import ON_POSTGRES, ON_SQLITE


class Undone(Exception):
    """What a test broke is not kept."""


async def found_after(statements: tuple[str, ...], opening: tuple[str, ...] = ()) -> set[str]:
    """The names of what does not hold once these were run; then everything is as before. `opening` lets through what the
    database itself would refuse."""
    found: set[str] = set()
    opening = opening or (ON_SQLITE if current().engine_type == "sqlite" else ON_POSTGRES)
    with suppress(Undone):
        async with unit_of_work():
            for statement in (*opening, *statements):
                await current().run(statement)
            found = {violation.invariant.name for violation in await invariants.violations()}
            raise Undone
    return found
