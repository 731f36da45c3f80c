"""The records that a roster (花名册) is computed from: an employer's placements with all that money depends on, some
statements however many they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import departures
from jianxi.domain.allowances import Raise
from jianxi.domain.departures import DepartureState
from jianxi.domain.outcomes import Missing
from jianxi.domain.periods import Period
from jianxi.domain.placements import PlacementState
from jianxi.domain.registrations import Cover
from jianxi.domain.roster_parts import Unit
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Contract, Service
from jianxi.queries import base_rounds, regions
from jianxi.queries.roster_stamps import Stamp, stamp
from jianxi.queries.standing import STANDS
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.engine import current

__all__ = ["EVER", "Granted", "Record", "Row", "Stamp", "granted", "people", "records", "stamp", "unit"]

Row = Mapping[str, Any]
AT_A_TIME = 200
"""Rows put together before other requests have their turn."""
Granted = dict[int, dict[date, int]]
EVER = Period(date.min, date.max)
_MINE = "p.employer = {} AND p.state <> 'cancelled' AND NOT p.never_came"
_TOUCHED = f"{_MINE} AND p.starts_on <= {{}} AND p.ends_on >= {{}}"
"""A day after 见习结束日期 is never subsidised."""
_UNIT = """
SELECT e.name, e.credit_code, e.county, b.level, b.contacts, v.content FROM employer e JOIN base b ON b.employer = e.id
LEFT JOIN base_version v ON v.base = b.id AND v.round = CASE b.approved_round WHEN 0 THEN b.round ELSE b.approved_round END
WHERE e.id = {}
"""
_SERVICES = f"""
SELECT p.id, p.person, p.state, p.starts_on, p.ends_on, p.allowance_fen, d.id AS departure, d.state AS departure_state,
       d.last_day, d.reason, d.note, r.id AS retention, r.contract_from, r.contract_to, r.insured_on
FROM placement p LEFT JOIN departure d ON d.placement = p.id AND d.{STANDS}
LEFT JOIN retention r ON r.placement = p.id AND r.state = 'recorded'
WHERE {_TOUCHED} ORDER BY p.starts_on, p.id
"""
_ATTACHED = f"""
SELECT i.placement, i.kind, i.company, i.policy_number, i.first_day, i.last_day, 0 AS fen, i.place
FROM insurance i JOIN placement p ON p.id = i.placement WHERE {_TOUCHED}
UNION ALL SELECT w.placement, '', '', '', w.starts_on, w.starts_on, w.allowance_fen, w.id
FROM allowance_raise w JOIN placement p ON p.id = w.placement WHERE {_TOUCHED} ORDER BY 1, 5, 8
"""
"""The first kind of row gives the columns their names and types."""
_PEOPLE = f"""
SELECT p.id, p.mentor, o.title, e.name, e.sex, e.id_number, e.kind, e.cohort, e.school, e.major, e.degree, e.phone,
       g.graduated_on
FROM placement p JOIN person e ON e.id = p.person JOIN "position" o ON o.id = p.position
LEFT JOIN graduate g ON g.id = e.graduate WHERE {_TOUCHED}
"""
_GRANTED = """
SELECT m.placement, m.month, m.fen FROM roster_month m JOIN roster o ON o.id = m.roster
WHERE o.employer = {} AND o.counts AND m.kind = {} AND m.counted AND m.standing = 'payable' AND m.month >= {}
AND m.month <= {} ORDER BY m.month
"""
_COVER = tuple(Cover.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Record:
    """One placement as the records have it today."""

    person: int
    service: Service
    insurance: tuple[Cover, ...]
    """By their first days."""
    leaving_reason: str = ""
    """Key of domain.departure_reasons, of the approved departure."""
    leaving_note: str = ""


@dataclass(slots=True)
class _Attached:
    """What hangs on one placement in rows of its own."""

    raises: list[Raise] = field(default_factory=list)
    insurance: list[Cover] = field(default_factory=list)


async def unit(employer: int) -> Unit:
    """Of the base's form in force, or the newest before one is. `Missing` for an employer without a base."""
    rows = await _rows(_UNIT, employer)
    if not rows or rows[0]["content"] is None:
        raise Missing
    row, directory = rows[0], await regions.directory()
    said = base_rounds.told(row["content"], row["contacts"]).values
    told = {name: said[name] for name in ("account_name", "bank", "account_number", "contact", "phone")}
    known = {name: row[name] for name in ("name", "credit_code", "level", "county")}
    return Unit(**known, place=directory.full_name(row["county"]), **told)


async def records(employer: int, today: date, touched: Period = EVER) -> list[Record]:
    """Every placement with a day in `touched` that was neither cancelled nor 未上岗, in the order of a roster."""
    asked = (employer, touched.last, touched.first)
    attached = await _attached(await _rows(_ATTACHED, *asked, *asked))
    rows = await _rows(_SERVICES, *asked)
    return [_record(row, attached, today) async for row in in_turn(rows, AT_A_TIME)]


async def people(employer: int, touched: Period) -> dict[int, Row]:
    """By placement: who it is, still sealed."""
    return {row["id"]: row for row in await _rows(_PEOPLE, employer, touched.last, touched.first)}


async def granted(employer: int, year: Period) -> Granted:
    """分 granted by accepted rosters of kind period, by placement and month."""
    asked = (employer, RosterKind.PERIOD.value, year.first, year.last)
    found: defaultdict[int, dict[date, int]] = defaultdict(dict)
    for row in await _rows(_GRANTED, *asked):
        found[row["placement"]][row["month"]] = row["fen"]
    return found


async def _attached(rows: Sequence[Row]) -> dict[int, _Attached]:
    found: defaultdict[int, _Attached] = defaultdict(_Attached)
    async for row in in_turn(rows, AT_A_TIME):
        if row["kind"]:
            found[row["placement"]].insurance.append(Cover(**{name: row[name] for name in _COVER}))
        else:
            found[row["placement"]].raises.append(Raise(row["first_day"], row["fen"]))
    return found


def _record(row: Row, attached: Mapping[int, _Attached], today: date) -> Record:
    state, mine = row["departure_state"], attached.get(row["id"]) or _Attached()
    has_left = state == DepartureState.APPROVED
    is_leaving = state in departures.OPEN and not departures.is_void(state, row["ends_on"], today)
    service = Service(
        placement=row["id"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        is_approved=row["state"] == PlacementState.APPROVED,
        allowance_fen=row["allowance_fen"],
        raises=tuple(mine.raises),
        left_on=row["last_day"] if has_left else None,
        departure=row["departure"] if has_left else None,
        leaving_on=row["last_day"] if is_leaving else None,
        contract=_contract(row),
    )
    why = (row["reason"], row["note"]) if has_left else ("", "")
    return Record(row["person"], service, tuple(mine.insurance), *why)


def _contract(row: Row) -> Contract | None:
    if row["retention"] is None:
        return None
    return Contract(row["retention"], row["contract_from"], row["contract_to"], row["insured_on"])


async def _rows(statement: str, *asked: object) -> Sequence[Row]:
    found: list[dict[str, Any]] = await current().run_querystring(QueryString(statement, *asked))
    return found
