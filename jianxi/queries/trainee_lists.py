"""The list of 上岗人员管理: everybody with where they stand today, narrowed, counted, page by page."""

from collections import Counter
from datetime import date
from functools import reduce
from operator import and_

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query import OrderByRaw, Select
from piccolo.querystring import QueryString

from jianxi.domain import trainees
from jianxi.domain.flow import Role
from jianxi.domain.placements import PlacementState
from jianxi.domain.trainees import ALWAYS, LEAVING, STANDINGS, TO_DO
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.trainee_filters import TraineeFilters
from jianxi.queries import standing
from jianxi.queries.conditions import pattern
from jianxi.queries.placements import READ, built, visible_to
from jianxi.queries.tabs import Tab
from jianxi.queries.trainees import Trainee, trainee
from jianxi.tables.placements import Placement as Row

ALL = "all"
_LEFT = """EXISTS (SELECT 1 FROM departure WHERE departure.placement = placement.id
  AND departure.state = 'approved' AND departure.last_day <= {})"""
_KEPT = "EXISTS (SELECT 1 FROM retention WHERE retention.placement = placement.id AND retention.state = 'recorded')"
_DUTY = f"""CASE WHEN placement.state <> 'approved' AND NOT placement.was_on_duty THEN '' WHEN {_KEPT} THEN 'retained'
  WHEN {_LEFT} THEN 'left' WHEN placement.ends_on < {{}} THEN 'expired'
  WHEN placement.was_on_duty OR placement.starts_on <= {{}} THEN 'on_duty' ELSE 'ahead' END"""
"""As `domain.placements.duty`, for three times today."""
_VOID = standing.void("departure", "placement")
_OPEN = f"""EXISTS (SELECT 1 FROM departure WHERE departure.placement = placement.id
  AND departure.{standing.IS_OPEN} AND NOT ({_VOID}))"""
_TO_DO = f"""(placement.state IN ('unsigned', 'rejected') OR EXISTS (SELECT 1 FROM departure
  WHERE departure.placement = placement.id AND (departure.state = 'waiting_certificate'
  OR (departure.state = 'rejected' AND departure.decided_from = 'waiting')
  OR (departure.state = 'waiting_employer' AND NOT ({_VOID})))))"""
"""As `domain.trainees.lacks`."""
_POLICY = """(SELECT last_day FROM insurance WHERE insurance.placement = placement.id AND last_day >= {}
  AND last_day < placement.ends_on ORDER BY last_day LIMIT 1) AS policy_ends"""
_NUMBERS = """SELECT state, duty, count(*) AS many, sum(leaving) AS leaving, sum(todo) AS todo FROM (
  SELECT state, {} AS duty, CASE WHEN {} THEN 1 ELSE 0 END AS leaving, CASE WHEN {} THEN 1 ELSE 0 END AS todo
  FROM placement WHERE {}) counted GROUP BY state, duty"""
_FIRST = '"later", 0 - "placement"."id"'
_CONTAINS = """(EXISTS (SELECT 1 FROM person WHERE person.id = placement.person AND lower(person.name) LIKE {} ESCAPE '!')
  OR EXISTS (SELECT 1 FROM "position" p WHERE p.id = placement."position" AND p.title_key LIKE {} ESCAPE '!'))"""


async def tabs(viewer: EmployerViewer, filters: TraineeFilters, today: date) -> tuple[Tab, ...]:
    """Everybody first, then where they stand, with how many there are of what the words leave. One statement."""
    wanted = reduce(and_, _wanted(viewer, filters)).querystring
    rows = await Row.raw(_NUMBERS, _duty(today), _leaving(today), _to_do(today), wanted)
    many = Counter({key: sum(int(row[key]) for row in rows) for key in (LEAVING, TO_DO)})
    for row in rows:
        many.update(dict.fromkeys({row["state"], row["duty"]}, int(row["many"])))
    found = [
        Tab(key, label, many[key], filters.state == key)
        for key, label in STANDINGS.items()
        if key in ALWAYS or many[key] or filters.state == key
    ]
    return (Tab(ALL, "全部", sum(int(row["many"]) for row in rows), not filters.state), *found)


async def page(
    viewer: EmployerViewer, filters: TraineeFilters, today: date, *, offset: int, size: int
) -> list[Trainee]:
    """Those first for whom something is to be done, then who was registered last. One statement."""
    query = _ordered(viewer, filters, today).limit(size).offset(offset)
    return [trainee(built(row, today, Role.EMPLOYER), row["policy_ends"]) for row in await query]


async def every(viewer: EmployerViewer, filters: TraineeFilters, today: date) -> list[Trainee]:
    """The same on all its pages."""
    return [
        trainee(built(row, today, Role.EMPLOYER), row["policy_ends"])
        for row in await _ordered(viewer, filters, today)
    ]


def waits_for_employer(today: date) -> Combinable:
    """The employer has to act: an upload is missing, a request waits, a certificate is missing."""
    return WhereRaw(_TO_DO, today)


def _to_do(today: date) -> QueryString:
    return QueryString(_TO_DO, today)


def _ordered(viewer: EmployerViewer, filters: TraineeFilters, today: date) -> Select[Row]:
    wanted = [*_wanted(viewer, filters), *_in_state(filters.state, today)]
    first = OrderByRaw(_FIRST)
    query = Row.select(*READ, QueryString(_POLICY, today), _to_do_column(today))
    return query.where(*wanted).order_by(first)


def _to_do_column(today: date) -> QueryString:
    return QueryString("CASE WHEN {} THEN 0 ELSE 1 END AS later", _to_do(today))


def _in_state(state: str, today: date) -> list[Combinable]:
    match state:
        case "":
            return []
        case trainees.TO_DO:
            return [waits_for_employer(today)]
        case trainees.LEAVING:
            return [WhereRaw(_OPEN, today)]
        case _ if state in set(PlacementState):
            return [Row.state == state]
    return [WhereRaw(f"({_DUTY}) = {{}}", today, today, today, state)]


def _duty(today: date) -> QueryString:
    return QueryString(_DUTY, today, today, today)


def _leaving(today: date) -> QueryString:
    return QueryString(_OPEN, today)


def _wanted(viewer: EmployerViewer, filters: TraineeFilters) -> list[Combinable]:
    return [visible_to(viewer), *(WhereRaw(_CONTAINS, *[pattern(word)] * 2) for word in filters.folded)]
