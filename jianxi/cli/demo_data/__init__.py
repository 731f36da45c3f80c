"""The demo's data: an installation's last six weeks, lived through by calling the services one after the other."""

from datetime import UTC, datetime

from jianxi.cli.demo_data import applications, employers, offices, people, positions
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.domain.periods import in_shanghai


async def fill(now: datetime) -> list[str]:
    """Makes everything; answers the lines that tell who can sign in. Its days begin at ten in the morning."""
    now = in_shanghai(now).replace(hour=10, minute=0, second=0, microsecond=0).astimezone(UTC)
    staff = await offices.open_offices(now)
    units = await employers.open_employers(staff, now)
    published = await positions.open_positions(staff, units, now)
    persons = await people.gather(now)
    await applications.live(persons, published, now)
    return [*offices.told(), *employers.told(), *people.told(now), f"以上账号的密码都是 {PASSWORD}"]
