"""上岗, 离岗 and 留用 of the cast in any state, written straight into the tables; dates are round NOW, 2026-11-20."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.placements import Insurance, Placement
from jianxi.tables.positions import Position
from tests import cast
from tests.cast_facts import MOMENT
from tests.cast_people import save

START, END = date(2026, 9, 1), date(2027, 2, 28)
"""A period of six months that goes on today."""
AHEAD = date(2026, 12, 1)
REGISTERED = datetime(2026, 9, 1, 1, 0, tzinfo=MOMENT.tzinfo)
DECIDED = REGISTERED + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody with a placement, and the records that lead to it."""

    unit: EmployerViewer
    person: PersonViewer
    base: int
    position: int
    application: int
    placement: int


async def trainee(
    state: str = "approved",
    *,
    unit: EmployerViewer | None = None,
    level: str = "county",
    kind: PersonKind = PersonKind.CURRENT_GRADUATE,
    name: str = "赵敏",
    position: int = 0,
    **columns: Any,
) -> Trainee:
    """One placement of the period START–END; `columns` go over what is made up."""
    unit = unit or await cast.employer()
    if position:
        (found,) = await Position.select(Position.base).where(Position.id == position)
        base = found["base"]
    else:
        base = await cast.base(unit, level=level)
        position = await cast.position(base, first_published_at=REGISTERED - timedelta(days=60))
    person = await cast.person(kind, name)
    application = await cast.application(person, position, "accepted", REGISTERED - timedelta(days=10))
    facts = {"application": application, "person": person.person, "employer": unit.employer}
    made = {**_progress(state), **facts, "position": position, "state": state, **columns}
    placement = await save(Placement(**made))
    await _insure(placement, made["starts_on"], made["ends_on"])
    return Trainee(unit, person, base, position, application, placement)


def _progress(state: str) -> dict[str, Any]:
    decided = state in {"approved", "rejected"}
    return {
        "starts_on": START,
        "ends_on": END,
        "allowance_fen": 260_000,
        "mentor": "周强",
        "registered_at": REGISTERED,
        "state_since": DECIDED if decided else REGISTERED,
        "uploads": int(state in {"waiting", "approved", "rejected"}),
        "waits_since": REGISTERED + timedelta(days=1) if state == "waiting" else None,
        "decided_at": DECIDED if decided else None,
        "decided_by": "李建国" if decided else "",
        "rejection": "协议缺少单位盖章，请补盖后重新上传" if state == "rejected" else "",
    }


async def _insure(placement: int, first: date, last: date) -> None:
    of: dict[str, Any] = {"placement": placement, "place": 1, "first_day": first, "last_day": last}
    await save(Insurance(kind="accident", company="平安保险", policy_number="PA20260001", **of))


async def departure(placement: int, state: str = "waiting_employer", **columns: Any) -> int:
    """Asked for by the person unless `asked_by_person` says otherwise."""
    by_person = columns.pop("asked_by_person", True)
    decided = state in {"approved", "rejected"}
    facts: dict[str, Any] = {
        "placement": placement,
        "state": state,
        "asked_by_person": by_person,
        "reason": "unwilling",
        "wanted_on": date(2026, 11, 30) if by_person else None,
        "last_day": date(2026, 11, 18),
        "begun_at": MOMENT,
        "state_since": MOMENT,
        "refusal": "岗位交接没有完成" if state == "refused" else "",
        "rejection": "解除协议证明缺少单位盖章" if state == "rejected" else "",
        "decided_at": MOMENT if decided else None,
        "decided_by": "李建国" if decided else "",
        "decided_from": "waiting" if decided else "",
        "uploads": int(state in {"waiting", "approved", "rejected"}),
        "certificate": int(state in {"waiting_certificate", "waiting", "approved", "rejected"}),
    }
    return await save(Departure(**{**facts, **columns}))


async def retention(placement: int, state: str = "recorded", **columns: Any) -> int:
    facts: dict[str, Any] = {
        "placement": placement,
        "state": state,
        "post": "数控编程员",
        "contract_from": date(2026, 12, 1),
        "contract_to": date(2028, 11, 30),
        "insured_on": date(2026, 12, 1),
        "recorded_at": MOMENT,
    }
    return await save(Retention(**{**facts, **columns}))
