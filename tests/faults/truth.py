"""What must be there after a fault: everything that was acknowledged, and every record whole."""

from collections import Counter
from collections.abc import Sequence

from jianxi.queries import invariants
from jianxi.tables.engine import current
from tests.faults.town import Town, open_database
from tests.faults.writers import Write

REGISTERED = (
    "SELECT e.credit_code AS told FROM employer e JOIN account a ON a.id = e.account "
    "JOIN log_entry l ON l.noun = 'employer' AND l.record = e.id AND l.verb = 'register'"
)
TITLES = 'SELECT title AS told FROM "position"'
PASSED = "SELECT id AS told FROM \"position\" WHERE state IN ('approved', 'published')"
PUBLISHED = "SELECT id AS told FROM \"position\" WHERE state = 'published'"
ACCEPTED = "SELECT id AS told FROM application WHERE state = 'accepted'"
WITHDRAWN = "SELECT id AS told FROM application WHERE state = 'withdrawn'"
APPLICATIONS = "SELECT person AS told FROM application"
QUERIES = {
    "register": REGISTERED,
    "add": TITLES,
    "approve": PASSED,
    "publish": PUBLISHED,
    "accept": ACCEPTED,
    "withdraw": WITHDRAWN,
    "apply": APPLICATIONS,
}


async def lost(database_url: str, town: Town, acknowledged: Sequence[Write]) -> tuple[list[Write], list[str]]:
    """The acknowledged writes that are not there, and what is no longer whole."""
    opened = await open_database(database_url)
    try:
        missing = [
            write for kind, query in QUERIES.items() for write in await _missing(kind, query, acknowledged)
        ]
        missing += await _drafts(town, acknowledged)
        return missing, [violation.sentence for violation in await invariants.violations()]
    finally:
        await opened.stop()


async def _missing(kind: str, query: str, acknowledged: Sequence[Write]) -> list[Write]:
    """As often as it was acknowledged: a person may apply more than once."""
    there = Counter(str(row["told"]) for row in await current().run(query))
    wanted = Counter(key for verb, key in acknowledged if verb == kind)
    return [(kind, key) for key in (wanted - there).elements()]


async def _drafts(town: Town, acknowledged: Sequence[Write]) -> list[Write]:
    """Each saving raises the version by one."""
    rows = await current().run(
        "SELECT b.version FROM base b JOIN employer e ON e.id = b.employer "
        f"WHERE e.account = {town.beginners_account}"
    )
    version = rows[0]["version"] if rows else 0
    return [("save", key) for verb, key in acknowledged if verb == "save" and int(key) > version]
