"""What a 录用上岗登记 must keep to before it is written: everything that is wrong is told at once, warnings with it."""

from collections.abc import Collection
from datetime import date

from jianxi.domain.outcomes import Invalid
from jianxi.domain.registration_warnings import Caution, unticked
from jianxi.domain.registrations import Registration, Warned, faults
from jianxi.queries import registrations
from jianxi.queries.placements import Placement

TICK = "请核对下列提示，确认无误的逐项勾选后再提交"


async def agreed(
    application: int,
    asked: Registration,
    ticked: Collection[str],
    today: date,
    placement: Placement | None = None,
) -> tuple[Caution, ...]:
    """The warnings that the employer has ticked, all of them. `Warned` with what is wrong, or not ticked yet."""
    of = await registrations.grounds(application)
    seen = await registrations.circumstances(of, asked.starts_on, today, placement)
    told = faults(asked, seen)
    found = await registrations.cautions(of, asked.starts_on, asked.allowance_fen)
    if unticked(found, ticked):
        told["ticked"] = TICK
    if told:
        raise Warned(told, found) if found else Invalid(told)
    return found
