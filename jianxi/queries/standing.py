"""When a 离岗 stands and when an unanswered request for one is void (失效), in SQL, made of the domain's own states."""

from datetime import date

from piccolo.querystring import QueryString

from jianxi.domain.departures import OPEN, STANDING, DepartureState
from jianxi.tables.engine import current

AT_ONCE = 200


def _but(states: frozenset[DepartureState]) -> str:
    """In the order of the states: the index of those that stand is found by these very words."""
    return ", ".join(f"'{state.value}'" for state in DepartureState if state not in states)


STANDS = f"state NOT IN ({_but(STANDING)})"
"""Behind the departure's table and a dot."""
IS_OPEN = f"state NOT IN ({_but(OPEN)})"


def void(departure: str, placement: str) -> str:
    """As `departures.is_void`, for one today; both are names of the tables."""
    return f"{departure}.state = '{DepartureState.WAITING_EMPLOYER.value}' AND {placement}.ends_on < {{}}"


_LEFT_VOID = (
    "SELECT p.id AS id FROM departure d JOIN placement p ON p.id = d.placement "
    f"WHERE {void('d', 'p')} AND p.id > {{}} ORDER BY p.id LIMIT {AT_ONCE}"
)


async def left_void(today: date, after: int) -> list[int]:
    """Placements whose unanswered request is void and not written down as such, some at a time."""
    rows = await current().run_querystring(QueryString(_LEFT_VOID, today, after))
    return [row["id"] for row in rows]
