"""What a roster says is what the records say: who is in it, what becomes of each month, and nothing of others."""

from datetime import date

import pytest

from jianxi.domain import roster_texts
from jianxi.domain.policy import PolicyValue
from jianxi.domain.regions import chain
from jianxi.domain.roster_contents import digest, figure_stands, line_stands
from jianxi.domain.roster_parts import Line
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Standing
from jianxi.queries import policies
from jianxi.queries.roster_computing import computed
from tests import cast
from tests.domain import plain_subsidies
from tests.queries.rostered import RISE, accepted, town
from tests.rosters import AUTUMN, YEAR, wage
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
PERIOD, SETTLEMENT = RosterKind.PERIOD, RosterKind.SETTLEMENT


def _told(line: Line) -> list[int | str]:
    """分 of each month that is paid, else its standing."""
    return [
        month.fen if month.standing is Standing.PAYABLE else month.standing.value for month in line.months
    ]


async def test_every_state_of_a_person_comes_to_what_the_rules_say() -> None:
    unit, people = await town()
    await trainee(name="别家")
    await wage("2500", RISE)

    found = await computed(unit.employer, PERIOD, AUTUMN, TODAY)

    # October has 15 days at 2,400.00 and 16 at 2,500.00, at 60 % each.
    october = 147_097
    assert {line.columns.name: _told(line) for line in found.lines} == {
        "申请失效": [144_000, october],
        "期满": [144_000, october],
        "在岗": [144_000, october],
        "待审核": ["excluded", "excluded"],
        "撤销审核": ["excluded", "excluded"],
        "已离岗": [144_000, 46_452],
        "离岗中": [144_000, "pending"],
        "申请有效": [144_000, "pending"],
        "留用": [144_000, 46_452],
        "调薪": ["excluded", october],
    }
    order = [(line.service.starts_on, line.placement) for line in found.lines]
    assert order == sorted(order)
    assert [line.place for line in found.lines] == list(range(1, 11))
    assert (found.fen, found.insurance_fen) == (sum(line.fen for line in found.lines), 0)
    kept = next(line for line in found.lines if line.columns.name == "留用")
    assert (kept.departure, kept.person) == (None, people["留用"].person.person)
    assert kept.retention is not None
    await _agree_with_the_plain_recomputation(found.lines, unit.employer)


async def _agree_with_the_plain_recomputation(lines: tuple[Line, ...], employer: int) -> None:
    values = (await policies.snapshot(cast.LIXIA, TODAY)).values
    on = plain_subsidies.lookup(values, chain(cast.LIXIA))
    for line in lines:
        plain = plain_subsidies.months(line.service, AUTUMN.first, AUTUMN.last, on)
        mine = {
            month.month: (month.standing.value, month.fen, month.insurance_fen)
            for month in line.months
            if month.standing is Standing.PAYABLE
        }
        assert mine == {month: told for month, told in plain.items() if told[0] == "payable"}, line.columns


async def test_a_settlement_takes_off_what_was_granted_and_names_those_behind_the_figure() -> None:
    unit, people = await town()
    granted = {SEPTEMBER: 144_000, OCTOBER: 144_000}
    for name in ("在岗", "留用", "期满"):
        await accepted(people[name], granted if name != "留用" else {SEPTEMBER: 144_000, OCTOBER: 46_452})
    await accepted(people["在岗"], {SEPTEMBER: 999}, kind=SETTLEMENT)

    found = await computed(unit.employer, SETTLEMENT, YEAR, TODAY)

    figure, head = found.head.figure, found.head
    assert figure is not None
    # Those whose period has ended as agreed: 申请失效, 期满, 从前. One of four is less than 50 %.
    assert [each.name for each in head.names(figure.retained)] == ["留用"]
    assert [each.name for each in head.names(figure.completed)] == ["从前", "申请失效", "期满"]
    assert ([each.day for each in head.behind], figure.is_reached) == (
        [date(2026, 10, 12), date(2026, 8, 31), date(2026, 10, 31), date(2026, 10, 31)],
        False,
    )
    assert (found.fen, found.lines[0].columns.name) == (0, "从前")
    lower = (*(await policies.snapshot(cast.LIXIA, TODAY)).values, _threshold(2_500))
    reached = await computed(unit.employer, SETTLEMENT, YEAR, TODAY, lower)
    by_name = {
        line.columns.name: dict(zip(_months(line), _told(line), strict=True)) for line in reached.lines
    }
    # Ten points more of 2,400.00, and of October's ten days.
    assert [by_name["在岗"][month] for month in (SEPTEMBER, OCTOBER)] == [24_000, 24_000]
    assert by_name["留用"] == {SEPTEMBER: 24_000, OCTOBER: 7_742}
    assert by_name["期满"][date(2026, 5, 1)] == "pending"
    assert reached.fen == 24_000 * 5 + 7_742


def _months(line: Line) -> list[date]:
    return [month.month for month in line.months]


def _threshold(share: int) -> PolicyValue:
    return PolicyValue("retention_threshold", "370000", share, date(2026, 1, 1), "省厅通知", "李建国")


async def test_what_was_frozen_gives_the_same_digest_whatever_is_recorded_since() -> None:
    unit, people = await town()
    await accepted(people["在岗"], {SEPTEMBER: 144_000, OCTOBER: 0})
    values = (*(await policies.snapshot(cast.LIXIA, TODAY)).values, _threshold(1_000))
    for kind, period in ((PERIOD, AUTUMN), (SETTLEMENT, YEAR)):
        sent = await computed(unit.employer, kind, period, TODAY, values)
        before = digest(sent.head, sent.lines)
        head, texts = roster_texts.of_head(sent.head), [roster_texts.of_line(line) for line in sent.lines]

        await wage("2600")
        kept = [roster_texts.to_line(text) for text in texts]

        assert (roster_texts.to_head(head), kept) == (sent.head, list(sent.lines))
        stored = roster_texts.to_head(head)
        assert all(line_stands(stored, each) for each in kept)
        assert figure_stands(stored, [each.service for each in kept])
        now = await computed(unit.employer, kind, period, TODAY)
        assert digest(now.head, now.lines) != before
