"""What a registration (录用上岗登记) is warned of: an allowance under the position's or under the county's minimum wage."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from enum import StrEnum

from jianxi.domain.entries import canonical
from jianxi.domain.money import format_short


class WarningKind(StrEnum):
    """Under what the allowance lies."""

    POSITION = "under_position"
    WAGE = "under_wage"


_UNDER = {WarningKind.POSITION: "低于岗位", WarningKind.WAGE: "低于最低工资"}
_LIMITS = {WarningKind.POSITION: "该岗位公布的月生活费", WarningKind.WAGE: "当地月最低工资标准"}
_MARK = "."


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning with its figures in 分: a tick is for these figures and for no others."""

    kind: WarningKind
    allowance_fen: int
    limit_fen: int

    @property
    def mark(self) -> str:
        """What a ticked box sends."""
        return _MARK.join((self.kind, str(self.allowance_fen), str(self.limit_fen)))

    @property
    def short(self) -> str:
        """低于最低工资2,400, to stand by the allowance."""
        return f"{_UNDER[self.kind]}{format_short(self.limit_fen)}"

    @property
    def sentence(self) -> str:
        return (
            f"见习期间生活费{format_short(self.allowance_fen)}元，低于{_LIMITS[self.kind]}"
            f"{format_short(self.limit_fen)}元"
        )


def warnings(allowance_fen: int, position_fen: int, wage_fen: int | None) -> tuple[Caution, ...]:
    """What to warn of; no wage is no warning, since there is nothing to compare with."""
    limits = ((WarningKind.POSITION, position_fen), (WarningKind.WAGE, wage_fen))
    return tuple(
        Caution(kind, allowance_fen, limit)
        for kind, limit in limits
        if limit is not None and allowance_fen < limit
    )


def unticked(found: Collection[Caution], ticked: Collection[str]) -> tuple[Caution, ...]:
    return tuple(each for each in found if each.mark not in ticked)


def from_mark(mark: str) -> Caution | None:
    """What a box that was sent back stood for; None for what no box of ours has sent."""
    kind, *figures = mark.split(_MARK)
    if kind not in set(WarningKind) or len(figures) != 2 or not all(map(_is_figure, figures)):
        return None
    return Caution(WarningKind(kind), *map(int, figures))


def _is_figure(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 10


def to_text(found: Collection[Caution]) -> str:
    """Canonical JSON, as the placement keeps it; empty where nothing was warned of."""
    return canonical([asdict(each) for each in found]) if found else ""


def from_text(text: str) -> tuple[Caution, ...]:
    """The reverse of `to_text`."""
    listed = json.loads(text) if text else []
    return tuple(Caution(WarningKind(row["kind"]), row["allowance_fen"], row["limit_fen"]) for row in listed)
