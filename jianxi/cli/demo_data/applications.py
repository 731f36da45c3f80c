"""The demo's applications: waiting, withdrawn, rejected, accepted, and one position that is full."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data.people import Someone
from jianxi.cli.demo_data.positions import Open
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonViewer
from jianxi.services import acceptances, applications

FATES = ("waiting", "accepted", "waiting", "rejected", "accepted", "withdrawn", "waiting")
"""Dealt out in turn. Whoever is rejected or withdraws may apply again; every second one does."""
UNDECIDED = {"周雨桐", "孟晓䶮", "李想"}
"""Whom the banner signs in: they have filled in the form and look for a position."""


async def live(persons: list[tuple[Someone, PersonViewer]], published: list[Open], now: datetime) -> None:
    """Two of three people apply, the employers decide."""
    for number, (one, viewer) in enumerate(persons):
        if one.name in UNDECIDED or number % 3 == 2:
            continue
        fate = FATES[number % len(FATES)]
        then = now - timedelta(days=4 + number % 2, minutes=3 * number)
        await _meet(viewer, published[number % len(published)], fate, then)
        if fate in {"rejected", "withdrawn"} and number % 2:
            again = published[(number + 5) % len(published)]
            await _meet(viewer, again, "waiting", then + timedelta(days=2))


async def _meet(viewer: PersonViewer, position: Open, fate: str, now: datetime) -> None:
    try:
        id = await applications.apply(viewer, position.id, now)
        later = now + timedelta(hours=5)
        if fate == "withdrawn":
            await applications.withdraw(viewer, id, 1, later)
        if fate == "accepted":
            await acceptances.accept(position.employer, id, 1, later)
        if fate == "rejected":
            await acceptances.reject(position.employer, id, 1, ("major",), "欢迎报名本单位其他岗位。", later)
    except Refused:
        # Full by now: the person stays without, as people do.
        return
