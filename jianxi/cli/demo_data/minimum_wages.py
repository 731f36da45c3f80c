"""最低工资标准 of the years before those that are shipped, entered by the demo's city for its counties: 演示数据."""

from datetime import date, datetime

from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.policy import PolicyValue
from jianxi.queries import parameters
from jianxi.services import policies

CITY, COUNTIES = "370100", ("370102", "370103", "370112")
EARLIER = ((date(2018, 6, 1), 191_000), (date(2021, 10, 1), 210_000), (date(2023, 10, 1), 220_000))
SOURCE = "演示数据"


async def enter(staff: Staff, now: datetime) -> None:
    """Of one county after the other, as the city's official does it."""
    city, key = staff.by_region[CITY], MINIMUM_WAGE.key
    for county in COUNTIES:
        new = [PolicyValue(key, county, fen, day, SOURCE) for day, fen in EARLIER]
        await policies.set_by_office(city, key, new, await parameters.newest(city, MINIMUM_WAGE), now)
