"""The bases in one sending of 报省厅备案: each as it was told, and how that differs from what was told before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import filed_facts, labels
from jianxi.domain.bases import BaseState
from jianxi.domain.filed_facts import Difference, FiledFacts
from jianxi.domain.labels import Shown
from jianxi.tables.filings import FiledBase as Row

SEAL = "filed_base.content"
READ = (Row.id, Row.round, Row.place, Row.base, Row.standing, Row.since, Row.content)


@dataclass(frozen=True, slots=True)
class Told:
    """What the province was told of a base, and how it stood then."""

    facts: FiledFacts
    standing: str


@dataclass(frozen=True, slots=True)
class Line:
    """One base in a sending."""

    place: int
    base: int
    told: Told
    before: Told | None
    """What was told of it last by another filing; None for 首次备案."""
    last_round: Told | None
    """The same base in the sending before this one, which was returned."""

    @property
    def facts(self) -> FiledFacts:
        return self.told.facts

    @property
    def is_in_force(self) -> bool:
        """Else it was told of because it is no longer."""
        return self.told.standing == BaseState.APPROVED

    @property
    def standing(self) -> Shown:
        return labels.shown("base", self.told.standing)

    @property
    def changes(self) -> tuple[Difference, ...]:
        return changes(self.before, self.told) if self.before else ()

    @property
    def round_changes(self) -> tuple[Difference, ...]:
        return changes(self.last_round, self.told) if self.last_round else ()


@dataclass(frozen=True, slots=True)
class Sending:
    """All of one sending."""

    lines: tuple[Line, ...]
    removed: tuple[str, ...]
    """Names of those that only the sending before this one held."""

    @property
    def in_force(self) -> tuple[Line, ...]:
        """What is listed, by 序号."""
        return tuple(line for line in self.lines if line.is_in_force)

    @property
    def stopped(self) -> tuple[Line, ...]:
        """Filed before, and no longer 审核通过."""
        return tuple(line for line in self.lines if not line.is_in_force)

    @property
    def added(self) -> tuple[str, ...]:
        """Names of those that the sending before this one did not hold; of a first sending nobody."""
        had_one = self.removed or any(line.last_round for line in self.lines)
        return tuple(line.facts.unit for line in self.in_force if line.last_round is None) if had_one else ()

    @property
    def first(self) -> int:
        """How many 首次备案."""
        return sum(line.before is None for line in self.in_force)

    @property
    def changed(self) -> int:
        return sum(bool(line.changes) for line in self.in_force)


def changes(before: Told, now: Told) -> tuple[Difference, ...]:
    """Field by field; first how it stands."""
    found = filed_facts.differences(before.facts, now.facts)
    if before.standing == now.standing:
        return found
    stood, stands = (labels.state("base", each.standing) for each in (before, now))
    return (Difference("状态", stood, stands), *found)


async def of_round(filing: int, number: int) -> Sending:
    """Three statements, however many bases."""
    rows = await Row.select(*READ).where(Row.filing == filing, Row.round == number).order_by(Row.place)
    earlier = await Row.select(*READ).where(Row.filing == filing, Row.round == number - 1).order_by(Row.place)
    before = await of_ids([row["since"] for row in rows if row["since"]])
    last_round = {row["base"]: told(row) for row in earlier}
    lines = (
        Line(row["place"], row["base"], told(row), before.get(row["since"]), last_round.get(row["base"]))
        for row in rows
    )
    kept = {row["base"] for row in rows if row["standing"] == BaseState.APPROVED}
    gone = (
        base for base, each in last_round.items() if base not in kept and each.standing == BaseState.APPROVED
    )
    return Sending(tuple(lines), tuple(last_round[base].facts.unit for base in gone))


async def of_ids(ids: Collection[int]) -> dict[int, Told]:
    """Rows of any filing by their id."""
    if not ids:
        return {}
    rows = await Row.select(*READ).where(Row.id.is_in(list(ids)))
    return {row["id"]: told(row) for row in rows}


def told(row: Mapping[str, Any]) -> Told:
    text = sealing.unseal(row["content"], SEAL)
    return Told(filed_facts.from_text(text), row["standing"])


def sealed(facts: FiledFacts) -> bytes:
    return sealing.seal(filed_facts.to_text(facts), SEAL)
