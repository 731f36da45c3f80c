"""The demo's data: an installation's last months, lived through by calling the services one after the other."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from jianxi.cli.demo_data import (
    application_fates,
    applications,
    employers,
    filings,
    finished_jobs,
    identity_conflicts,
    listed_networks,
    minimum_wages,
    notices_read,
    offices,
    people,
    positions,
    rosters,
    traineeship_stories,
    traineeships,
)
from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.quarters import Quarters, at
from jianxi.cli.demo_data.traineeships import Step
from jianxi.domain.periods import in_shanghai, today
from jianxi.domain.viewers import EmployerViewer
from jianxi.services import reminders

TOTP = "没有启用，因此可以一键登录。主管部门登录后，在右上角“账号与安全”中可以启用；启用后用密码登录时须再输入动态口令"
READ_UNTIL = timedelta(days=5)
"""What is older is known to everybody; what came since is news."""


async def fill(now: datetime) -> list[str]:
    """Makes everything; answers the lines that tell who can sign in. Its days begin at ten in the morning."""
    now = in_shanghai(now).replace(hour=10, minute=0, second=0, microsecond=0).astimezone(UTC)
    staff = await offices.open_offices(now)
    quarters = Quarters(today(now))
    units = await employers.open_employers(staff, now)
    opened = await positions.open_positions(staff, units, now)
    persons = await people.gather(now)
    await minimum_wages.enter(staff, at(now, quarters.begin, 5))
    steps = await _steps(staff, units, quarters, now)
    await _live_until(now - READ_UNTIL, steps, staff, [viewer for _, viewer in units])
    await applications.live(persons, opened, staff, now)
    await traineeships.live([step for step in steps if step.at > now - READ_UNTIL])
    await filings.open_filings(staff, units, now)
    await employers.settle(staff, units, now)
    await filings.settle(staff, units, now)
    contested = await identity_conflicts.dispute(staff, now)
    await listed_networks.add(staff, now)
    await finished_jobs.finish(staff, units[0][1], now)
    await reminders.run(now)
    shown = application_fates.told([one for one, _ in persons])
    return [
        *_under("主管部门", offices.told()),
        *_under("单位", [*employers.told(), *positions.told(), *traineeship_stories.told()]),
        *_under("个人", [*people.told(now), *traineeships.told(steps), *shown, *contested]),
        *_under("报省厅备案", [*filings.TOLD]),
        *_under("补贴经费", rosters.told(quarters)),
        *_under("动态口令", [TOTP]),
        f"\n以上账号的密码都是 {PASSWORD}",
    ]


async def _steps(
    staff: Staff, units: Sequence[tuple[Unit, EmployerViewer]], quarters: Quarters, now: datetime
) -> list[Step]:
    """People's and rosters', the oldest first."""
    steps = await traineeships.prepare(staff, units, now)
    people = {step.one.someone.name: step.one for step in steps if step.one}
    planned = rosters.planned(staff, units, now, quarters, people)
    return sorted([*steps, *planned], key=lambda step: step.at)


async def _live_until(
    moment: datetime, steps: Sequence[Step], staff: Staff, units: Sequence[EmployerViewer]
) -> None:
    """What is past, with its reminders; then everybody has read of it."""
    past = [step for step in steps if step.at <= moment]
    await traineeships.live(past)
    await reminders.run(moment)
    persons = {step.one.number: step.one.viewer for step in past if step.one and step.one.person}
    await notices_read.read_all([*staff.by_region.values(), *units, *persons.values()], moment)


def _under(title: str, lines: list[str]) -> list[str]:
    return [f"\n{title}", *(f"  {line}" for line in lines)]
