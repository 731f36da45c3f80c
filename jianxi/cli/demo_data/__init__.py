"""The demo's data: an installation's last six weeks, lived through by calling the services one after the other."""

from datetime import UTC, datetime

from jianxi.cli.demo_data import (
    application_fates,
    applications,
    employers,
    filings,
    identity_conflicts,
    listed_networks,
    offices,
    people,
    positions,
)
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.domain.periods import in_shanghai

TOTP = "没有启用，因此可以一键登录。主管部门登录后，在右上角“账号与安全”中可以启用；启用后用密码登录时须再输入动态口令"


async def fill(now: datetime) -> list[str]:
    """Makes everything; answers the lines that tell who can sign in. Its days begin at ten in the morning."""
    now = in_shanghai(now).replace(hour=10, minute=0, second=0, microsecond=0).astimezone(UTC)
    staff = await offices.open_offices(now)
    units = await employers.open_employers(staff, now)
    opened = await positions.open_positions(staff, units, now)
    persons = await people.gather(now)
    await applications.live(persons, opened, staff, now)
    await filings.open_filings(staff, units, now)
    await employers.settle(staff, units, now)
    await filings.settle(staff, units, now)
    contested = await identity_conflicts.dispute(staff, now)
    await listed_networks.add(staff, now)
    shown = application_fates.told([one for one, _ in persons])
    return [
        *_under("主管部门", offices.told()),
        *_under("单位", [*employers.told(), *positions.told()]),
        *_under("个人", [*people.told(now), *shown, *contested]),
        *_under("报省厅备案", [*filings.TOLD]),
        *_under("动态口令", [TOTP]),
        f"\n以上账号的密码都是 {PASSWORD}",
    ]


def _under(title: str, lines: list[str]) -> list[str]:
    return [f"\n{title}", *(f"  {line}" for line in lines)]
