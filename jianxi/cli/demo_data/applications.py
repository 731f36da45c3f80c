"""The demo's applications: in every state and by every way to it, at one position that is full and at a suspended base."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data.application_fates import WORDS, dealt
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.people import Someone
from jianxi.cli.demo_data.positions import Open
from jianxi.domain.bases import office_of
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonViewer
from jianxi.services import acceptances, application_endings, applications

ACCEPTED = {"accepted", "full", "suspended_accepted", "declined", "cancelled", "cancelled_office"}
"""Fates that lead through 审核通过. At the full position only the last ones find a seat; the first go on waiting."""
FREE_AGAIN = {"rejected", "withdrawn", "declined"}
"""Whoever of these has no account has applied again."""
NOT_COMING = "已在其他单位签订劳动合同，不能前来见习。"
NO_CONTACT = "多次联系未能取得本人回复，不能按约定日期到岗。"
LEFT_OUT = "单位来电说明该岗位所在部门调整，商得本人同意后取消。"

Made = tuple[PersonViewer, Open, str, int, datetime]
"""Who applied, where, their fate, the application and when."""


async def live(
    persons: list[tuple[Someone, PersonViewer]], opened: list[Open], staff: Staff, now: datetime
) -> None:
    """People apply; then the employers decide, those who came last first."""
    viewers = {one.id_number: viewer for one, viewer in persons}
    made = []
    for number, (one, fate) in enumerate(dealt([one for one, _ in persons])):
        if fate == "none":
            continue
        then = now - timedelta(days=4 + number % 2, minutes=3 * number)
        viewer, position = viewers[one.id_number], _chosen(opened, fate, number)
        made.append((viewer, position, fate, await applications.apply(viewer, position.id, then), then))
    usual = [each for each in opened if _is_usual(each)]
    for turn, each in enumerate(reversed(made)):
        try:
            await _decide(each, usual[(turn + 5) % len(usual)], staff)
        except Refused:
            # Full by now: the person goes on waiting, or stays without, as people do.
            continue


def _is_usual(position: Open) -> bool:
    return position.unit.fate == "approved" and position.fate != "full"


def _chosen(opened: list[Open], fate: str, number: int) -> Open:
    if fate == "full":
        return next(each for each in opened if each.fate == "full")
    if fate.startswith("suspended"):
        held = [each for each in opened if each.unit.fate == "suspended"]
        return held[number // len(WORDS) % len(held)]
    usual = [each for each in opened if _is_usual(each)]
    return usual[number % len(usual)]


async def _decide(made: Made, other: Open, staff: Staff) -> None:
    viewer, position, fate, id, then = made
    later = then + timedelta(hours=5)
    if fate in ACCEPTED:
        await acceptances.accept(position.employer, id, 1, later)
        await _end(made, staff, then + timedelta(hours=30))
    elif fate == "rejected":
        await acceptances.reject(position.employer, id, 1, ("major",), "欢迎报名本单位其他岗位。", later)
    elif fate == "withdrawn":
        await applications.withdraw(viewer, id, 1, later)
    elif fate == "switched":
        await applications.switch(viewer, id, 1, other.id, later)
    if fate in FREE_AGAIN and viewer.by_identity:
        await applications.apply(viewer, other.id, then + timedelta(hours=40))


async def _end(made: Made, staff: Staff, then: datetime) -> None:
    viewer, position, fate, id, _ = made
    if fate == "declined":
        await application_endings.decline(viewer, id, 2, NOT_COMING, then)
    if fate == "cancelled":
        await application_endings.cancel(position.employer, id, 2, NO_CONTACT, then)
    if fate == "cancelled_office":
        office = staff.at(office_of(position.unit.level), position.unit.county)
        await application_endings.cancel(office, id, 2, LEFT_OUT, then)
