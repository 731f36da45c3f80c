"""放宽登录限制的地址 in the demo: a school and a job fair."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.periods import today
from jianxi.forms.networks import NewNetwork
from jianxi.forms.reading import read
from jianxi.services import networks

LISTED = (
    ("370102", "203.0.113.0/24", "山东师范大学（机房）", 60),
    ("370100", "198.51.100.0/24", "济南大学（招生就业处）", 90),
    ("370100", "192.0.2.16/28", "秋季高校毕业生双选会会场", 5),
)
"""Office, network (of those kept for examples), whose it is, and for how many days from now."""


async def add(staff: Staff, now: datetime) -> None:
    then = now - timedelta(days=8)
    for region, network, what, days in LISTED:
        until = today(now) + timedelta(days=days)
        raw = {"network": [network], "what": [what], "until_on": [until.isoformat()]}
        await networks.add(staff.by_region[region], read(NewNetwork, raw, today(then)), then)
