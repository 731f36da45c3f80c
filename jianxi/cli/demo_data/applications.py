"""The demo's applications: waiting, withdrawn, changed, rejected, accepted, declined, cancelled, and a full position."""

from contextlib import suppress
from datetime import datetime, timedelta

from jianxi.cli.demo_data.people import Someone
from jianxi.cli.demo_data.positions import Open
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonViewer
from jianxi.services import acceptances, application_endings, applications

FATES = ("waiting", "accepted", "waiting", "rejected", "accepted", "withdrawn", "waiting")
"""Dealt out in turn. Whoever is rejected or withdraws may apply again; every second one does."""
LATER = {15: "declined", 25: "cancelled", 28: "switched"}
"""What becomes of the person at that place instead."""
UNDECIDED = {"周雨桐", "孟晓䶮", "李想"}
"""Whom the banner signs in: they have filled in the form and look for a position."""


async def live(persons: list[tuple[Someone, PersonViewer]], published: list[Open], now: datetime) -> None:
    """Two of three people apply, the employers decide."""
    for number, (one, viewer) in enumerate(persons):
        if one.name in UNDECIDED or number % 3 == 2:
            continue
        fate = LATER.get(number, FATES[number % len(FATES)])
        then = now - timedelta(days=4 + number % 2, minutes=3 * number)
        again = published[(number + 5) % len(published)]
        id = await _meet(viewer, published[number % len(published)], fate, then)
        if fate == "switched" and id is not None:
            with suppress(Refused):
                await applications.switch(viewer, id, 1, again.id, then + timedelta(days=1))
        if fate in {"rejected", "withdrawn"} and number % 2:
            await _meet(viewer, again, "waiting", then + timedelta(days=2))


async def _meet(viewer: PersonViewer, position: Open, fate: str, now: datetime) -> int | None:
    """The application; None where the position was full by now: the person stays without, as people do."""
    try:
        id = await applications.apply(viewer, position.id, now)
        later = now + timedelta(hours=5)
        if fate == "withdrawn":
            await applications.withdraw(viewer, id, 1, later)
        if fate == "rejected":
            await acceptances.reject(position.employer, id, 1, ("major",), "欢迎报名本单位其他岗位。", later)
        if fate in {"accepted", "declined", "cancelled"}:
            await acceptances.accept(position.employer, id, 1, later)
            await _end(viewer, position, id, fate, later + timedelta(days=1))
    except Refused:
        return None
    return id


async def _end(viewer: PersonViewer, position: Open, id: int, fate: str, now: datetime) -> None:
    """What became of an acceptance, if anything."""
    if fate == "declined":
        await application_endings.decline(viewer, id, 2, "已被其他单位正式录用。", now)
    if fate == "cancelled":
        await application_endings.cancel(position.employer, id, 2, "约定的日期没有报到，多次联系不上。", now)
