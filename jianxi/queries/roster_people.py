"""Who stands in a roster (花名册): the columns of each person, unsealed one by one as their turn comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jianxi.crypto.sealing import unseal
from jianxi.domain import cohorts, parameters, policy, roster_columns
from jianxi.domain.policy import PolicyValue
from jianxi.domain.roster_parts import Columns
from jianxi.queries.roster_records import Record

_COPIED = ("name", "sex", "school", "major", "degree", "graduated_on", "title", "mentor")


@dataclass(frozen=True, slots=True)
class Facts:
    """Of all placements of an employer that a roster may have a line of."""

    rows: Mapping[int, Mapping[str, Any]]
    """By placement, still sealed."""
    values: Sequence[PolicyValue]
    regions: Sequence[str]
    until: date
    """The roster's last day."""
    cohorts: dict[date, int] = field(default_factory=dict)
    """应届届别 by 上岗日期: many start on the same days."""

    def name(self, placement: int) -> str:
        return str(self.rows[placement]["name"])

    def columns(self, record: Record) -> Columns:
        service = record.service
        row = self.rows[service.placement]
        return Columns(
            **{name: row[name] for name in _COPIED},
            id_number=unseal(row["id_number"], "person.id"),
            phone=unseal(row["phone"], "person.phone") if row["phone"] else "",
            kind=roster_columns.kind(row["cohort"], self._cohort(service.starts_on)),
            last_day=roster_columns.last_day(service, self.until),
            leaving_reason=roster_columns.leaving_reason(record.leaving_reason, record.leaving_note),
            insurance=roster_columns.insurance(record.insurance, service),
        )

    def _cohort(self, day: date) -> int:
        if day not in self.cohorts:
            entered = policy.in_force(parameters.COHORT, self.values, self.regions, day)
            self.cohorts[day] = cohorts.current(None if entered is None else int(entered.value), day)
        return self.cohorts[day]
