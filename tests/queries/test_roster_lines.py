"""What was sent is read as it was frozen, all or some of it, and its sums by month are those of its lines."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_contents import digest, figure_stands, line_stands
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Standing
from jianxi.queries import roster_lines
from jianxi.queries.roster_computing import computed
from jianxi.queries.roster_lines import MonthSum, Narrowed
from jianxi.tables.rosters import RosterLine, RosterRound
from tests.queries.rostered import town
from tests.rosters import AUTUMN, roster, wage

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)


async def test_a_sending_is_read_as_it_was_and_adds_up(monkeypatch: pytest.MonkeyPatch) -> None:
    unit, people = await town()
    before = await computed(unit.employer, RosterKind.PERIOD, AUTUMN, TODAY)
    id = await roster(unit, "sent")
    await wage("3000")
    monkeypatch.setattr(roster_lines, "A_READ", 3)

    head, lines = await roster_lines.head(id, 1), await roster_lines.whole(id, 1)

    assert (head, lines) == (before.head, before.lines)
    row = await RosterRound.select(RosterRound.digest).where(RosterRound.roster == id).first()
    assert row == {"digest": digest(head, lines)}
    assert all(line_stands(head, each) for each in lines)
    assert figure_stands(head, [each.service for each in lines])
    assert await roster_lines.by_month(id, 1) == (
        MonthSum(date(2026, 9, 1), 7, 0, 3, 7 * 144_000, 0),
        MonthSum(date(2026, 10, 1), 6, 2, 2, 4 * 144_000 + 2 * 46_452, 0),
    )
    sums = await RosterLine.select(RosterLine.fen, RosterLine.months).where(RosterLine.roster == id)
    assert sum(each["fen"] for each in sums) == sum(line.fen for line in lines) == before.fen
    assert sum(each["months"] for each in sums) == 13
    await _some_of_it(id, people["留用"].placement)


async def _some_of_it(id: int, kept: int) -> None:
    async def names(asked: Narrowed, offset: int = 0, size: int = 50) -> list[str]:
        found = await roster_lines.page(id, 1, offset=offset, size=size, asked=asked)
        return [line.columns.name for line in found]

    assert (await roster_lines.one(id, 1, kept)).columns.name == "留用"
    assert await names(Narrowed(), offset=2, size=2) == ["在岗", "待审核"]
    assert await names(Narrowed(Standing.PENDING)) == ["离岗中", "申请有效"]
    assert await names(Narrowed(words="申请")) == ["申请失效", "申请有效"]
    assert await names(Narrowed(words="申 失")) == ["申请失效"]
    assert await names(Narrowed(words="%")) == []
    assert await roster_lines.many(id, 1, Narrowed(Standing.EXCLUDED)) == 3
    with pytest.raises(Missing):
        await roster_lines.one(id, 2, kept)
    with pytest.raises(Missing):
        await roster_lines.head(id, 2)
