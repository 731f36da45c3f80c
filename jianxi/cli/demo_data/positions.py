"""The demo's positions, in every state that they can reach and by every way."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.position_forms import raw_form
from jianxi.cli.demo_data.position_moves import move_on
from jianxi.cli.demo_data.position_titles import EARLIER, EVERY, TITLES, fates
from jianxi.domain import chains
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import positions as reading
from jianxi.services import position_publication, position_review, positions

OPEN = {"published", "extended", "full"}
OUT = OPEN | {"closed", "taken_down", "withdrawn", "asked_again"}
"""Fates of what was published once, a month ago."""
CLOSED = 12
"""Days ago: when the earlier ones stopped to take applications."""
ROOMY = {"headcount": ["30"], "months": ["6"], "allowance": ["2600"]}


@dataclass(frozen=True, slots=True)
class Open:
    """A published position that takes applications."""

    id: int
    employer: EmployerViewer
    unit: Unit
    fate: str


async def open_positions(staff: Staff, units: list[tuple[Unit, EmployerViewer]], now: datetime) -> list[Open]:
    """Adds every position, has it reviewed and publishes it where it belongs."""
    opened, turn = [], 0
    for unit, viewer in units:
        if unit.username not in TITLES:
            continue
        for title, fate in zip(TITLES[unit.username], fates(unit.username), strict=True):
            turn += 1
            raw = raw_form(unit.county, title, turn, fate, today(now))
            month_ago = fate in OUT | {"overdue"}
            then = now - timedelta(days=30 if month_ago else 4, minutes=3 * turn)
            id = await positions.add(viewer, read(PositionForm, raw, today(then)), then)
            await _review(staff, unit, viewer, id, fate, then + timedelta(hours=4))
            later = now - timedelta(days=5 if month_ago else 2, minutes=turn)
            await move_on(fate, unit.county, viewer, id, raw, staff, later)
            if fate in OPEN:
                opened.append(Open(id, viewer, unit, fate))
    return opened


async def open_earlier(
    staff: Staff, unit: Unit, viewer: EmployerViewer, then: datetime, now: datetime
) -> list[int]:
    """Publishes those of long ago, that are closed since last week: their trainees are on duty."""
    ids = []
    for turn, title in enumerate(EARLIER[unit.username]):
        raw = {**raw_form(unit.county, title, turn, "published", today(then)), **ROOMY}
        raw["deadline"] = [(today(now) - timedelta(days=CLOSED)).isoformat()]
        ids.append(await positions.add(viewer, read(PositionForm, raw, today(then)), then))
        await _review(staff, unit, viewer, ids[-1], "published", then + timedelta(hours=4))
    return ids


async def _review(
    staff: Staff, unit: Unit, viewer: EmployerViewer, id: int, fate: str, then: datetime
) -> None:
    position = await reading.get(viewer, id, today(then))
    chain = position.facts.chain
    if fate in {"rejected", "copied"}:
        office = staff.at(chains.first(chain), unit.county)
        note = "请写明每日工作内容和指导安排。"
        await position_review.reject(office, id, position.version, ("duties",), note, then)
    passing = {"waiting": (), "rejected": (), "copied": (), "half": chain[:-1], "reopened": chain[:1]}
    passed = passing.get(fate, chain)
    for step, role in enumerate(passed):
        office, later = staff.at(role, unit.county), then + timedelta(hours=24 * step)
        await position_review.approve(office, id, position.version + step, later)
    if fate in OUT:
        office = staff.at(chains.publisher(chain), unit.county)
        version = position.version + len(passed)
        await position_publication.publish(office, id, version, then + timedelta(hours=48))


def told() -> list[str]:
    """Of the unit that has one of each kind, three in a line."""
    titles = TITLES["demo.employer"]
    each = [f"{title}（{words}）" for title, words in zip(titles, EVERY.values(), strict=False)]
    rows = ["　".join(each[first : first + 3]) for first in range(0, len(each), 3)]
    return ["demo.employer的岗位各种情形都有：", *(f"  {row}" for row in rows)]
