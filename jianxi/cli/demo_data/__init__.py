"""The demo's data: an installation's last six weeks, lived through by calling the services one after the other."""

from datetime import datetime

from jianxi.cli.demo_data import applications, employers, offices, people, positions
from jianxi.cli.demo_data.names import PASSWORD


async def fill(now: datetime) -> list[str]:
    """Makes everything; answers the lines that tell who can sign in."""
    staff = await offices.open_offices(now)
    units = await employers.open_employers(staff, now)
    published = await positions.open_positions(staff, units, now)
    persons = await people.gather(now)
    await applications.live(persons, published, now)
    return [*offices.told(), *employers.told(), *people.told(now), f"以上账号的密码都是 {PASSWORD}"]
