"""The figures of 统计 counted one by one, from records read one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.domain import periods
from jianxi.domain.periods import Period
from jianxi.domain.retention_rates import retained_on
from jianxi.domain.subsidies import Contract
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position


@dataclass(frozen=True, slots=True)
class Fact:
    """One placement as somebody with paper and pencil has it."""

    county: str
    level: str
    state: str
    came: bool
    was_on_duty: bool
    accepted_on: date | None
    first: date
    last: date
    left_on: date | None
    contract: Contract | None

    @property
    def served(self) -> Period | None:
        """From the first day to the last, as 补贴 has it."""
        if not self.came or not (self.state == "approved" or self.was_on_duty):
            return None
        ends = [self.last, *([self.left_on] if self.left_on else [])]
        ends += [self.contract.first_day - periods.DAY] if self.contract else []
        return Period(self.first, min(ends)) if min(ends) >= self.first else None

    @property
    def counts(self) -> bool:
        return self.state == "approved" and self.came


async def facts(region: str) -> list[Fact]:
    """Everything in a region, read record by record."""
    rows = await Placement.select(*Placement.all_columns(), Placement.position.county.as_alias("county"))
    levels = {row["id"]: row["base_level"] for row in await Position.select()}
    left = {
        row["placement"]: row["last_day"] for row in await Departure.select() if row["state"] == "approved"
    }
    kept = {row["placement"]: row for row in await Retention.select()}
    accepted = {
        row["id"]: row["decided_at"] for row in await Application.select() if row["state"] == "accepted"
    }
    return [
        Fact(
            row["county"],
            levels[row["position"]],
            row["state"],
            not row["never_came"],
            row["was_on_duty"],
            periods.today(accepted[row["application"]]) if row["application"] in accepted else None,
            row["starts_on"],
            row["ends_on"],
            left.get(row["id"]),
            _contract(kept.get(row["id"])),
        )
        for row in rows
        if row["county"].startswith(region.rstrip("0"))
    ]


def plain(facts: Iterable[Fact], days: Period, today: date) -> dict[str, int]:
    """Each figure of people, counted one by one."""
    number = dict.fromkeys(("accepted", "begun", "on_duty", "completed", "retained", "left"), 0)
    for fact in facts:
        number["accepted"] += fact.accepted_on is not None and fact.accepted_on in days
        held = fact.state == "approved" or fact.was_on_duty
        number["begun"] += held and fact.came and fact.first in days and fact.first <= today
        number["on_duty"] += fact.served is not None and min(days.last, today) in fact.served
        number["left"] += (
            held and fact.came and fact.left_on is not None and fact.left_on in days and fact.left_on <= today
        )
        since = retained_on(fact.contract, 12)
        number["retained"] += fact.counts and since is not None and since in days and since <= today
        over = fact.last in days and fact.last < today and fact.left_on is None
        number["completed"] += fact.counts and over and since is None
    return number


def _contract(row: dict[str, Any] | None) -> Contract | None:
    return Contract(row["id"], row["contract_from"], row["contract_to"], row["insured_on"]) if row else None
