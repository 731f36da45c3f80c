"""Reads 录用上岗登记: its rows of insurance, the raises of 生活费, what it is measured by, and the checks already done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from jianxi.domain import allowances, periods
from jianxi.domain.allowances import Raise
from jianxi.domain.eligibility import Graduate, Youth
from jianxi.domain.outcomes import Missing
from jianxi.domain.periods import Period
from jianxi.domain.registration_checks import Check, done
from jianxi.domain.registration_warnings import Caution, from_text, warnings
from jianxi.domain.registrations import Circumstances, Cover, Registration
from jianxi.queries import policies
from jianxi.queries.placements import Placement
from jianxi.queries.policies import Policies
from jianxi.tables.applications import Application
from jianxi.tables.placements import AllowanceRaise, Insurance

_GROUNDS = """
SELECT o.county, o.title, o.months, o.mentor, o.allowance_fen, o.first_published_at,
       e.name, e.kind, e.born, e.cohort
FROM application a JOIN "position" o ON o.id = a.position JOIN person e ON e.id = a.person
WHERE a.id = {}
"""
_REGISTERED = """
SELECT kind, company, policy_number, first_day, last_day, 0 AS fen, place FROM insurance WHERE placement = {}
UNION ALL SELECT '', '', '', starts_on, starts_on, allowance_fen, id FROM allowance_raise WHERE placement = {}
"""
"""The first kind of row gives the columns their names and types."""
_COVER = tuple(Cover.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Registered:
    """What hangs on a placement in rows of its own."""

    insurance: tuple[Cover, ...]
    """In the order of the form."""
    raises: tuple[Raise, ...]
    """In the order in which they take effect."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The position and the person of an application, as far as a registration depends on them. Money in 分."""

    county: str
    """The base's 注册地."""
    title: str
    months: int
    mentor: str
    allowance_fen: int
    published_on: date
    name: str
    who: Youth | Graduate


async def grounds(application: int) -> Grounds:
    """Of an application that the viewer was found to see."""
    rows = await Application.raw(_GROUNDS, application)
    if not rows:
        raise Missing
    kind, born, cohort = (rows[0].pop(name) for name in ("kind", "born", "cohort"))
    published_on = periods.today(rows[0].pop("first_published_at"))
    return Grounds(**rows[0], published_on=published_on, who=_who(kind, born, cohort))


def grounds_of(placement: Placement, row: Mapping[str, Any]) -> Grounds:
    """Of a placement and a row with what else its position says: months, mentor, allowance_fen, first_published_at."""
    return Grounds(
        county=placement.county,
        title=placement.title,
        months=row["months"],
        mentor=row["mentor"],
        allowance_fen=row["allowance_fen"],
        published_on=periods.today(row["first_published_at"]),
        name=placement.name,
        who=_who(placement.kind, placement.born, placement.cohort),
    )


def _who(kind: str, born: date, cohort: int | None) -> Youth | Graduate:
    return Youth(born) if kind == "youth" or cohort is None else Graduate(cohort)


async def circumstances(
    of: Grounds, starts_on: date, today: date, placement: Placement | None = None
) -> Circumstances:
    """Lengths and eligibility as the parameters stand on 上岗日期, 倒签 as on the day of the first registration."""
    rules = await policies.snapshot(of.county, starts_on)
    return _circumstances(of, rules, today, placement, await raises(placement.id) if placement else ())


def _circumstances(
    of: Grounds, rules: Policies, today: date, placement: Placement | None, raised: Sequence[Raise]
) -> Circumstances:
    registered_on = periods.today(placement.registered_at) if placement else today
    known = Circumstances(
        today=today,
        registered_on=registered_on,
        published_on=of.published_on,
        backdating_days=replace(rules, day=registered_on).backdating_days,
        least_months=rules.placement_min_months,
        most_months=rules.placement_max_months,
        who=of.who,
        limits=rules.limits,
    )
    if placement is None:
        return known
    is_built_on = placement.facts.has_departure or placement.retention is not None
    return replace(
        known,
        was_on_duty=placement.was_on_duty,
        fixed=Period(placement.starts_on, placement.ends_on) if is_built_on else None,
        raises=tuple(raised),
    )


async def cautions(of: Grounds, starts_on: date, allowance_fen: int) -> tuple[Caution, ...]:
    """What the employer has to tick, by the county's wage in force on 上岗日期."""
    return warnings(allowance_fen, of.allowance_fen, await minimum_wage(of, starts_on))


async def minimum_wage(of: Grounds, day: date) -> int | None:
    """In 分 a month; None where nobody has entered it."""
    return (await policies.snapshot(of.county, day)).minimum_wage


async def registered(placement: int) -> Registered:
    """Insurance and raises in one statement."""
    rows = await Insurance.raw(_REGISTERED, placement, placement)
    covers = [row for row in rows if row["kind"]]
    raised = [row for row in rows if not row["kind"]]
    return Registered(
        tuple(
            Cover(**{name: row[name] for name in _COVER}) for row in sorted(covers, key=itemgetter("place"))
        ),
        tuple(
            Raise(row["first_day"], row["fen"])
            for row in sorted(raised, key=itemgetter("first_day", "place"))
        ),
    )


async def insurance(placement: int) -> tuple[Cover, ...]:
    columns = (Insurance.kind, Insurance.company, Insurance.policy_number)
    rows = await (
        Insurance.select(*columns, Insurance.first_day, Insurance.last_day)
        .where(Insurance.placement == placement)
        .order_by(Insurance.place)
    )
    return tuple(Cover(**row) for row in rows)


async def raises(placement: int) -> tuple[Raise, ...]:
    """In the order in which they take effect."""
    of = AllowanceRaise
    rows = await (
        of.select(of.starts_on, of.allowance_fen)
        .where(of.placement == placement)
        .order_by(of.starts_on, of.id)
    )
    return tuple(Raise(**row) for row in rows)


async def allowance_on(placement: Placement, day: date) -> int:
    """生活费 in force on a day of the period, in 分 a month."""
    return allowances.allowance_on(placement.allowance_fen, await raises(placement.id), day)


async def registration(placement: Placement) -> Registration:
    """As it stands."""
    return _registration(placement, await insurance(placement.id))


def _registration(of: Placement, covers: tuple[Cover, ...]) -> Registration:
    return Registration(of.starts_on, of.ends_on, of.allowance_fen, of.mentor, covers)


def warned(placement: Placement) -> tuple[Caution, ...]:
    """What the employer was warned of and ticked."""
    return from_text(placement.warnings)


def checks(placement: Placement, of: Grounds, known: Registered, rules: Policies) -> Sequence[Check]:
    """What was checked at the registration, each with its result, for the office that decides. `rules`: of 上岗日期."""
    seen = _circumstances(of, rules, placement.facts.today, placement, known.raises)
    return done(
        _registration(placement, known.insurance), seen, of.months, rules.minimum_wage, warned(placement)
    )
