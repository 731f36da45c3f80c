"""Gathers what a version of 解除就业见习协议证明 is to say, from the rows as they are inside the unit of work that makes it."""

from datetime import datetime
from typing import Any

from jianxi.domain import certificates, departure_reasons, periods
from jianxi.domain.certificates import Certificate
from jianxi.domain.outcomes import Missing
from jianxi.queries import agreement_contents
from jianxi.tables.departures import Departure

OWN = ("certificate", "last_day", "asked_by_person", "reason", "note", "begun_at", "placement")


async def gather(departure: int, now: datetime) -> Certificate:
    columns: tuple[Any, ...] = tuple(getattr(Departure, name) for name in OWN)
    row = await Departure.select(*columns).where(Departure.id == departure).first()
    if row is None:
        raise Missing
    of = agreement_contents.OF
    placed = await of.select(*agreement_contents.READ).where(of.id == row["placement"]).first()
    if placed is None:
        raise Missing
    return Certificate(
        number=certificates.number(placed["county"], periods.today(row["begun_at"]).year, departure),
        version=row["certificate"],
        issued_on=periods.today(now),
        agreement=agreement_contents.number(placed, row["placement"]),
        agreement_version=placed["agreement"],
        unit=await agreement_contents.unit(placed),
        trainee=agreement_contents.trainee(placed),
        title=placed["title"],
        starts_on=placed["starts_on"],
        ends_on=placed["ends_on"],
        last_day=row["last_day"],
        asked_by_person=row["asked_by_person"],
        reason=departure_reasons.text(row["reason"]),
        note=row["note"],
    )
