"""The rows of 导出 of 上岗人员管理: exactly the people of the list as filtered, in its order, on all its pages."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import citizen_id
from jianxi.domain.allowances import Raise, allowance_on
from jianxi.domain.flow import Role
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.retentions import RetentionState
from jianxi.domain.viewers import EmployerViewer
from jianxi.exports.trainee_sheet import Line
from jianxi.forms.trainee_filters import TraineeFilters
from jianxi.queries import departures, trainee_lists
from jianxi.queries.placements import Placement
from jianxi.queries.trainees import Trainee
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.persons import Person
from jianxi.tables.placements import AllowanceRaise, Insurance

AT_A_TIME = 100
"""People whose details are read and unsealed before other requests have their turn."""


async def many(viewer: EmployerViewer, filters: TraineeFilters, today: date) -> int:
    """Told by the list's tabs, in one statement."""
    tabs = await trainee_lists.tabs(viewer, filters, today)
    return next((tab.count for tab in tabs if tab.current), 0)


async def lines(
    viewer: EmployerViewer, filters: TraineeFilters, today: date, progress: Progress = unheard
) -> list[Line]:
    """Who they are and where they stand is settled by one statement."""
    everybody, found = await trainee_lists.every(viewer, filters, today), list[Line]()
    for start in range(0, len(everybody), AT_A_TIME):
        found += await _lines(everybody[start : start + AT_A_TIME], today)
        progress(len(found), len(everybody))
        await asyncio.sleep(0)
    return found


async def _lines(part: Sequence[Trainee], today: date) -> list[Line]:
    ids = [each.placement.id for each in part]
    people = await _people([each.placement.person for each in part])
    raised, insured, kept = await _raised(ids), await _insured(ids), await _kept(ids)
    leaving = await _leaving([each.placement for each in part])
    return [
        Line(
            **_of_placement(each.placement),
            **people[each.placement.person],
            **kept.get(each.placement.id, _NOT_KEPT),
            **leaving.get(each.placement.id, _STAYS),
            allowance_fen=allowance_on(
                each.placement.allowance_fen, raised.get(each.placement.id, ()), today
            ),
            departure=each.departing.label if each.departing else "",
            lacks="；".join((*each.lacks, *each.minds)),
            days=each.days,
            insured_to=insured.get(each.placement.id),
        )
        for each in part
    ]


_COPIED = ("name", "sex", "degree", "school", "major", "title", "mentor", "starts_on", "ends_on")
_NOT_KEPT: Mapping[str, Any] = {"retained_post": "", "contract_from": None}
_STAYS: Mapping[str, Any] = {"wanted_on": None, "last_day": None}


def _of_placement(placement: Placement) -> dict[str, Any]:
    kind = f"{placement.cohort}届毕业生" if placement.cohort else "社会青年"
    return {
        **{name: getattr(placement, name) for name in _COPIED},
        "kind": kind,
        "state": placement.told,
    }


async def _people(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """ID numbers masked, telephones in full: the employer has them from 报名 on."""
    columns = (Person.id, Person.id_number, Person.phone)
    rows = await Person.select(*columns).where(Person.id.is_in(list(ids)))
    return {
        row["id"]: {
            "id_masked": citizen_id.mask(unseal(row["id_number"], "person.id")),
            "phone": unseal(row["phone"], "person.phone") if row["phone"] else "",
        }
        for row in rows
    }


async def _raised(ids: Sequence[int]) -> dict[int, list[Raise]]:
    """By placement, in the order in which they take effect."""
    of, found = AllowanceRaise, defaultdict[int, list[Raise]](list)
    query = of.select(of.placement, of.starts_on, of.allowance_fen).where(of.placement.is_in(list(ids)))
    for row in await query.order_by(of.starts_on, of.id):
        found[row["placement"]].append(Raise(row["starts_on"], row["allowance_fen"]))
    return found


async def _insured(ids: Sequence[int]) -> dict[int, date]:
    """By placement, the last day of all its policies."""
    of = Insurance
    rows = (
        await of.select(of.placement, of.last_day).where(of.placement.is_in(list(ids))).order_by(of.last_day)
    )
    return {row["placement"]: row["last_day"] for row in rows}


async def _leaving(part: Sequence[Placement]) -> dict[int, dict[str, Any]]:
    """By placement, the days of the departure that stands; a request that is void tells none."""
    of = {each.departure: each for each in part if each.departure and each.facts.has_departure}
    rows = await Departure.select(*departures.COLUMNS).where(Departure.id.is_in(list(of))) if of else []
    built = [departures.built(row, of[row["id"]], 0, Role.EMPLOYER) for row in rows]
    return {each.placement.id: {"wanted_on": each.wanted_on, "last_day": each.settled_day} for each in built}


async def _kept(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """By placement, of the retentions that stand."""
    of, recorded = Retention, Retention.state == RetentionState.RECORDED.value
    rows = await of.select(of.placement, of.post, of.contract_from).where(
        recorded, of.placement.is_in(list(ids))
    )
    return {
        row["placement"]: {"retained_post": row["post"], "contract_from": row["contract_from"]}
        for row in rows
    }
