"""The list of 见习上岗审核 for the offices: narrowed, counted by state, page by page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query import OrderByRaw
from piccolo.query.functions import Count
from piccolo.querystring import QueryString

from jianxi.domain import agreements, labels, periods
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import Role
from jianxi.domain.placements import PlacementState
from jianxi.domain.registration_warnings import Caution, from_text
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_placement_filters import ALL, ELSEWHERE, Filters
from jianxi.queries.conditions import pattern
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.queries.placements import READ, Placement, acted_on_by, built, visible_to
from jianxi.queries.tabs import Tab
from jianxi.queries.traineeship_days import placements_of
from jianxi.tables.placements import Insurance
from jianxi.tables.placements import Placement as Row

_S = PlacementState
WAITING = _S.WAITING.value
LISTED = (WAITING, _S.UNSIGNED.value, _S.APPROVED.value, _S.REJECTED.value, _S.CANCELLED.value)
"""What waits for the office first."""
_OTHERS = {Role.COUNTY: "等待审核（市级）", Role.CITY: "等待审核（区县）"}
_CONTAINS = """(EXISTS (SELECT 1 FROM person WHERE person.id = placement.person AND lower(person.name) LIKE {} ESCAPE '!')
  OR EXISTS (SELECT 1 FROM "position" p WHERE p.id = placement."position"
             AND (p.title_key LIKE {} ESCAPE '!' OR p.unit_key LIKE {} ESCAPE '!')))"""
_CODE = QueryString(
    "(SELECT max(reading) FROM agreement_file WHERE agreement_file.placement = placement.id "
    "AND agreement_file.round = placement.uploads) AS code"
)
_LONGEST_WAITING = OrderByRaw('"placement"."waits_since", "placement"."id"')
_EARLIER = (
    "CASE WHEN placement.waits_since > {} OR (placement.waits_since = {} AND placement.id > {}) "
    "THEN 0 ELSE 1 END AS earlier"
)
_NEXT = OrderByRaw('"earlier", "placement"."waits_since", "placement"."id"')


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list: the placement and what a reviewer decides by."""

    placement: Placement
    length: str
    """6个月"""
    warnings: tuple[Caution, ...]
    """What the employer ticked of the allowance."""
    uninsured: date | None
    """The first day of the period that no insurance covers."""
    is_code_read: bool
    """Our QR code was found on the newest sending."""
    waiting_days: int | None
    """Since it came to wait; None when it does not."""

    @property
    def flags(self) -> tuple[str, ...]:
        """低于最低工资2,400: what stands by the allowance."""
        return tuple(each.short for each in self.warnings)


async def unread(ids: Collection[int]) -> set[int]:
    """Those on whose newest sending our QR code was not found."""
    found = await Row.select(Row.id, _CODE).where(Row.id.is_in(list(ids)))
    return {row["id"] for row in found if row["code"] != "read"}


def waiting(viewer: OfficialViewer) -> tuple[Combinable, ...]:
    """What waits for this office."""
    return (visible_to(viewer), Row.state == WAITING, acted_on_by(viewer))


async def overview(viewer: OfficialViewer, filters: Filters) -> tuple[tuple[Tab, ...], int]:
    """The states with how many there are of what the other filters leave, what waits for this office apart from what waits
    for the other; and how many are in the one that is shown. One statement."""
    level = Row.position.base_level
    query = Row.select(Row.state, level.as_alias("level"), Count(Row.id, alias="many"))
    rows = await query.where(*_narrowed(viewer, filters)).group_by(Row.state, level)
    many = dict.fromkeys((*LISTED, ELSEWHERE), 0)
    for row in rows:
        is_own = office_of(BaseLevel(row["level"])) is viewer.role
        many[row["state"] if is_own or row["state"] != WAITING else ELSEWHERE] += row["many"]
    words = {state: labels.state("placement", state) for state in LISTED} | {ELSEWHERE: _OTHERS[viewer.role]}
    tabs = [Tab(key, word, many[key], filters.state == key) for key, word in words.items()]
    total = sum(many.values())
    return (*tabs, Tab(ALL, "全部", total, not filters.state)), many.get(filters.state, total)


async def page(
    viewer: OfficialViewer, filters: Filters, today: date, *, offset: int, size: int
) -> list[Line]:
    """Who waits longest comes first; elsewhere the newest."""
    query = Row.select(*READ, _CODE).where(*_wanted(viewer, filters)).order_by(_order(filters))
    return await _lines(await query.limit(size).offset(offset), viewer, today)


async def seen(viewer: OfficialViewer, ids: Sequence[int], today: date) -> list[Placement]:
    """Those of the ids that the viewer may see, in the order asked for."""
    return [each.placement for each in await of_ids(viewer, ids, today)]


async def ids(viewer: OfficialViewer, filters: Filters) -> list[int]:
    """Everything that matches, on all pages."""
    query = Row.select(Row.id).where(*_wanted(viewer, filters)).order_by(_order(filters))
    return [row["id"] for row in await query]


async def picks(viewer: OfficialViewer, filters: Filters) -> Picks:
    """Id and version of everything that matches, at most `MOST_AT_ONCE`."""
    query = Row.select(Row.id, Row.version).where(*_wanted(viewer, filters)).limit(MOST_AT_ONCE)
    return [(row["id"], row["version"]) for row in await query.order_by(_order(filters))]


async def next_waiting(viewer: OfficialViewer, filters: Filters, after: Placement) -> int | None:
    """The one to decide next: who has waited next to as long, else who waits longest of the list so narrowed."""
    waiting = Filters(WAITING, filters.words, filters.county, filters.level)
    wanted = (*_wanted(viewer, waiting), Row.id != after.id)
    since = after.waits_since
    following = ((QueryString(_EARLIER, since, since, after.id),), _NEXT)
    columns, order = following if since else ((), _LONGEST_WAITING)
    row = await Row.select(Row.id, *columns).where(*wanted).order_by(order).first()
    return int(row["id"]) if row else None


async def of_ids(viewer: OfficialViewer, wanted: Sequence[int], today: date) -> list[Line]:
    """Those of the ids that the viewer may see, in the order asked for."""
    if not wanted:
        return []
    rows = await Row.select(*READ, _CODE).where(visible_to(viewer), Row.id.is_in(list(wanted)))
    found = {each.placement.id: each for each in await _lines(rows, viewer, today)}
    return [found[id] for id in wanted if id in found]


async def _lines(rows: Sequence[dict[str, Any]], viewer: OfficialViewer, today: date) -> list[Line]:
    covers = await _covers([row["id"] for row in rows])
    return [_line(row, covers.get(row["id"], []), viewer, today) for row in rows]


def _line(row: dict[str, Any], covers: Sequence[periods.Period], viewer: OfficialViewer, today: date) -> Line:
    placement = built(row, today, viewer.role)
    period = periods.Period(placement.starts_on, placement.ends_on)
    return Line(
        placement=placement,
        length=agreements.length(period),
        warnings=from_text(placement.warnings),
        uninsured=periods.first_gap(covers, period),
        is_code_read=row["code"] == "read",
        waiting_days=waiting_days(placement),
    )


def waiting_days(placement: Placement) -> int | None:
    """Since it came to wait; None when it does not."""
    since = placement.waits_since if placement.state == _S.WAITING else None
    return (placement.facts.today - periods.today(since)).days if since else None


async def _covers(placements: Sequence[int]) -> dict[int, list[periods.Period]]:
    """The days that the insurance rows of each cover."""
    if not placements:
        return {}
    columns = (Insurance.placement, Insurance.first_day, Insurance.last_day)
    found: dict[int, list[periods.Period]] = {}
    for row in await Insurance.select(*columns).where(Insurance.placement.is_in(list(placements))):
        found.setdefault(row["placement"], []).append(periods.Period(row["first_day"], row["last_day"]))
    return found


def _order(filters: Filters) -> OrderByRaw:
    return _LONGEST_WAITING if filters.state in (WAITING, ELSEWHERE) else OrderByRaw('0 - "placement"."id"')


def _wanted(viewer: OfficialViewer, filters: Filters) -> list[Combinable]:
    narrowed = _narrowed(viewer, filters)
    match filters.state:
        case "":
            return narrowed
        case "waiting":
            return [*narrowed, Row.state == WAITING, acted_on_by(viewer)]
        case "waiting_elsewhere":
            other = BaseLevel.CITY if viewer.role is Role.COUNTY else BaseLevel.COUNTY
            return [*narrowed, Row.state == WAITING, Row.position.base_level == other.value]
    return [*narrowed, Row.state == filters.state]


def _narrowed(viewer: OfficialViewer, filters: Filters) -> list[Combinable]:
    """By everything but the state."""
    wanted: list[Combinable] = [visible_to(viewer), *placements_of(filters.days)]
    exact = ((Row.position.county, filters.county), (Row.position.base_level, filters.level))
    wanted += [column == value for column, value in exact if value]
    return [*wanted, *(WhereRaw(_CONTAINS, *[pattern(word)] * 3) for word in filters.folded)]
