"""What a 花名册 would say now: money day by day, as `tests.domain.plain_subsidies` has it, of whomever the plain model knows.
Of jianxi nothing but the shapes of its data, since that is what they are handed over in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from jianxi.domain.allowances import Raise
from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import Contract, Service
from tests.domain import plain_subsidies
from tests.domain.plain_subsidies import Lookup
from tests.model.plain import World, city_of
from tests.model.plain_records import Amount, Lines, Wage, last_of
from tests.model.plain_traineeships import standing

Wages = tuple[Wage, ...]
Figure = tuple[tuple[int, ...], tuple[int, ...], bool]
"""留用率: the retained, the completed, and whether it is reached."""


@dataclass(frozen=True, slots=True)
class Said:
    """All of one roster."""

    head: tuple[object, ...]
    lines: Lines
    left: frozenset[int]
    """Placements of which an amount depends on the departure."""
    kept: frozenset[int]
    """And on the retention."""


def said(world: World, place: int, kind: str, first: date, last: date) -> Said:
    county = world.bases[place].owner.region
    services = {id: _service(world, id) for id in sorted(_of_unit(world, place))}
    figure: Figure | None = None
    if kind == "settlement":
        figure = _figure(tuple(services.values()), last.year, county, world.wages)
    lines: Lines = {}
    for id, service in services.items():
        if found := _months(service, first, last, county, world.wages):
            granted = _granted(world, id) if figure else {}
            lines[id] = _settled(service, found, granted, figure, county, world.wages) if figure else found
    own = {id: services[id] for id in lines}
    left, kept = _depended_on(own, lines, settles=figure is not None)
    return Said((world.bases[place].level, figure), lines, left, kept)


def _depended_on(
    services: Mapping[int, Service], lines: Lines, *, settles: bool
) -> tuple[frozenset[int], frozenset[int]]:
    """Whose 离岗 and whose 留用 end their days; of a settlement everybody's."""
    left = {
        id
        for id, each in services.items()
        if each.departure and (settles or max(lines[id].items())[1].last == each.left_on)
    }
    kept = {
        id for id, each in services.items() if each.contract and (settles or _is_within(each, max(lines[id])))
    }
    return frozenset(left), frozenset(kept)


def _of_unit(world: World, place: int) -> set[int]:
    owner = world.bases[place].owner
    return {
        id
        for id, each in world.placements.items()
        if world.positions[world.applications[each.application].position].owner is owner
        and each.state != "cancelled"
        and not each.never_came
    }


def _service(world: World, id: int) -> Service:
    placement, leaving = world.placements[id], standing(world, id)
    left = leaving if leaving and leaving.state == "approved" else None
    mine = [(one, each) for one, each in world.retentions.items() if each.placement == id]
    kept = next(((one, each) for one, each in mine if each.state == "recorded"), None)
    return Service(
        placement=id,
        starts_on=placement.start,
        ends_on=placement.end,
        is_approved=placement.state == "approved",
        allowance_fen=placement.allowance,
        raises=tuple(Raise(*each) for each in placement.raises),
        left_on=left.last_day if left else None,
        departure=next(one for one, each in world.departures.items() if each is left) if left else None,
        leaving_on=leaving.last_day if leaving and not left else None,
        contract=Contract(kept[0], kept[1].first, kept[1].last, kept[1].first) if kept else None,
    )


def _is_within(service: Service, month: date) -> bool:
    """The contract begins by the end of that month, before the period has ended."""
    assert service.contract
    return service.contract.first_day <= min(service.ends_on, last_of(month, 1))


def _granted(world: World, placement: int) -> Mapping[date, int]:
    """By accepted rosters of months."""
    counting = (each for each in world.rosters.values() if each.counts and each.kind == "period")
    months = (each.lines.get(placement, {}) for each in counting)
    return {
        month: amount.fen for each in months for month, amount in each.items() if amount.standing == "payable"
    }


@cache
def _parameters(county: str, wages: Wages) -> Lookup:
    entered = [PolicyValue("minimum_wage", each.county, each.fen, each.since, "演练") for each in wages]
    return plain_subsidies.lookup(entered, (county, city_of(county), county[:2] + "0000"))


@lru_cache(4_096)
def _months(service: Service, first: date, last: date, county: str, wages: Wages) -> dict[date, Amount]:
    on = _parameters(county, wages)
    found = plain_subsidies.months(service, first, last, on)
    return {month: _amount(service, month, *found[month], on) for month in found}


def _amount(service: Service, month: date, said: str, fen: int, insurance: int, on: Lookup) -> Amount:
    whole = [month + timedelta(ahead) for ahead in range((last_of(month, 1) - month).days + 1)]
    days = [day for day in whole if plain_subsidies.is_paid(service, day, on)]
    basis: tuple[object, ...] = tuple(on("minimum_wage", day) for day in days)
    if said == "pending":
        basis = (service.leaving_on,)
    if said == "excluded":
        day = max(each for each in whole if plain_subsidies.works(service, each))
        compared = (day, plain_subsidies.allowance(service, day), on("minimum_wage", day))
        basis = compared if service.is_approved else ()
    is_paid = said == "payable"
    return Amount(said, fen if is_paid else 0, insurance if is_paid else 0, basis, days[-1])


@lru_cache(512)
def _figure(services: tuple[Service, ...], year: int, county: str, wages: Wages) -> Figure:
    in_order = sorted(services, key=lambda each: (each.starts_on, each.placement))
    found = plain_subsidies.retained_and_completed(in_order, year, _parameters(county, wages))
    return tuple(found[0]), tuple(found[1]), found[2]


def _settled(
    service: Service,
    months: Mapping[date, Amount],
    granted: Mapping[date, int],
    figure: Figure,
    county: str,
    wages: Wages,
) -> dict[date, Amount]:
    return {
        month: _difference(service, month, each, granted, figure[2], _parameters(county, wages))
        for month, each in months.items()
    }


def _difference(
    service: Service, month: date, each: Amount, granted: Mapping[date, int], reached: bool, on: Lookup
) -> Amount:
    if each.standing != "payable":
        return each
    if month not in granted:
        return Amount("pending", 0, 0, ("not granted",), each.last)
    fen = plain_subsidies.difference(service, month, granted, on) if reached else 0
    return Amount("payable", fen, 0, (*each.basis, reached, granted[month]), each.last)
