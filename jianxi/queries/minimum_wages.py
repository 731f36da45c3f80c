"""最低工资标准 of several counties at once, for lists of positions."""

from collections.abc import Collection
from datetime import date

from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.policy import PolicyValue, in_force, parse_value
from jianxi.domain.regions import chain
from jianxi.tables.policies import PolicyRow
from jianxi.tables.statements import Selection

_READ = Selection(PolicyRow, tuple(PolicyRow.all_columns()))


async def of_counties(counties: Collection[str], day: date) -> dict[str, int]:
    """The monthly wage in 分 in force on that day, of each county that has one: entered, else shipped."""
    places = {code for county in counties for code in chain(county)}
    if not places:
        return {}
    of_places = (PolicyRow.key == MINIMUM_WAGE.key) & PolicyRow.region.is_in(sorted(places))
    entered = [
        PolicyValue(
            row["key"],
            row["region"],
            parse_value(MINIMUM_WAGE, row["value"]),
            row["effective_from"],
            row["source"],
            row["entered_by"],
        )
        for row in await _READ.where(of_places, "ORDER BY policy.id")
    ]
    found = {county: in_force(MINIMUM_WAGE, entered, chain(county), day) for county in counties}
    return {county: int(value.value) for county, value in found.items() if value is not None}
